package app.respite.cli;

import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest.Lines;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the coach what a {@link CoachCommand} says and prints what the coach makes of it, word for
 * word: the coach knows everything there is to say, so nothing of it is loaded here.
 */
final class CoachTalk {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<Optional<CoachCall>> coach;
  private final @Nullable String zone;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * What came of it.
   *
   * @param status the exit status
   * @param standing the task that was begun, where there is something to say of where it stands
   */
  record Outcome(int status, @Nullable String standing) {}

  /**
   * A talk with the coach of a home.
   *
   * @param zone where the person is; null to leave it to the coach
   */
  CoachTalk(
      Supplier<Optional<CoachCall>> coach,
      @Nullable String zone,
      PrintWriter out,
      PrintWriter err) {
    this.coach = coach;
    this.zone = zone;
    this.out = out;
    this.err = err;
  }

  static CoachException noCoach() {
    return new CoachException(Kind.NO_COACH, "no coach is running; start it with: respite start");
  }

  /**
   * Tells the coach.
   *
   * @param fields of a {@link CoachCommand}
   * @throws CoachException where no coach runs, or it comes to nothing
   */
  Outcome tell(Map<String, @Nullable Object> fields) {
    try (CoachCall call = coach.get().orElseThrow(CoachTalk::noCoach)) {
      Object command = fields.get("do");
      if ("quit".equals(command)) {
        return quit(call);
      }
      if ("status".equals(command)) {
        return print(call.status(fields.containsKey("json"), zone));
      }
      return print(call.tell(fields, zone));
    }
  }

  private Outcome print(Lines answer) {
    lines(out, "", answer.out());
    lines(err, "respite: ", answer.err());
    return new Outcome(answer.status(), answer.standing());
  }

  private static void lines(PrintWriter to, String before, List<String> lines) {
    for (String line : lines) {
      to.println(before + line);
    }
  }

  private Outcome quit(CoachCall call) {
    CoachException unsaved = null;
    try {
      call.quit();
    } catch (CoachException left) {
      unsaved = left;
    }
    if (!call.isLetGoWithin(PATIENCE)) {
      throw new CoachException(Kind.NO, "the coach was asked to end and has not yet");
    }
    if (unsaved != null) {
      throw unsaved;
    }
    out.println("The coach has ended.");
    return new Outcome(0, null);
  }
}
