package app.respite.cli;

import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.Reason;
import app.respite.coach.port.SettingsException;
import app.respite.domain.text.PlainText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a call, gives its exit status. Never a stack trace. */
public final class Cli {
  static final int WRONG = 2;

  private static final char UNREADABLE = '\ufffd';
  private static final String LOCALE = "set LC_ALL to a locale with UTF-8, such as C.UTF-8";

  private Cli() {}

  /**
   * Runs a call.
   *
   * @param build name of this build, for {@code --version}
   * @param log takes what went wrong inside, in full
   * @return the exit status
   */
  public static int run(
      List<String> arguments, ProgramServices.Maker maker, String build, Consumer<Throwable> log) {
    Output output = new Output();
    PrintWriter out = writer(output);
    PrintWriter err = error();
    int status = run(arguments, maker, build, log, out, err);
    return told(output, status, err);
  }

  /** What came to nothing only because nobody could be told is no success. */
  private static int told(Output output, int status, PrintWriter err) {
    IOException failed = output.failure();
    return failed == null || status != 0 ? status : refuse(failed, err);
  }

  private static int run(
      List<String> arguments,
      ProgramServices.Maker maker,
      String build,
      Consumer<Throwable> log,
      PrintWriter out,
      PrintWriter err) {
    try {
      DirectCall direct = DirectCall.read(arguments).orElse(null);
      if (direct != null) {
        OptionalInt status = inWorld(direct, maker, out, err, log);
        if (status.isPresent()) {
          return status.getAsInt();
        }
      }
      return new CommandTree(maker, build, out, err, log).run(arguments);
    } catch (InvalidPathException bad) {
      return refuse(bad, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** What a quick call needs of the program it is part of. */
  public interface Quick {
    /** The running coach of a home, null for the platform's own; for one request. */
    Optional<CoachCall> coach(@Nullable Path home);

    /** The same, once whoever holds the journal listens or has ended: it may be just starting. */
    Optional<CoachCall> comingCoach(@Nullable Path home);

    /** Where the person is; null to leave it to the coach, which follows the system. */
    @Nullable String zone();

    /** All there is, for what little is left to do then. */
    ProgramServices world(@Nullable Path home);
  }

  /**
   * Runs a call that only talks to the coach, if this is a plain one.
   *
   * @param log takes what went wrong inside, in full
   * @return the exit status; empty where {@link #run} has to do it
   */
  public static OptionalInt runQuick(List<String> arguments, Quick quick, Consumer<Throwable> log) {
    Output output = new Output();
    PrintWriter err = error();
    OptionalInt status = runQuick(arguments, quick, writer(output), err, log);
    return status.isPresent()
        ? OptionalInt.of(told(output, status.getAsInt(), err))
        : OptionalInt.empty();
  }

  static OptionalInt runQuick(
      List<String> arguments,
      Quick quick,
      PrintWriter out,
      PrintWriter err,
      Consumer<Throwable> log) {
    try {
      QuickCall call = QuickCall.read(arguments).orElse(null);
      if (call == null || call.staysOn()) {
        return OptionalInt.empty();
      }
      Map<String, @Nullable Object> fields = call.command().fields(call.given());
      Optional<CoachCall> found = quick.coach(call.home());
      if (found.isEmpty() && call.startsCoach()) {
        return OptionalInt.empty();
      }
      Optional<CoachCall> coach =
          found.isEmpty() && call.endsCoach() ? quick.comingCoach(call.home()) : found;
      CoachTalk.Outcome outcome = new CoachTalk(() -> coach, quick.zone(), out, err).tell(fields);
      if (outcome.standing() != null) {
        ProgramServices world = quick.world(call.home());
        try {
          StartCommand.tellStanding(outcome, world, out);
        } finally {
          close(world, log);
        }
      }
      return OptionalInt.of(outcome.status());
    } catch (InvalidPathException bad) {
      return OptionalInt.of(refuse(bad, err));
    } catch (RuntimeException failed) {
      return OptionalInt.of(fail(failed, err, log));
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static OptionalInt inWorld(
      DirectCall call,
      ProgramServices.Maker maker,
      PrintWriter out,
      PrintWriter err,
      Consumer<Throwable> log) {
    ProgramServices world = null;
    try {
      world = maker.of(call.home());
      return call.work().in(world, out, err);
    } catch (InvalidPathException bad) {
      throw bad;
    } catch (Exception failed) {
      return OptionalInt.of(fail(failed, err, log));
    } finally {
      close(world, log);
    }
  }

  /** Lets go of a world; what goes wrong then is for the log only. */
  static void close(@Nullable ProgramServices world, Consumer<Throwable> log) {
    if (world != null) {
      try {
        world.close();
      } catch (RuntimeException failed) {
        log.accept(failed);
      }
    }
  }

  /** One line for a path of the call or its environment that this system cannot write down. */
  public static int refuse(InvalidPathException bad) {
    return refuse(bad, error());
  }

  /** One line for an answer that could not be written. */
  static int refuse(IOException failed) {
    return refuse(failed, error());
  }

  private static int refuse(IOException failed, PrintWriter err) {
    return say(
        new CoachException(
            CoachException.Kind.STORE,
            "the answer cannot be written (" + Reason.of(failed) + "); see where it goes to",
            failed),
        CoachException.Kind.STORE.exitStatus(),
        err);
  }

  /** One line for what is wrong with a call before there is a world for it. */
  public static int refuse(CoachException bad) {
    return say(bad, bad.kind().exitStatus(), error());
  }

  /**
   * Refuses a call of which Java could not read a word in this locale: a task of that name would be
   * kept for good. Nor can it name the folder then that a relative path is meant from, and would
   * write into another one.
   *
   * @param folder where the program was called
   * @param encoding by which all this was read; in UTF-8 the mark of the unreadable was typed
   * @return the exit status; empty where all was read
   */
  public static OptionalInt refuseUnreadable(
      List<String> arguments, String folder, String encoding) {
    if (encoding.equals("UTF-8")) {
      return OptionalInt.empty();
    }
    String unreadable = null;
    for (String word : arguments) {
      if (word.indexOf(UNREADABLE) >= 0) {
        unreadable = "'" + word + "'";
        break;
      }
    }
    if (unreadable == null && folder.indexOf(UNREADABLE) >= 0) {
      unreadable = "the name of the folder you are in, " + folder + ",";
    }
    if (unreadable == null) {
      return OptionalInt.empty();
    }
    PrintWriter err = error();
    err.println(
        "respite: " + PlainText.marked(unreadable) + " cannot be read in this locale; " + LOCALE);
    err.flush();
    return OptionalInt.of(WRONG);
  }

  static int refuse(InvalidPathException bad, PrintWriter err) {
    err.println(
        "respite: '"
            + PlainText.marked(bad.getInput())
            + "' is no path here ("
            + bad.getReason()
            + "); give another one, or "
            + LOCALE);
    err.flush();
    return WRONG;
  }

  /** One line for what went wrong while the program was ending; gives the exit status. */
  public static int fail(Exception failed, Consumer<Throwable> log) {
    return fail(failed, error(), log);
  }

  /** One line for what went wrong; more only into the log. */
  static int fail(Exception failed, PrintWriter err, Consumer<Throwable> log) {
    CoachException known = CoachException.of(failed);
    if (!(failed instanceof CoachException
        || failed instanceof JournalException
        || failed instanceof SettingsException)) {
      log.accept(failed);
    }
    return say(known, known.kind().exitStatus(), err);
  }

  private static int say(Exception known, int status, PrintWriter err) {
    err.println("respite: " + oneLine(String.valueOf(known.getMessage())));
    err.flush();
    return status;
  }

  static String oneLine(String text) {
    return PlainText.marked(text.strip().replaceAll("\\s*\\R\\s*", "; "));
  }

  private static PrintWriter error() {
    return writer(new FileOutputStream(FileDescriptor.err));
  }

  /** UTF-8 whatever the locale says, because task names are. */
  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
