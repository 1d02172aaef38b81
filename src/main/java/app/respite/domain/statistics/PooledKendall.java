package app.respite.domain.statistics;

import java.util.List;
import java.util.Optional;

/**
 * Whether several short series tend to rise or fall together: the Mann-Kendall test with the series
 * as seasons, pairs being compared within a series only. A single sprint almost never shows a
 * tendency; many together can.
 *
 * @param series how many series had two values or more
 * @param s rising pairs less falling pairs, added up
 * @param variance the series' variances added up
 * @param z s in standard deviations, one step nearer to zero; 0 where s or the variance is 0
 * @param p two-sided, by the normal curve; of a single series of up to eight values the exact one
 */
public record PooledKendall(int series, int s, double variance, double z, double p) {
  /** Tests series, each in order of time; empty where none has two values. */
  public static Optional<PooledKendall> test(List<double[]> all) {
    List<MannKendall> tests =
        all.stream().map(MannKendall::test).flatMap(Optional::stream).toList();
    if (tests.isEmpty()) {
      return Optional.empty();
    }
    int s = tests.stream().mapToInt(MannKendall::s).sum();
    double variance = tests.stream().mapToDouble(MannKendall::variance).sum();
    double z = s == 0 || variance <= 0 ? 0 : (s - Integer.signum(s)) / Math.sqrt(variance);
    double p = tests.size() == 1 ? tests.getFirst().p() : Normal.twoSided(z);
    return Optional.of(new PooledKendall(tests.size(), s, variance, z, p));
  }
}
