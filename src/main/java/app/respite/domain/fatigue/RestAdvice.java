package app.respite.domain.fatigue;

import java.time.Duration;

/**
 * When a rest would fit, by the estimate.
 *
 * @param after work since the last rest
 * @param length how long the rest should be, whole minutes
 * @param early whether that is before the window opens
 * @param usual work since the last rest after which the threshold is reached: the estimate with its
 *     range in minutes, each at most {@link RestAdvisor#FAR}
 * @param threshold the rating at which the person wants to rest
 * @param tier how much is known
 * @param ratings rated sprints it rests on
 * @param pattern whether these show a pattern; without one the advice is the window's start
 */
public record RestAdvice(
    Duration after,
    Duration length,
    boolean early,
    Range usual,
    double threshold,
    Tier tier,
    int ratings,
    boolean pattern) {
  /** Whether the person's own ratings, not the standard, say when. */
  public boolean personal() {
    return tier.atLeast(Tier.LEARNING) && pattern;
  }
}
