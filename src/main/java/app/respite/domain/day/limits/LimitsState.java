package app.respite.domain.day.limits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the day and the week.
 *
 * @param said whether the day's was said today
 * @param again when it is said again, because it was put off; or null
 * @param weekBefore work of this week's days before today; not kept, for it follows from history
 * @param weekSaid whether the week's was said this week
 */
public record LimitsState(
    boolean said, @Nullable Instant again, Duration weekBefore, boolean weekSaid) {
  /** Nothing was said and nothing worked. */
  public static final LimitsState SILENT = new LimitsState(false, null, Duration.ZERO, false);

  LimitsState saidNow() {
    return new LimitsState(true, null, weekBefore, weekSaid);
  }

  LimitsState putOff(Instant until) {
    return new LimitsState(true, until, weekBefore, weekSaid);
  }

  LimitsState weekSaidNow() {
    return new LimitsState(said, again, weekBefore, true);
  }

  LimitsState nextDay(Duration workSoFar) {
    return new LimitsState(false, null, workSoFar, weekSaid);
  }
}
