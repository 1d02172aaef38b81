package app.respite.domain.load;

import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.descriptive.StatisticsConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * How even a row of daily loads is (Foster 1998). For export only: an ordinary even week of five
 * days gives 1.58 by arithmetic alone, so that no limit on it says anything about a person.
 */
public final class Monotony {
  /** Below this share of the mean the standard deviation is noise and the quotient blows up. */
  private static final double LEAST_VARIATION = 0.01;

  private static final StatisticsConfiguration POPULATION =
      StatisticsConfiguration.withDefaults().withBiased(true);

  private Monotony() {}

  /**
   * Monotony: the mean by the population standard deviation, days without work included; null where
   * all are zero or as good as equal.
   */
  public static @Nullable Double monotony(double[] loads) {
    DoubleStatistics all =
        DoubleStatistics.builder(Statistic.MEAN, Statistic.STANDARD_DEVIATION)
            .setConfiguration(POPULATION)
            .build(loads);
    double mean = all.getAsDouble(Statistic.MEAN);
    double deviation = all.getAsDouble(Statistic.STANDARD_DEVIATION);
    return mean > 0 && deviation / mean >= LEAST_VARIATION ? (Double) (mean / deviation) : null;
  }

  /** Strain: the sum times the monotony; null where that is. */
  public static @Nullable Double strain(double[] loads) {
    Double monotony = monotony(loads);
    double sum = 0;
    for (double load : loads) {
      sum += load;
    }
    return monotony == null ? null : (Double) (sum * monotony);
  }
}
