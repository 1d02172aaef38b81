package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says on real desktops: each time the truth. */
@Tag("desktop")
class DoctorOnDesktopsTest {
  private static final String PANEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <channel name="xfce4-panel" version="1.0">
        <property name="configver" type="int" value="2"/>
        <property name="panels" type="array">
          <value type="int" value="1"/>
          <property name="panel-1" type="empty">
            <property name="position" type="string" value="p=6;x=0;y=0"/>
            <property name="plugin-ids" type="array">
              <value type="int" value="1"/>
            </property>
          </property>
        </property>
        <property name="plugins" type="empty">
          <property name="plugin-1" type="string" value="systray"/>
        </property>
      </channel>
      """;

  @TempDir Path folder;

  private static String respite(Rig rig, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("respite.jar")));
    command.addAll(List.of(arguments));
    return rig.ask(command.toArray(String[]::new));
  }

  /** The candidate in use, port by port; a dash for none. */
  private static Map<String, String> used(Rig rig) throws JsonException {
    Map<String, Object> document = Json.readObject(respite(rig, "doctor", "--json"));
    Map<String, String> used = new TreeMap<>();
    for (Object port : (List<?>) document.get("ports")) {
      Object name = ((Map<?, ?>) port).get("used");
      used.put(
          String.valueOf(((Map<?, ?>) port).get("port")), name == null ? "-" : name.toString());
    }
    return used;
  }

  @Test
  void onXfceAlmostAllIsThere() throws Exception {
    Rig.need("xfwm4", "xfce4-panel", "xprop", "gdbus", "dunst");
    try (Rig rig = new Rig(folder)) {
      rig.screen(800, 600);
      rig.sessionBus();
      rig.environment().put("XDG_CURRENT_DESKTOP", "XFCE");
      rig.environment().put("XDG_SESSION_TYPE", "x11");
      panel();
      rig.run("wm", "xfwm4", "--compositor=off");
      rig.run("panel", "xfce4-panel", "--disable-wm-check");
      rig.run("notifications", "dunst");
      rig.managed();
      rig.until("the panel is there", () -> owned(rig, "org.kde.StatusNotifierWatcher"));
      rig.until("notifications are there", () -> owned(rig, "org.freedesktop.Notifications"));
      assertThat(used(rig))
          .containsEntry("tray", "StatusNotifierItem")
          .containsEntry("notifications", "Desktop notifications")
          .containsEntry("do-not-disturb", "dunst paused")
          .containsEntry("idle", "X11 idle counter")
          .containsEntry("full-screen", "X11 full screen")
          .containsEntry("focus", "X11 active window")
          .containsEntry("break-view", "JavaFX windows")
          .containsEntry("autostart", "XDG autostart")
          .containsEntry("shortcuts", "X11 key grab");
      String text = respite(rig, "doctor");
      assertThat(text.lines()).allMatch(line -> line.length() <= 80);
      assertThat(text).contains("Session    x11, XFCE", "Display    :");
    }
  }

  @Test
  void onABareWindowManagerThereIsWhatX11Gives() throws Exception {
    Rig.need("openbox", "xprop");
    try (Rig rig = new Rig(folder)) {
      rig.screen(800, 600);
      rig.run("wm", "openbox");
      rig.managed();
      assertThat(used(rig))
          .containsEntry("tray", "-")
          .containsEntry("notifications", "-")
          .containsEntry("idle", "X11 idle counter")
          .containsEntry("do-not-disturb", "-")
          .containsEntry("full-screen", "X11 full screen")
          .containsEntry("focus", "X11 active window")
          .containsEntry("break-view", "JavaFX windows");
      String text = respite(rig, "doctor");
      assertThat(text.lines()).allMatch(line -> line.length() <= 80);
      assertThat(text).contains("Tray icon: none.", "no session bus", "Session    x11");
    }
  }

  @Test
  void withoutABusAndADisplayItSaysSo() throws Exception {
    try (Rig rig = new Rig(folder)) {
      Map<String, String> used = used(rig);
      assertThat(used)
          .containsEntry("tray", "-")
          .containsEntry("notifications", "-")
          .containsEntry("idle", "-")
          .containsEntry("break-view", "-");
    }
  }

  @Test
  void aDesktopThatHangsIsSaidToHang() throws Exception {
    Rig.need("openbox", "xprop");
    try (Rig rig = new Rig(folder)) {
      Process screen = rig.screen(800, 600);
      Process bus = rig.sessionBus();
      rig.run("wm", "openbox");
      rig.managed();
      signal(screen, "-STOP");
      signal(bus, "-STOP");
      String text;
      try {
        text = respite(rig, "doctor");
      } finally {
        signal(screen, "-CONT");
        signal(bus, "-CONT");
      }
      assertThat(text)
          .contains(
              "Tray icon: none.", "Idle time: none.", "Break view: none.", "Start at login\n");
    }
  }

  private static void signal(Process to, String signal) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, Long.toString(to.pid())).start().waitFor())
        .isZero();
  }

  @Test
  void theStartAtLoginIsSwitchedOnAndOff() {
    try (Rig rig = new Rig(folder)) {
      assertThat(respite(rig, "autostart")).contains("does not start");
      assertThat(respite(rig, "autostart", "--on")).isEqualTo("The coach starts when you log in.");
      assertThat(respite(rig, "autostart")).isEqualTo("The coach starts when you log in.");
      assertThat(folder.resolve("config/autostart/respite.desktop"))
          .content()
          .contains("respite.jar", "coach");
      assertThat(respite(rig, "doctor")).contains("At login   the coach starts");
      assertThat(respite(rig, "autostart", "--off")).contains("does not start");
      assertThat(respite(rig, "autostart")).contains("does not start");
    }
  }

  private void panel() throws IOException {
    Path file = folder.resolve("config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, PANEL);
  }

  private static boolean owned(Rig rig, String name) {
    return rig.ask(
            "gdbus",
            "call",
            "--session",
            "--dest",
            "org.freedesktop.DBus",
            "--object-path",
            "/org/freedesktop/DBus",
            "--method",
            "org.freedesktop.DBus.NameHasOwner",
            name)
        .contains("true");
  }
}
