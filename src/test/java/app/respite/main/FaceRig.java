package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.desktop.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests of faces need of a desktop: screens, a window manager, an editor, a pointer. */
record FaceRig(Rig rig) {
  private static final Pattern GEOMETRY = Pattern.compile("(\\d+)x(\\d+)\\+-?\\d+\\+-?\\d+");
  private static final Pattern PLACE = Pattern.compile("\\+(-?\\d+)\\+(-?\\d+)$");
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

  /** A window on show, in pixels. */
  record Shown(String name, int x, int y, int width, int height) {
    boolean covers(int left, int top, int wide, int high) {
      return x <= left && y <= top && x + width >= left + wide && y + height >= top + high;
    }
  }

  FaceRig {
    Rig.need("xdotool", "xwininfo", "xprop", "xterm", "import");
    boolean gtk =
        !rig.ask("sh", "-c", "{ ldconfig -p || /sbin/ldconfig -p; } | grep libgtk-3").isEmpty();
    assumeTrue(gtk, "skipped, there is no GTK 3");
  }

  private String ask(String line) {
    return rig.ask(line.split(" "));
  }

  /** Two screens beside each other, by Xorg's dummy driver. */
  void twoScreens() {
    Rig.need("Xorg", "xrandr");
    Path number = rig.folder().resolve("display");
    write(
        rig.folder().resolve("xorg.conf"),
        """
        Section "ServerFlags"
          Option "AutoAddDevices" "false"
          Option "AutoAddGPU" "false"
          Option "DontVTSwitch" "true"
        EndSection
        Section "Device"
          Identifier "dummy"
          Driver "dummy"
          VideoRam 256000
        EndSection
        Section "Screen"
          Identifier "screen"
          Device "dummy"
          DefaultDepth 24
        EndSection
        """);
    Process server =
        rig.run(
            "xorg",
            "sh",
            "-c",
            ("exec Xorg -displayfd 3 -config %s/xorg.conf -logfile %s/server.log -noreset"
                    + " -nolisten tcp -novtswitch -sharevts 3>%s")
                .formatted(rig.folder(), rig.folder(), number));
    rig.until(
        "Xorg chooses a display or refuses",
        () -> !server.isAlive() || (Files.exists(number) && text(number).endsWith("\n")));
    assumeTrue(server.isAlive(), "skipped, Xorg does not start with the dummy driver here");
    rig.environment().put("DISPLAY", ":" + text(number).strip());
    ask("xrandr --newmode tall 90 800 860 950 1100 1280 1283 1290 1320");
    ask("xrandr --newmode wide 63.50 1024 1072 1176 1328 768 771 775 798");
    ask("xrandr --addmode DUMMY1 tall");
    ask("xrandr --addmode DUMMY1 wide");
  }

  /** Changes the second screen. */
  void second(String how) {
    ask("xrandr --output DUMMY1 " + how);
    // Only after a look at it the driver says that it is connected.
    ask("xrandr");
  }

  /** Starts a window manager, and waits until it manages. */
  void manager(String name) {
    Rig.need(name);
    rig.run(name, name.equals("xfwm4") ? new String[] {name, "--compositor=off"} : name.split(" "));
    rig.managed();
  }

  /** An xterm, with the keyboard, that writes what is typed into a file. */
  void editor() {
    Path typed = rig.folder().resolve("typed");
    rig.run("xterm", "xterm", "-T", "editor", "-geometry", "60x8+200+300", "-e", "cat > " + typed);
    rig.until("the editor has the keyboard", () -> active().equals("editor"));
  }

  /** What has come to the editor; a line counts once it is ended. */
  String typed() {
    return text(rig.folder().resolve("typed"));
  }

  /** Types at a typist's pace, without waiting for it. */
  Process type(String letters, int millis) {
    return rig.run("type", "xdotool", "type", "--delay", Integer.toString(millis), letters);
  }

  void key(String name) {
    ask("xdotool key " + name);
  }

  void pointer(int x, int y) {
    ask("xdotool mousemove " + x + " " + y);
  }

  void click(int x, int y) {
    pointer(x, y);
    ask("xdotool click 1");
  }

  /** The title of the window that has the keyboard. */
  String active() {
    return ask("xdotool getactivewindow getwindowname");
  }

  /** Respite's windows as the X server has them on show. */
  List<Shown> shown() {
    List<Shown> found = new ArrayList<>();
    for (String line : ask("xwininfo -root -tree").lines().toList()) {
      Matcher size = GEOMETRY.matcher(line);
      Matcher place = PLACE.matcher(line);
      boolean ours = line.contains("(\"java\" ") || line.contains("espite\"");
      if (ours && size.find() && place.find() && viewable(line.strip().split(" ")[0])) {
        found.add(
            new Shown(
                line.contains("has no name") ? "" : line.replaceAll("^[^\"]*\"|\".*$", ""),
                Integer.parseInt(place.group(1)),
                Integer.parseInt(place.group(2)),
                Integer.parseInt(size.group(1)),
                Integer.parseInt(size.group(2))));
      }
    }
    return found;
  }

  private boolean viewable(String window) {
    return ask("xwininfo -id " + window).contains("IsViewable");
  }

  /** Whether a part of the screen is covered by one window of Respite. */
  boolean covered(int x, int y, int width, int height) {
    return shown().stream().anyMatch(each -> each.covers(x, y, width, height));
  }

  /** The colour of a point of the screen, such as {@code #0e1518}. */
  String colour(int x, int y) {
    String said = ask("import -window root -crop 1x1+" + x + "+" + y + " -depth 8 txt:-");
    Matcher colour = COLOUR.matcher(said);
    assertThat(colour.find()).as(said).isTrue();
    return colour.group().toLowerCase(java.util.Locale.ROOT);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
