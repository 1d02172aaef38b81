package app.respite.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden numbers of pooled series (docs/models.md, "Pace"), and their power. */
class PooledKendallTest {
  private static final double[] FALLING = {120, 118, 119, 115, 113, 114, 110, 108};
  private static final double[] TIED = {100, 100, 99, 99, 98, 98, 100};
  private static final double[] EQUAL = {50, 50, 50, 50, 50};

  @Test
  void pooledSeriesAddUpTheirPairsAndVariances() {
    PooledKendall test = PooledKendall.test(List.of(FALLING, TIED, EQUAL)).orElseThrow();
    assertThat(test.series()).isEqualTo(3);
    assertThat(test.s()).isEqualTo(-32);
    assertThat(test.variance()).isCloseTo(65.33333333333333 + 38.666666666666664, within(1e-9));
    assertThat(test.z()).isCloseTo(-31 / Math.sqrt(104), withinPercentage(1e-7));
    assertThat(test.p()).isCloseTo(Normal.twoSided(31 / Math.sqrt(104)), withinPercentage(1e-7));
  }

  @Test
  void aSingleSeriesIsTheTestAlone() {
    PooledKendall test = PooledKendall.test(List.of(FALLING)).orElseThrow();
    assertThat(test.p()).isCloseTo(.001736111111111111, withinPercentage(1e-7));
    assertThat(test.z()).isCloseTo(-2.8455120410060126, withinPercentage(1e-7));
  }

  @Test
  void whatIsHigherInOneSeriesThanInAnotherIsNoTendency() {
    assertThat(PooledKendall.test(List.of(new double[] {1, 1}, new double[] {9, 9})).orElseThrow())
        .isEqualTo(new PooledKendall(2, 0, 0, 0, 1));
  }

  @Test
  void seriesOfOneValueSayNothing() {
    assertThat(PooledKendall.test(List.of())).isEmpty();
    assertThat(PooledKendall.test(List.of(new double[] {1}))).isEmpty();
    assertThat(PooledKendall.test(List.of(new double[] {1}, FALLING)).orElseThrow().series())
        .isOne();
  }

  /**
   * Shares of 20,000 seeded draws in which a fall is found (p at most 0.05, downwards), of sprints
   * of six parts whose pace falls in a straight line by {@code fall} from the first part to the
   * last. The table's shares are rounded to a percent and are draws themselves: allowed are half a
   * percent and four standard errors of ours and of one of 4,000.
   */
  @ParameterizedTest
  @CsvSource({
    "1, .1, .1, .03",
    "3, .1, .1, .16",
    "10, .1, .1, .63",
    "30, .1, .1, .98",
    "1, .1, .2, .02",
    "3, .1, .2, .06",
    "10, .1, .2, .21",
    "30, .1, .2, .50",
    "1, .2, .1, .09"
  })
  void aFallIsFoundAsOftenAsTheTableSays(int sprints, double fall, double noise, double share) {
    Random random = new Random(16);
    int runs = 20_000;
    int found = 0;
    for (int run = 0; run < runs; run++) {
      List<double[]> series = new ArrayList<>();
      for (int sprint = 0; sprint < sprints; sprint++) {
        series.add(
            IntStream.range(0, 6)
                .mapToDouble(i -> 1 - fall * i / 5 + noise * random.nextGaussian())
                .toArray());
      }
      PooledKendall test = PooledKendall.test(series).orElseThrow();
      found += test.p() <= 0.05 && test.s() < 0 ? 1 : 0;
    }
    double error = 4 * Math.sqrt(share * (1 - share) * (1.0 / runs + 1.0 / 4000));
    assertThat((double) found / runs).isCloseTo(share, within(.005 + error));
  }
}
