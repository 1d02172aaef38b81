package app.respite.domain.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/**
 * A straight line through points that a few wild ones do not bend: the median of all pairwise
 * slopes.
 *
 * @param slope median of {@code (y_j - y_i) / (x_j - x_i)} over all pairs with different x
 * @param intercept median of {@code y - slope * x} (not {@code median y - slope * median x})
 */
public record TheilSen(double slope, double intercept) {
  /**
   * Fits a line; empty for fewer than two points or where all x are equal.
   *
   * @throws IllegalArgumentException where the arrays differ in length
   */
  public static Optional<TheilSen> fit(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
    }
    int n = x.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int found = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (x[i] != x[j]) {
          slopes[found++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    if (found == 0) {
      return Optional.empty();
    }
    double slope = Median.withDefaults().evaluate(Arrays.copyOf(slopes, found));
    double[] rests = new double[n];
    for (int i = 0; i < n; i++) {
      rests[i] = y[i] - slope * x[i];
    }
    return Optional.of(new TheilSen(slope, Median.withDefaults().evaluate(rests)));
  }
}
