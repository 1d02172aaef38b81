package app.respite.domain.watch;

import java.util.OptionalInt;

/**
 * A chart of the exponentially weighted mean {@code Z = lambda z + (1 - lambda) Z}, from 0 on, with
 * its exact limits (Roberts 1959). Another view of what a {@link Cusum} sees, not a second alarm.
 *
 * @param lambda weight of the newest value, above 0 and at most 1
 * @param width half the width between the limits, in standard deviations of the mean
 */
public record EwmaChart(double lambda, double width) {
  /** The view that goes with the watch's own chart: about 500 days between chance alarms. */
  public static final EwmaChart USUAL = new EwmaChart(0.1, 2.814);

  public EwmaChart {
    if (!(lambda > 0 && lambda <= 1 && width > 0)) {
      throw new IllegalArgumentException("no chart with lambda " + lambda + ", L " + width);
    }
  }

  /** The mean after one more value. */
  public double next(double mean, double z) {
    return lambda * z + (1 - lambda) * mean;
  }

  /** The means after each value. */
  public double[] means(double[] values) {
    double[] means = new double[values.length];
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean = next(mean, values[i]);
      means[i] = mean;
    }
    return means;
  }

  /** The limit after {@code t} values, 1 or more; it widens towards {@link #limit()}. */
  public double limit(int t) {
    return limit() * Math.sqrt(1 - Math.pow(1 - lambda, 2.0 * t));
  }

  /** The limit in the long run. */
  public double limit() {
    return width * Math.sqrt(lambda / (2 - lambda));
  }

  /** The first value, counted from 1, whose mean lies outside the limits of its time. */
  public OptionalInt firstAlarm(double[] values) {
    double[] means = means(values);
    for (int i = 0; i < means.length; i++) {
      if (Math.abs(means[i]) > limit(i + 1)) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
