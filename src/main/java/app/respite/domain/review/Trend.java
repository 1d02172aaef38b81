package app.respite.domain.review;

import app.respite.domain.statistics.MannKendall;
import app.respite.domain.statistics.TheilSen;
import java.util.Optional;

/**
 * How a task's items an hour moved from sprint to sprint. A tendency, never a cause: harder items
 * and learning move it as well.
 *
 * <p>One point a sprint: x is the sprint's middle in hours since the first one's, y its items an
 * hour of work.
 *
 * @param n sprints
 * @param slopePerHour items an hour, per hour; see {@link TheilSen}
 * @param s see {@link MannKendall}
 * @param p two-sided; exact up to eight sprints
 * @param intercept items an hour at the first sprint's middle, as the line says
 */
public record Trend(
    int n, double slopePerHour, int s, double variance, double z, double p, double intercept) {
  /** Fewer sprints than this say nothing. */
  public static final int LEAST = 5;

  /** The trend of points in order of time; empty for too few, or where all are at one time. */
  static Optional<Trend> of(double[] hours, double[] rates) {
    if (hours.length < LEAST) {
      return Optional.empty();
    }
    return TheilSen.fit(hours, rates)
        .flatMap(line -> MannKendall.test(rates).map(test -> of(line, test)));
  }

  private static Trend of(TheilSen line, MannKendall test) {
    return new Trend(
        test.n(), line.slope(), test.s(), test.variance(), test.z(), test.p(), line.intercept());
  }
}
