package app.respite.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.desktop.Rig;
import app.respite.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A desktop with a window manager, the real coach, and an xterm that writes down what is typed. */
public final class FaceRig implements AutoCloseable {
  private static final Pattern GEOMETRY = Pattern.compile("(\\d+)x(\\d+)\\+(-?\\d+)\\+(-?\\d+)");

  private final Rig rig;
  private final Path home;
  private final List<String> options = new ArrayList<>();

  /** A window of the screen's tree. */
  public record Shown(String name, int width, int height, int x, int y) {}

  /** A desktop in a folder; nothing runs yet. */
  public FaceRig(Path folder) {
    Rig.need("xdotool", "xwininfo", "xterm", "import");
    Rig.needFile("/usr/lib/x86_64-linux-gnu/libgtk-3.so.0");
    this.rig = new Rig(folder);
    this.home = folder.resolve("respite");
    rig.environment().put("RESPITE_HOME", home.toString());
  }

  /** The desktop. */
  public Rig rig() {
    return rig;
  }

  /** Gives every process of Respite an option, such as {@code -Drespite.clock.speed=3}. */
  public void option(String option) {
    options.add(option);
  }

  /** Two screens beside each other, by Xorg's dummy driver. */
  public void twoScreens() {
    Rig.need("Xorg", "xrandr");
    Rig.needFile("/usr/lib/xorg/modules/drivers/dummy_drv.so");
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
            ("exec Xorg -displayfd 3 -config %s/xorg.conf -logfile %s/xorg-server.log -noreset"
                    + " -nolisten tcp -novtswitch -sharevts 3>%s")
                .formatted(rig.folder(), rig.folder(), number));
    rig.until(
        "Xorg chooses a display or refuses",
        () -> !server.isAlive() || (Files.exists(number) && read(number).endsWith("\n")));
    assumeTrue(server.isAlive(), "skipped, Xorg's dummy driver does not start here");
    rig.environment().put("DISPLAY", ":" + read(number).strip());
    rig.ask(words("xrandr --newmode tall 90 800 860 950 1100 1280 1283 1290 1320"));
    rig.ask(words("xrandr --newmode wide 63.50 1024 1072 1176 1328 768 771 775 798"));
    rig.ask(words("xrandr --addmode DUMMY1 tall"));
    rig.ask(words("xrandr --addmode DUMMY1 wide"));
    second("--mode tall --right-of DUMMY0");
  }

  /** Changes the second screen. */
  public void second(String how) {
    rig.ask(words("xrandr --output DUMMY1 " + how));
    // Only a look at the outputs makes the driver say that one is connected.
    rig.ask("xrandr");
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  /** Starts a window manager, and waits until it manages. */
  public void manager(String name) {
    Rig.need(name);
    rig.run(name, name.equals("xfwm4") ? new String[] {name, "--compositor=off"} : words(name));
    rig.until(
        name + " manages windows",
        () -> rig.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").contains("window id"));
  }

  /** Writes the settings file. */
  public void settings(String... lines) {
    write(home.resolve("respite.properties"), String.join("\n", lines) + "\n");
  }

  /** What the settings file says. */
  public String settings() {
    return read(home.resolve("respite.properties"));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String[] respite(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-jar", System.getProperty("respite.jar")));
    command.addAll(Arrays.asList(arguments));
    return command.toArray(String[]::new);
  }

  /** Starts the coach with one task. */
  public void coach() {
    rig.run("coach", respite("coach"));
    rig.until("the coach answers", () -> run("status").contains("Nothing"));
    run("task", "add", "Boxes", "--work", "image boxes");
  }

  /** Starts a face by hand. */
  public Process face(String kind) {
    return rig.run("face-" + kind, respite("face", kind));
  }

  /** Runs a command of Respite. */
  public String run(String... arguments) {
    return rig.ask(respite(arguments));
  }

  /** The coach's state. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> status() {
    String line = run("status", "--json");
    try {
      return (Map<String, Object>) Json.read(line);
    } catch (app.respite.json.JsonException wrong) {
      throw new AssertionError(line, wrong);
    }
  }

  /** What of a break is to be seen, as the coach says. */
  public String form() {
    return status().get("prompting") instanceof Map<?, ?> prompting
        ? String.valueOf(prompting.get("form"))
        : "";
  }

  /** An xterm, with the keyboard, that writes what is typed into a file. */
  public void editor() {
    Path typed = rig.folder().resolve("typed");
    rig.run("xterm", "xterm", "-geometry", "60x8+200+300", "-e", "cat > " + typed);
    rig.until("the editor has the keyboard", () -> active().contains("cat"));
  }

  /** What has been typed into the editor, line by line. */
  public String typed() {
    return read(rig.folder().resolve("typed"));
  }

  /** The name of the window that has the keyboard. */
  public String active() {
    return rig.ask("xdotool", "getactivewindow", "getwindowname");
  }

  /** Types letters at a typist's pace without waiting for it. */
  public Process type(String letters, int millis) {
    return rig.run("type", "xdotool", "type", "--delay", Integer.toString(millis), letters);
  }

  /** Presses a key. */
  public void key(String name) {
    rig.ask("xdotool", "key", name);
  }

  /** Moves the pointer and presses its first button. */
  public void click(int x, int y) {
    rig.ask(words("xdotool mousemove %d %d click 1".formatted(x, y)));
  }

  /** Respite's windows, as the X server has them on show. */
  public List<Shown> shown() {
    List<Shown> found = new ArrayList<>();
    for (String line : rig.ask("xwininfo", "-root", "-tree").lines().toList()) {
      Matcher at = GEOMETRY.matcher(line);
      if (line.contains("\"java\"") && at.find()) {
        String id = line.strip().split(" ")[0];
        if (rig.ask("xwininfo", "-id", id).contains("IsViewable")) {
          found.add(
              new Shown(
                  line.contains("\"Respite") ? "named" : "",
                  Integer.parseInt(at.group(1)),
                  Integer.parseInt(at.group(2)),
                  Integer.parseInt(at.group(3)),
                  Integer.parseInt(at.group(4))));
        }
      }
    }
    return found;
  }

  /** Whether something of this size and place is on show. */
  public boolean covers(int width, int height, int x, int y) {
    return shown().stream()
        .anyMatch(
            each ->
                each.x() <= x
                    && each.y() <= y
                    && each.x() + each.width() >= x + width
                    && each.y() + each.height() >= y + height);
  }

  /** The colour of a point of the screen, such as {@code #0E1518}. */
  public String colour(int x, int y) {
    String said =
        rig.ask(words("import -window root -crop 1x1+%d+%d -depth 8 txt:-".formatted(x, y)));
    Matcher hex = Pattern.compile("#[0-9A-F]{6}").matcher(said);
    assertThat(hex.find()).as(said).isTrue();
    return hex.group();
  }

  /** The processes of faces. */
  public List<ProcessHandle> faces() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(" face "))
        .filter(process -> process.info().commandLine().orElse("").contains("Launcher"))
        .filter(this::isHere)
        .toList();
  }

  private boolean isHere(ProcessHandle process) {
    try {
      return new String(Files.readAllBytes(Path.of("/proc", process.pid() + "", "environ")))
          .contains("RESPITE_HOME=" + home);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Ends the coach, and with it every face. */
  @Override
  public void close() {
    try {
      if (Files.exists(home.resolve("respite.log"))) {
        run("quit");
      }
      faces().forEach(ProcessHandle::destroy);
    } finally {
      rig.close();
    }
  }
}
