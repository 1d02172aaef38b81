package app.respite.domain.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden numbers of load (docs/models.md); computed elsewhere with other programs, or printed. */
class LoadGoldenTest {
  private static double[] loads(double... loads) {
    return loads;
  }

  static Stream<Arguments> weeks() {
    return Stream.of(
        Arguments.of(
            loads(1800, 2100, 1500, 2400, 1800, 0, 0),
            9600.0,
            1.5152439161932107,
            14546.341595454824),
        Arguments.of(loads(420, 0, 0, 0, 0, 0, 0), 420.0, 1 / Math.sqrt(6), 171.46428199482244),
        Arguments.of(loads(1500, 1500, 1500, 1500, 1500, 1500, 1500), 10500.0, null, null),
        Arguments.of(loads(0, 0, 0, 0, 0, 0, 0), 0.0, null, null),
        Arguments.of(loads(1500, 1500, 1500, 1500, 1500, 1500, 1499), 10499.0, null, null),
        Arguments.of(loads(1, 1, 1, 1, 1, 0, 0), 5.0, 1.5811388300841895, 5 * 1.5811388300841895),
        Arguments.of(loads(1, 1, 1, 1, 1, 1, 0), 6.0, 2.449489742783178, 6 * 2.449489742783178),
        Arguments.of(
            loads(940, 50, 1120, 180, 390, 50, 670), 3400.0, 1.2115996821601327, 4119.43891934445));
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void aWeekHasTheSumMonotonyAndStrainOfTheTable(
      double[] loads, double sum, @Nullable Double monotony, @Nullable Double strain) {
    assertThat(Arrays.stream(loads).sum()).isEqualTo(sum);
    if (monotony == null) {
      assertThat(Monotony.monotony(loads)).isNull();
      assertThat(Monotony.strain(loads)).isNull();
    } else {
      assertThat(Monotony.monotony(loads)).isCloseTo(monotony, withinPercentage(1e-7));
      assertThat(Monotony.strain(loads)).isCloseTo(strain, withinPercentage(1e-7));
    }
  }

  /** The near-tie would give 4286 and a strain of 45 million; 1 % of variation is where it ends. */
  @Test
  void aVariationOfOnePercentIsTheLeastThatCounts() {
    double[] even = {100, 100, 100, 100, 100, 100, 97};
    double[] lessEven = {100, 100, 100, 100, 100, 100, 97.2};
    assertThat(Monotony.monotony(even)).isBetween(90.0, 100.0);
    assertThat(Monotony.monotony(lessEven)).isNull();
  }

  /** Its products and its monotony do not follow from its rows, so that only these are tested. */
  @Test
  void theTableOfFoster2001AddsUpToItsWeekAndItsStrain() {
    double[] printed = {940, 50, 840, 280, 180, 390, 50, 390, 280};
    assertThat(Arrays.stream(printed).sum()).isEqualTo(3400);
    assertThat(3400 * 1.26).isCloseTo(4284, within(1e-9));
    assertThat(Monotony.monotony(printed)).isCloseTo(1.2646135429379703, withinPercentage(1e-7));
  }

  @Test
  void aSessionsLoadIsEffortTimesMinutes() {
    assertThat(DayLoad.ofSession(5, 25)).isEqualTo(125);
    assertThat(DayLoad.ofSession(0, 25)).isZero();
    assertThat(DayLoad.ofSession(10, 0)).isZero();
    assertThatThrownBy(() -> DayLoad.ofSession(11, 25))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DayLoad.ofSession(-1, 25))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DayLoad.ofSession(5, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
