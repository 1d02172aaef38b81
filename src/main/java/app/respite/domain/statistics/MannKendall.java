package app.respite.domain.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a series in order of time tends to rise or fall, whatever its shape.
 *
 * @param n length of the series
 * @param s rising pairs less falling pairs
 * @param variance of s if there were no tendency, ties allowed for
 * @param z s in standard deviations, one step nearer to zero; 0 where s or the variance is 0
 * @param normalP two-sided probability of an s so far from 0 by chance, by the normal curve
 * @param exactP the same counted over all orders of the series; null for more than {@value
 *     #EXACT_UP_TO} values, where the normal curve is good enough
 */
public record MannKendall(
    int n, int s, double variance, double z, double normalP, @Nullable Double exactP) {
  private static final int EXACT_UP_TO = 8;

  /** The probability to go by: the exact one where there is one. */
  public double p() {
    return exactP == null ? normalP : exactP;
  }

  /** Tests a series; empty for fewer than two values. */
  public static Optional<MannKendall> test(double[] series) {
    int n = series.length;
    if (n < 2) {
      return Optional.empty();
    }
    int s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Double.compare(series[j] - series[i], 0.0);
      }
    }
    int[] ties = ties(series);
    double variance = n * (n - 1.0) * (2.0 * n + 5);
    for (int t : ties) {
      variance -= t * (t - 1.0) * (2.0 * t + 5);
    }
    variance /= 18;
    double z = s == 0 || variance <= 0 ? 0 : (s - Integer.signum(s)) / Math.sqrt(variance);
    double normal = Normal.twoSided(z);
    Double exact = n <= EXACT_UP_TO ? exact(ties, s) : null;
    return Optional.of(new MannKendall(n, s, variance, z, normal, exact));
  }

  private static int[] ties(double[] series) {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    int[] sizes = new int[sorted.length];
    int groups = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        sizes[groups - 1]++;
      } else {
        sizes[groups++] = 1;
      }
    }
    return Arrays.copyOf(sizes, groups);
  }

  /**
   * The share of all orders whose s is at least as far from 0. An order's s is the pairs that are
   * not tied less twice its inversions; inversions are counted by adding the groups of equal values
   * one after the other, largest values last.
   */
  private static double exact(int[] ties, int s) {
    double[] orders = {1};
    int placed = 0;
    for (int t : ties) {
      orders = times(orders, inversions(placed + t, t));
      placed += t;
    }
    int pairs = orders.length - 1;
    double all = 0;
    double extreme = 0;
    for (int inversions = 0; inversions <= pairs; inversions++) {
      all += orders[inversions];
      if (Math.abs(pairs - 2 * inversions) >= Math.abs(s)) {
        extreme += orders[inversions];
      }
    }
    return extreme / all;
  }

  /** In how many ways {@code t} equal values among {@code m} make 0, 1, 2, … inversions. */
  private static double[] inversions(int m, int t) {
    if (t == 0 || t == m) {
      return new double[] {1};
    }
    double[] last = inversions(m - 1, t);
    double[] ways = new double[t * (m - t) + 1];
    double[] first = inversions(m - 1, t - 1);
    for (int i = 0; i < first.length; i++) {
      ways[i] += first[i];
    }
    for (int i = 0; i < last.length; i++) {
      ways[i + t] += last[i];
    }
    return ways;
  }

  private static double[] times(double[] a, double[] b) {
    double[] product = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i + j] += a[i] * b[j];
      }
    }
    return product;
  }
}
