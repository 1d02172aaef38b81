package app.respite.ui.kit;

import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a moment of a day lies across a drawing; the same for every drawing of that day, so that
 * they can stand one below the other.
 *
 * @param gutter room on the left for the words of a scale
 */
public record HourScale(Interval hours, double gutter) {
  /** The place of a moment in a drawing so wide; what is outside the hours lies at their edge. */
  public double x(Instant moment, double width) {
    double share =
        (double) Duration.between(hours.start(), moment).toMillis()
            / Math.max(1, hours.length().toMillis());
    return gutter + (width - gutter) * Math.clamp(share, 0, 1);
  }

  /** Whether a moment lies in the hours. */
  public boolean holds(Instant moment) {
    return !moment.isBefore(hours.start()) && !moment.isAfter(hours.end());
  }
}
