package app.respite.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The acute by chronic ratio of training loads, in the forms in use. Respite does not show it: the
 * ratio moves by arithmetic alone, and dividing by random loads foretold as much (docs/models.md).
 */
final class Acwr {
  private static final int ACUTE = 7;
  private static final int CHRONIC = 28;

  private Acwr() {}

  /** The exponentially weighted mean over {@code days}, from the first load on (Williams 2017). */
  static double ewma(double[] loads, int days) {
    double weight = 2.0 / (days + 1);
    double mean = loads[0];
    for (int i = 1; i < loads.length; i++) {
      mean = weight * loads[i] + (1 - weight) * mean;
    }
    return mean;
  }

  /** Ratio of the weighted means; empty where the chronic one is 0. */
  static OptionalDouble weighted(double[] loads) {
    return ratio(ewma(loads, ACUTE), ewma(loads, CHRONIC));
  }

  /** Mean of the last 7 days by that of the last 28, which contain them. */
  static OptionalDouble coupled(double[] loads) {
    return ratio(mean(loads, ACUTE, 0), mean(loads, CHRONIC, 0));
  }

  /** Mean of the last 7 days by that of the 21 before them. */
  static OptionalDouble uncoupled(double[] loads) {
    return ratio(mean(loads, ACUTE, 0), mean(loads, CHRONIC - ACUTE, ACUTE));
  }

  private static OptionalDouble ratio(double acute, double chronic) {
    return chronic == 0 ? OptionalDouble.empty() : OptionalDouble.of(acute / chronic);
  }

  private static double mean(double[] loads, int days, int before) {
    int end = loads.length - before;
    return Arrays.stream(loads, end - days, end).sum() / days;
  }
}
