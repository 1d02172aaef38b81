package app.respite.desktop.any;

import app.respite.desktop.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tray on real AWT, which Linux has too, in a panel of the old kind that takes its icons. */
@Tag("desktop")
class RealAwtTrayTest {
  @Test
  void iconMenuTicksLabelsAndMessagesAreThere(@TempDir Path folder) {
    Rig.need("trayer", "openbox", "xdotool", "xprop");
    try (Rig rig = new Rig(folder)) {
      rig.screen(400, 200);
      rig.run("openbox", "openbox");
      // A panel that comes while the manager takes the screen over may stay hidden.
      rig.managed();
      rig.run(
          "trayer",
          "trayer",
          "--edge",
          "top",
          "--align",
          "left",
          "--widthtype",
          "pixel",
          "--width",
          "200",
          "--heighttype",
          "pixel",
          "--height",
          "32");
      rig.until(
          "the panel is there",
          () -> !rig.ask("xdotool", "search", "--onlyvisible", "--class", "trayer").isBlank());
      rig.run(
          "tray",
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          System.getProperty("java.class.path"),
          AwtTrayProgram.class.getName());
      Path log = folder.resolve("tray.log");
      rig.until("the icon is there", () -> says(log, "on show true"));

      rig.ask("xdotool", "mousemove", "10", "12");
      rig.ask("xdotool", "mousemove", "12", "14");
      rig.until(
          "the pointer is told of, and a press",
          () -> {
            rig.ask("xdotool", "click", "1");
            return says(log, "opening") && says(log, "pressed");
          });
      rig.picture("awt-tray-message");
      choose(rig, log, "chosen quiet Quiet", "Down", "Down", "Return");
      rig.picture("awt-tray-after-quiet");
      choose(rig, log, "chosen stop Stop the sprint", "Down", "Return");
    }
  }

  private static void choose(Rig rig, Path log, String told, String... keys) {
    rig.until(
        told,
        () -> {
          rig.ask("xdotool", "click", "3");
          rig.picture("awt-tray-menu");
          for (String key : keys) {
            rig.ask("xdotool", "key", key);
          }
          return says(log, told);
        });
  }

  private static boolean says(Path log, String text) {
    try {
      return Files.exists(log) && Files.readString(log).contains(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
