package app.respite.domain.review;

import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of tiredness, on the scale of the ratings, always with its range.
 *
 * @param now at the end of the range, or now where that is earlier
 * @param ratings rated sprints it rests on
 * @param pattern whether it foretold ratings better than the person's own mean
 * @param buildUp half-life of build-up in minutes; null while too little is known
 * @param recovery half-life of recovery in minutes; null while its range is too wide
 * @param buildUpBefore what build-up was believed to be 90 days ago; null unless both are known
 *     well
 * @param nextBreak the work after which a rest is advised next
 * @param sentence all of it in one sentence
 * @param curve the last day's course, in order of time
 */
public record FatigueFigures(
    Range now,
    Tier tier,
    int ratings,
    boolean pattern,
    @Nullable Range buildUp,
    @Nullable Range recovery,
    @Nullable Range buildUpBefore,
    Duration nextBreak,
    String sentence,
    List<Point> curve) {
  /** The estimate at a moment. */
  public record Point(Instant at, Range rating) {}

  public FatigueFigures {
    curve = List.copyOf(curve);
  }
}
