package app.respite.main;

import app.respite.cli.Cli;
import app.respite.coach.port.CoachException;
import app.respite.journal.SqliteLibrary;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wires the program and runs one call of it. */
public final class Main {
  private Main() {}

  /** Runs a call and ends with its exit status. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  /** Runs a call and gives its exit status. */
  public static int run(List<String> arguments) {
    String build = build();
    SystemClock clock;
    LogFile log;
    try {
      clock =
          new SystemClock(
              System.getProperty("respite.clock.speed"),
              System.getProperty("respite.clock.origin"));
      log = new LogFile(folders(null).log());
    } catch (InvalidPathException bad) {
      return Cli.refuse(bad);
    } catch (CoachException bad) {
      return Cli.refuse(bad);
    }
    Thread.setDefaultUncaughtExceptionHandler((thread, failed) -> log.failure(failed));
    return Cli.run(
        arguments,
        home -> {
          Folders folders = folders(home);
          SqliteLibrary.keepIn(folders.libraries());
          return new Program(folders, home, clock, new LogFile(folders.log()), build);
        },
        build,
        log::failure);
  }

  private static Folders folders(@Nullable Path home) {
    return Folders.of(
        home,
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getProperty("user.name", "user"),
        Path.of(System.getProperty("java.io.tmpdir", ".")));
  }

  private static String build() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "respite " + (version == null ? "unpackaged" : version);
  }
}
