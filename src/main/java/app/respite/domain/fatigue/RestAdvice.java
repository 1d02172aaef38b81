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
 * @param tier how much is known
 */
public record RestAdvice(Duration after, Duration length, boolean early, Range usual, Tier tier) {}
