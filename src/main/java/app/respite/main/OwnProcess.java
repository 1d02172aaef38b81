package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Reason;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * This program started once more, as a process of its own. The coach started from a window or
 * terminal and a face started from the coach outlive whoever started them, a worker does not.
 */
final class OwnProcess {
  private static final Path SHELL = Path.of("/bin/sh");

  /** This run's own properties that what it starts gets too, besides those of the program. */
  private static final Set<String> PASSED_ON = Set.of("user.timezone", "java.io.tmpdir");

  private OwnProcess() {}

  /**
   * Starts it.
   *
   * @param role the coach or a face
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
                  + before(role)
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
      ProcessBuilder process = new ProcessBuilder(command);
      process.environment().putAll(role.environment());
      // It runs in another folder, from where a relative home would be another one.
      process
          .environment()
          .computeIfPresent(
              "RESPITE_HOME",
              (name, given) ->
                  given.isBlank() ? given : Path.of(given).toAbsolutePath().toString());
      return process
          .directory(usersFolder())
          .redirectInput(Redirect.from(nothing()))
          .redirectOutput(
              log.usable() ? Redirect.appendTo(log.file().toFile()) : Redirect.to(nothing()))
          .redirectErrorStream(true)
          .start();
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE,
          "cannot start " + String.join(" ", arguments) + ": " + Reason.of(failed),
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
              "command -v nice >/dev/null && exec " + before(Role.WORKER) + "\"$@\"; exec \"$@\"",
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

  /** Holds no other disk in use. Not everybody that a program runs for has a folder. */
  private static File usersFolder() {
    File own = new File(System.getProperty("user.home", "."));
    return own.isDirectory() ? own : new File(File.separator);
  }

  private static File nothing() {
    return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  }

  /** Words of the shell: what may wait makes way for what else goes on. */
  private static String before(Role role) {
    return switch (role) {
      case WINDOW, FACE -> "nice -n 5 ";
      case WORKER -> "nice -n 10 ";
      case QUICK, COMMAND, COACH -> "";
    };
  }

  /**
   * This program, as a command. A packaged app's own launcher cannot be started by itself: what it
   * leaves in the environment confuses the second. Its Java can.
   *
   * @param properties whether this run's own properties go along
   */
  private static List<String> self(Role role, boolean properties) {
    List<String> command =
        new ArrayList<>(
            role.command(Path.of(System.getProperty("java.home"), "bin", "java"), jar()));
    if (properties) {
      System.getProperties()
          .forEach(
              (name, value) -> {
                if (PASSED_ON.contains(name) || String.valueOf(name).startsWith("respite.")) {
                  command.add("-D" + name + "=" + value);
                }
              });
    }
    command.add("-jar");
    command.add(jar().toString());
    return command;
  }

  /** The jar this runs from. Its own manifest grants what libraries with native code need. */
  private static Path jar() {
    try {
      return Path.of(OwnProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException never) {
      throw new IllegalStateException(never);
    }
  }
}
