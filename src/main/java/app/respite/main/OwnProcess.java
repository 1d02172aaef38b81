package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * This program started once more, as a process of its own. The coach started from a window or
 * terminal and a face started from the coach outlive whoever started them, a worker does not.
 */
final class OwnProcess {
  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * What a Java process of this program is tuned for.
   *
   * @param before words of the shell that start it
   */
  record Role(List<String> flags, String before) {
    /**
     * Hours in the background, with hardly anything to compute: interpreted code and a small heap
     * are what keep it small.
     */
    static final Role COACH =
        new Role(
            List.of(
                "-Xint", "-XX:+UseSerialGC", "-Xms4m", "-Xmx64m", "-Xss256k", "-XX:-UsePerfData"),
            "");

    /** A window that is to be there quickly and gone afterwards. */
    static final Role FACE =
        new Role(
            List.of(
                "-XX:+UseSerialGC",
                "-Xms8m",
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:-UsePerfData",
                "-Dprism.order=sw"),
            "nice -n 5 ");

    /** Half a second of work behind whatever else is going on. */
    static final Role WORKER =
        new Role(
            List.of(
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable"),
            "nice -n 10 ");
  }

  private OwnProcess() {}

  /**
   * Starts it.
   *
   * @param home the home named in the call, or null
   */
  static Process start(Role role, List<String> arguments, @Nullable Path home, LogFile log) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      // A session of its own keeps the terminal's keys and hang-ups away; where there is no setsid,
      // what is ignored here stays ignored.
      command.addAll(
          List.of(
              SHELL.toString(),
              "-c",
              "trap '' HUP INT QUIT; command -v setsid >/dev/null && exec "
                  + role.before()
                  + "setsid \"$@\"; exec \"$@\"",
              "respite"));
    }
    command.addAll(self(role, true));
    command.addAll(arguments);
    if (home != null) {
      command.add("--home");
      command.add(home.toAbsolutePath().toString());
    }
    try {
      PrivateFolder.around(log.file());
      ProcessBuilder process = new ProcessBuilder(command);
      // It runs in another folder, from where a relative home would be another one.
      process
          .environment()
          .computeIfPresent(
              "RESPITE_HOME",
              (name, given) ->
                  given.isBlank() ? given : Path.of(given).toAbsolutePath().toString());
      return process
          .directory(new File(System.getProperty("user.home", ".")))
          .redirectInput(Redirect.from(nothing()))
          .redirectOutput(Redirect.appendTo(log.file().toFile()))
          .redirectErrorStream(true)
          .start();
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE,
          "cannot start " + String.join(" ", arguments) + ": " + failed.getMessage(),
          failed);
    }
  }

  /**
   * Starts a piece of work that belongs to whoever starts it, reads what it prints, and ends it.
   *
   * @param home the home named in the call, or null
   */
  static Process startWorker(List<String> arguments, @Nullable Path home) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(
          List.of(
              SHELL.toString(),
              "-c",
              "command -v nice >/dev/null && exec " + Role.WORKER.before() + "\"$@\"; exec \"$@\"",
              "respite"));
    }
    command.addAll(self(Role.WORKER, true));
    command.addAll(arguments);
    if (home != null) {
      command.add("--home");
      command.add(home.toAbsolutePath().toString());
    }
    return new ProcessBuilder(command).redirectInput(Redirect.from(nothing())).start();
  }

  /**
   * The command that starts the coach at login. What was set for this one run stays out of it.
   *
   * @param home the home named in the call or its environment, which a login does not know; or null
   */
  static List<String> atLogin(@Nullable Path home) {
    List<String> command = self(Role.COACH, false);
    Path java = Path.of(command.getFirst());
    // On Windows it comes with a console window, its twin does not.
    Path quiet = java.resolveSibling("javaw.exe");
    command.set(0, (Files.exists(quiet) ? quiet : java).toString());
    command.add("coach");
    if (home != null) {
      command.add("--home");
      command.add(home.toAbsolutePath().toString());
    }
    return command;
  }

  private static File nothing() {
    return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  }

  /**
   * This program, as a command. A packaged app's own launcher cannot be started by itself: what it
   * leaves in the environment confuses the second. Its Java can.
   *
   * @param properties whether this run's own properties go along
   */
  private static List<String> self(Role role, boolean properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(role.flags());
    command.add("--enable-native-access=ALL-UNNAMED");
    if (properties) {
      System.getProperties()
          .forEach(
              (name, value) -> {
                if (String.valueOf(name).startsWith("respite.")
                    || name.equals("user.timezone")
                    || name.equals("java.io.tmpdir")) {
                  command.add("-D" + name + "=" + value);
                }
              });
    }
    command.add("-cp");
    command.add(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(Launcher.class.getName());
    return command;
  }
}
