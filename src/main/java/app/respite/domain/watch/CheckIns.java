package app.respite.domain.watch;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When the answers to the two-weekly question call for a supportive message: a 4 or 5 once, or a 3
 * and more in two answers on end that are at most 35 days apart. A question left out is no answer.
 * The rule is ours (docs/models.md) and not a validated cut-off; no score is shown.
 */
public final class CheckIns {
  private static final int STRONG = 4;
  private static final int RAISED = 3;
  private static final long APART = 35;

  private CheckIns() {}

  /**
   * An answer.
   *
   * @param level 1 to 5
   */
  public record Answer(LocalDate day, int level) {}

  /** The days on which an answer calls for the message. */
  public static Set<LocalDate> calls(List<Answer> answers) {
    List<Answer> ordered = answers.stream().sorted(Comparator.comparing(Answer::day)).toList();
    Set<LocalDate> calls = new TreeSet<>();
    Answer before = null;
    for (Answer answer : ordered) {
      if (answer.level() >= STRONG || (answer.level() >= RAISED && near(before, answer))) {
        calls.add(answer.day());
      }
      before = answer;
    }
    return calls;
  }

  private static boolean near(@Nullable Answer before, Answer answer) {
    return before != null
        && before.level() >= RAISED
        && ChronoUnit.DAYS.between(before.day(), answer.day()) <= APART;
  }
}
