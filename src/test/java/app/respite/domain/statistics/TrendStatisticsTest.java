package app.respite.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden numbers of the published table; computed elsewhere with other programs. */
class TrendStatisticsTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private static double[] oneToN(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
  }

  @Test
  void aFallingSeriesHasTheGoldenNumbers() {
    double[] y = {120, 118, 119, 115, 113, 114, 110, 108};
    MannKendall test = MannKendall.test(y).orElseThrow();
    assertThat(test.s()).isEqualTo(-24);
    assertThat(test.variance()).isCloseTo(65.33333333333333, CLOSE);
    assertThat(test.z()).isCloseTo(-2.8455120410060126, CLOSE);
    assertThat(test.normalP()).isCloseTo(.00443400830310066, CLOSE);
    assertThat(test.exactP()).isCloseTo(.001736111111111111, CLOSE);
    assertThat(test.p()).isEqualTo(test.exactP());
    TheilSen line = TheilSen.fit(oneToN(8), y).orElseThrow();
    assertThat(line.slope()).isCloseTo(-1.6666666666666667, CLOSE);
    assertThat(line.intercept()).isCloseTo(121.66666666666667, CLOSE);
  }

  @Test
  void tiesAreAllowedFor() {
    double[] y = {100, 100, 99, 99, 98, 98, 100};
    MannKendall test = MannKendall.test(y).orElseThrow();
    assertThat(test.s()).isEqualTo(-8);
    assertThat(test.variance()).isCloseTo(38.666666666666664, CLOSE);
    assertThat(test.z()).isCloseTo(-1.1257181615796847, CLOSE);
    assertThat(test.normalP()).isCloseTo(.26028483386964857, CLOSE);
    assertThat(test.exactP()).isCloseTo(.2761904761904762, CLOSE);
    TheilSen line = TheilSen.fit(oneToN(7), y).orElseThrow();
    assertThat(line.slope()).isCloseTo(-.3333333333333333, CLOSE);
    assertThat(line.intercept()).isCloseTo(100.33333333333333, CLOSE);
  }

  @Test
  void allEqualIsNoTrendAtAll() {
    double[] y = {50, 50, 50, 50, 50};
    MannKendall test = MannKendall.test(y).orElseThrow();
    assertThat(test.s()).isZero();
    assertThat(test.variance()).isZero();
    assertThat(test.z()).isZero();
    assertThat(test.normalP()).isCloseTo(1, CLOSE);
    assertThat(test.exactP()).isCloseTo(1, CLOSE);
    assertThat(TheilSen.fit(oneToN(5), y)).contains(new TheilSen(0, 50));
  }

  @Test
  void theSmallestExactProbabilitiesAreKnown() {
    assertThat(MannKendall.test(oneToN(4)).orElseThrow().p()).isCloseTo(2 / 24.0, CLOSE);
    assertThat(MannKendall.test(oneToN(5)).orElseThrow().p()).isCloseTo(2 / 120.0, CLOSE);
    assertThat(MannKendall.test(oneToN(6)).orElseThrow().p()).isCloseTo(2 / 720.0, CLOSE);
  }

  @Test
  void oneValueOrOneMomentGivesNothing() {
    assertThat(MannKendall.test(new double[] {1})).isEmpty();
    assertThat(TheilSen.fit(new double[] {1}, new double[] {1})).isEmpty();
    assertThat(TheilSen.fit(new double[] {2, 2, 2}, new double[] {1, 2, 3})).isEmpty();
  }

  @Test
  void theExactProbabilityIsThatOfCountingAllOrders() {
    Random random = new Random(42);
    for (int run = 0; run < 60; run++) {
      int n = 2 + random.nextInt(6);
      double[] y = random.doubles(n).map(value -> Math.floor(value * 4)).toArray();
      MannKendall test = MannKendall.test(y).orElseThrow();
      int[] counts = new int[2];
      permute(y.clone(), 0, Math.abs(test.s()), counts);
      assertThat(test.exactP()).isCloseTo((double) counts[0] / counts[1], CLOSE);
    }
  }

  private static void permute(double[] y, int fixed, int s, int[] counts) {
    if (fixed == y.length) {
      counts[1]++;
      int found = 0;
      for (int i = 0; i < y.length; i++) {
        for (int j = i + 1; j < y.length; j++) {
          found += (int) Math.signum(y[j] - y[i]);
        }
      }
      counts[0] += Math.abs(found) >= s ? 1 : 0;
      return;
    }
    for (int i = fixed; i < y.length; i++) {
      double[] next = y.clone();
      next[fixed] = y[i];
      next[i] = y[fixed];
      permute(next, fixed + 1, s, counts);
    }
  }

  @Test
  void theNormalCurveIsRightFarOutToo() {
    assertThat(Normal.below(0)).isEqualTo(.5);
    assertThat(Normal.below(1.959963984540054)).isCloseTo(.975, within(1e-14));
    assertThat(Normal.twoSided(3 * Math.sqrt(2))).isCloseTo(2.209049699858544e-05, within(1e-17));
    assertThat(Normal.below(-5 * Math.sqrt(2)))
        .isCloseTo(1.5374597944280347e-12 / 2, within(1e-24));
    assertThat(Normal.twoSided(60)).isZero();
  }
}
