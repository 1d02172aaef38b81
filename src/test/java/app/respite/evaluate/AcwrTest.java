package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden numbers, computed elsewhere, and why the ratio is not shown. */
class AcwrTest {
  private static final double NONE = Double.NaN;

  private static double[] row(double... numberAndLoad) {
    return IntStream.range(0, numberAndLoad.length / 2)
        .boxed()
        .flatMapToDouble(
            i ->
                DoubleStream.generate(() -> numberAndLoad[2 * i + 1])
                    .limit((long) numberAndLoad[2 * i]))
        .toArray();
  }

  private static double[] weeks(int weeks) {
    return IntStream.range(0, 7 * weeks).mapToDouble(day -> day % 7 < 5 ? 360 : 0).toArray();
  }

  static Stream<Arguments> day28() {
    double[] holiday = weeks(4);
    Arrays.fill(holiday, 21, 28, 0);
    double third = 400 / 3.0;
    return Stream.of(
        Arguments.of("constant", row(28, 300), 1.0, 1, 1),
        Arguments.of("doubled", row(21, 300, 7, 600), 1.3393501030132537, 1.6, 2),
        Arguments.of("five days on, two off", weeks(4), .7001199908554279, 1, 1),
        Arguments.of("one load last", row(27, 0, 1, 420), 3.625, 4, NONE),
        Arguments.of("one load first", row(1, 420, 27, 0), .002914596389350601, 0, 0),
        Arguments.of("nothing", row(28, 0), NONE, NONE, NONE),
        Arguments.of("holiday", holiday, .14821537235098747, 0, 0),
        Arguments.of("rest first", row(7, 0, 14, 200, 7, 400), 1.5924490614756759, 2, 3),
        Arguments.of("evenly", row(21, third, 7, 400), 1.529228529625069, 2, 3),
        Arguments.of("rest last", row(14, 200, 7, 0, 7, 400), 1.5159930305159215, 2, 3));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("day28")
  void theRatiosOnDay28AreThoseOfTheTable(
      String name, double[] loads, double weighted, double coupled, double uncoupled) {
    assertThat(loads).hasSize(28);
    assertRatio(Acwr.weighted(loads), weighted);
    assertRatio(Acwr.coupled(loads), coupled);
    assertRatio(Acwr.uncoupled(loads), uncoupled);
  }

  private static void assertRatio(OptionalDouble ratio, double golden) {
    if (Double.isNaN(golden)) {
      assertThat(ratio).isEmpty();
    } else {
      assertThat(ratio.orElseThrow()).isCloseTo(golden, within(1e-9 * Math.max(golden, 1e-9)));
    }
  }

  @Test
  void theWeightedMeansAreThoseOfTheTable() {
    double[] doubled = row(21, 300, 7, 600);
    assertThat(Acwr.ewma(doubled, 7)).isCloseTo(559.954833984375, withinPercentage(1e-7));
    assertThat(Acwr.ewma(doubled, 28)).isCloseTo(418.0795094013099, withinPercentage(1e-7));
    double[] last = row(27, 0, 1, 420);
    assertThat(Acwr.ewma(last, 7)).isCloseTo(105, withinPercentage(1e-7));
    assertThat(Acwr.ewma(last, 28)).isCloseTo(28.96551724137931, withinPercentage(1e-7));
  }

  @Test
  void aPerfectlyRegularWeekSwingsByArithmeticAlone() {
    double[] golden = {.907072, 1.013143, 1.082624, 1.12669, 1.153132, .928912, .74829};
    double[] loads = weeks(60);
    for (int day = 0; day < 7; day++) {
      double[] upTo = Arrays.copyOf(loads, 59 * 7 + day + 1);
      assertThat(Acwr.weighted(upTo).orElseThrow()).isCloseTo(golden[day], within(5.1e-7));
    }
  }

  /** Four independent weeks, of which the acute one is a part of the chronic: r is 1/2. */
  @Test
  void theRatiosPartsAreCorrelatedEvenForLoadsThatAreNot() {
    Random random = new Random(4);
    int runs = 20_000;
    double[] acute = new double[runs];
    double[] chronic = new double[runs];
    for (int i = 0; i < runs; i++) {
      double[] weeks = random.doubles(4).toArray();
      acute[i] = weeks[3];
      chronic[i] = Arrays.stream(weeks).average().orElseThrow();
    }
    assertThat(correlation(acute, chronic)).isCloseTo(0.5, within(4 * 0.75 / Math.sqrt(runs)));
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void banistersFormAfterOneLoadIsThatOfTheTable() {
    double[] one = {100};
    Banister usual = Banister.CUSTOMARY;
    assertThat(usual.form(one, 0)).isZero();
    assertThat(usual.form(one, 1)).isCloseTo(-75.728411284812, withinPercentage(1e-7));
    assertThat(usual.form(one, 7)).isCloseTo(11.072284254772939, withinPercentage(1e-7));
    assertThat(usual.form(one, 14)).isCloseTo(44.58607441005638, withinPercentage(1e-7));
    assertThat(usual.form(one, 28)).isCloseTo(47.678584125512366, withinPercentage(1e-7));
    assertThat(usual.turn()).isCloseTo(5.8224363167035404, withinPercentage(1e-7));
  }
}
