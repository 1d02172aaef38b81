package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden numbers of output and breaks (docs/models.md), computed elsewhere. */
class OutputTest {
  private static final Output NONE = Output.withoutBreaks(Truth.ASSUMED);

  private static Output day(double work, double rest) {
    return Output.of(work, rest, Truth.ASSUMED);
  }

  @ParameterizedTest
  @CsvSource({
    "90, 10, 0.1, -6.09",
    "75, 10, 0.1, -7.90",
    "60, 10, 0.1, -9.71",
    "60, 5, 0.1, -5.33",
    "90, 10, 0.3, -0.48",
    "75, 10, 0.3, -1.62",
    "60, 10, 0.3, -2.74",
    "60, 5, 0.3, -0.45",
    "90, 10, 0.5, 7.34",
    "75, 10, 0.5, 7.14",
    "60, 10, 0.5, 6.98",
    "60, 5, 0.5, 6.37"
  })
  void breaksChangeTheDaysItems(double work, double rest, double kappa, double percent) {
    assertThat(100 * day(work, rest).gain(NONE, kappa)).isCloseTo(percent, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({
    "90, 10, 0.3146",
    "75, 10, 0.3428",
    "60, 10, 0.3639",
    "60, 5, 0.3156",
    "50, 10, 0.4308"
  })
  void breaksPayForThemselvesFromALossOfRateOn(double work, double rest, double kappa) {
    assertThat(day(work, rest).breakEven(NONE)).isCloseTo(kappa, within(0.00005));
    assertThat(day(work, rest).gain(NONE, day(work, rest).breakEven(NONE)))
        .isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"480, 0, 0.662", "90, 10, 0.433", "75, 10, 0.400", "60, 10, 0.364", "60, 5, 0.465"})
  void breaksKeepTirednessDown(double work, double rest, double tired) {
    assertThat(day(work, rest).meanTired()).isCloseTo(tired, within(0.0005));
  }

  @ParameterizedTest
  @CsvSource({"3, 0.099", "30, 0.090", "300, 0.055"})
  void aLossOfRateIsLearntSlowly(int sprints, double deviation) {
    assertThat(Output.kappaDeviation(sprints, 0.1, 0.15, 0.13))
        .isCloseTo(deviation, within(0.0005));
  }
}
