package app.respite.coach.port;

import app.respite.bind.BindException;
import app.respite.bind.Form;
import app.respite.bind.Scalar;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Belief.Guess;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Traits;
import app.respite.domain.text.EnumWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt as plain values and back: what the worker hands to the coach. A guess is a bare
 * list of numbers, for there are many.
 */
public final class KnowledgeFields {
  private static final int MOST_GUESSES = 1000;
  private static final double ROUNDING = 1e-6;

  private static final Scalar<Double> AT_LEAST_ZERO =
      Scalar.real(0, "a number that is not below 0");
  private static final Scalar<Integer> COUNT =
      Scalar.whole(0, Integer.MAX_VALUE, "a whole number that is not below 0");

  private static final Form FORM =
      RecordFields.journal(Form.builder(EnumWords::of))
          .as(Belief.class, "ratings", COUNT)
          .as(Belief.class, "days", COUNT)
          .as(Belief.class, "noise", AT_LEAST_ZERO)
          .as(Guess.class, "weight", AT_LEAST_ZERO)
          .spread(Guess.class, "traits", "")
          .as(Guess.class, "freshVariance", AT_LEAST_ZERO)
          .as(Guess.class, "dayVariance", AT_LEAST_ZERO)
          .as(Traits.class, "buildUp", AT_LEAST_ZERO)
          .as(Traits.class, "recovery", AT_LEAST_ZERO)
          .as(Traits.class, "fresh", AT_LEAST_ZERO)
          .as(Traits.class, "drift", AT_LEAST_ZERO)
          .as(TaskTiredness.class, "sprints", COUNT)
          .list(Guess.class)
          .list(Range.class)
          .build();

  private KnowledgeFields() {}

  /** The fields of what was learnt; what is not known is left out. */
  public static Map<String, @Nullable Object> of(Knowledge knowledge) {
    return FORM.write(knowledge);
  }

  /**
   * What fields say was learnt.
   *
   * @throws CoachException of kind {@code WRONG} where they are nothing that can be learnt
   */
  public static Knowledge read(Map<String, @Nullable Object> fields) {
    try {
      Knowledge read = FORM.read(Knowledge.class, fields);
      check(read.belief());
      return read;
    } catch (BindException wrong) {
      throw Fields.wrong(wrong);
    }
  }

  private static void check(Belief belief) {
    List<Guess> guesses = belief.guesses();
    double whole = guesses.stream().mapToDouble(Guess::weight).sum();
    if (guesses.size() > MOST_GUESSES || Math.abs(whole - 1) > ROUNDING) {
      throw new BindException(
          "guesses", "1 to " + MOST_GUESSES + " guesses whose weights add up to 1", guesses);
    }
    for (Range range : List.of(belief.buildUp(), belief.recovery())) {
      if (range.low() > range.mid() || range.mid() > range.high()) {
        throw new BindException("a range", "a low, a middle and a high value", range);
      }
    }
  }
}
