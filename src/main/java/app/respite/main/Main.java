package app.respite.main;

import app.respite.cli.Cli;
import app.respite.cli.ProgramServices;
import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.journal.SqliteJournal;
import app.respite.journal.SqliteLibrary;
import app.respite.link.OneCall;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Wires the program and runs one call of it. */
public final class Main {
  /** The encoding by which Java reads the words of a call and names files. */
  private static final String WORDS = "sun.jnu.encoding";

  private static final String UTF_8 = "UTF-8";

  private Main() {}

  /** Runs a call and ends with its exit status. */
  public static void main(String[] arguments) {
    OptionalInt quick = quick(List.of(arguments));
    if (quick.isPresent()) {
      // Nothing is left to end, and an orderly exit would load its own logging first.
      Runtime.getRuntime().halt(quick.getAsInt());
    }
    System.exit(inFull(List.of(arguments)));
  }

  /** Runs a call and gives its exit status. */
  public static int run(List<String> arguments) {
    OptionalInt quick = quick(arguments);
    return quick.isPresent() ? quick.getAsInt() : inFull(arguments);
  }

  private static OptionalInt quick(List<String> arguments) {
    OptionalInt unreadable =
        Cli.refuseUnreadable(
            arguments, System.getProperty("user.dir", ""), System.getProperty(WORDS, UTF_8));
    if (unreadable.isPresent()) {
      return unreadable;
    }
    return Cli.runQuick(arguments, new QuickWay(), Main::log);
  }

  private static int inFull(List<String> arguments) {
    String build = build();
    SystemClock clock;
    LogFile log;
    try {
      clock = clock();
      log = new LogFile(folders(null).log());
    } catch (InvalidPathException bad) {
      return Cli.refuse(bad);
    } catch (CoachException bad) {
      return Cli.refuse(bad);
    }
    Thread.setDefaultUncaughtExceptionHandler((thread, failed) -> log.failure(failed));
    WarmUp.begin(Role.of(arguments), new Threads(log).each("warm-up"));
    return Cli.run(
        arguments,
        home -> {
          Folders folders = usable(home);
          SqliteLibrary.keepIn(folders.libraries());
          return new Program(folders, home, clock, new LogFile(folders.log()), build);
        },
        build,
        log::failure);
  }

  /** Straight to the socket; the rest of the program is made only where that is not all. */
  private static final class QuickWay implements Cli.Quick {
    @Override
    public Optional<CoachCall> coach(@Nullable Path home) {
      return CoachFinder.find(usable(home), socket -> OneCall.to(socket).map(call -> call));
    }

    @Override
    public Optional<CoachCall> comingCoach(@Nullable Path home) {
      Path journal = usable(home).journal();
      while (true) {
        Optional<ProcessHandle> holder =
            ProcessHandle.of(SqliteJournal.holder(journal)).filter(ProcessHandle::isAlive);
        // Looked for after its holder was, so that one that came in between is found.
        Optional<CoachCall> found = coach(home);
        if (found.isPresent() || holder.isEmpty()) {
          return found;
        }
        HolderWait.ended(holder.get().onExit());
      }
    }

    @Override
    public @Nullable String zone() {
      return SystemZone.name();
    }

    @Override
    public ProgramServices world(@Nullable Path home) {
      Folders folders = usable(home);
      SqliteLibrary.keepIn(folders.libraries());
      return new Program(folders, home, clock(), new LogFile(folders.log()), build());
    }
  }

  private static SystemClock clock() {
    return new SystemClock(
        System.getProperty("respite.clock.speed"), System.getProperty("respite.clock.origin"));
  }

  private static void log(Throwable failed) {
    new LogFile(folders(null).log()).failure(failed);
  }

  /** Not everybody that a program runs for has a folder; one under the current would be made. */
  private static Folders usable(@Nullable Path home) {
    Folders folders = folders(home);
    if (!folders.data().isAbsolute()) {
      throw new CoachException(
          CoachException.Kind.WRONG,
          "this user has no folder of their own; name one with --home or RESPITE_HOME");
    }
    return folders;
  }

  private static Folders folders(@Nullable Path home) {
    return Folders.of(
        home,
        System.getenv(),
        System.getProperty("os.name", ""),
        Folders.user(System.getProperty("user.home", ""), System.getenv()),
        System.getProperty("user.name", "user"),
        Path.of(System.getProperty("java.io.tmpdir", ".")));
  }

  private static String build() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "respite " + (version == null ? "unpackaged" : version);
  }
}
