package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden numbers of charts (docs/models.md, "The strain watch"), computed elsewhere with other
 * programs, and beside them what papers and manuals print.
 */
class RunLengthsTest {
  private static void assertPrinted(double value, String printed) {
    int point = printed.indexOf('.');
    int digits = point < 0 ? 0 : printed.length() - point - 1;
    assertThat(value)
        .isCloseTo(Double.parseDouble(printed), within(0.500001 * Math.pow(10, -digits)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 3.071, 0, 499.906",
    "0.5, 3.071, 0.5, 88.795",
    "0.5, 3.071, 1, 17.477",
    "0.03, 2.437, 0, 499.859",
    "0.03, 2.437, 0.5, 29.321",
    "0.03, 2.437, 1, 12.598",
    "0.1, 2.814, 0, 499.580",
    "0.1, 2.814, 0.25, 106.322",
    "0.1, 2.814, 0.5, 31.297",
    "0.1, 2.814, 1, 10.331",
    "0.25, 2.998, 0, 499.836",
    "0.25, 2.998, 0.25, 170.296",
    "0.25, 2.998, 0.5, 48.294",
    "0.25, 2.998, 1, 11.136",
    "0.25, 3, 1, 11.154267016382",
    "0.5, 2, 0, 26.4519",
    "0.05, 2, 0, 127.5276",
    "0.5, 2, 1.25, 3.5902"
  })
  void anEwmaChartRunsAsLongAsTheTableSays(
      double lambda, double width, double shift, String printed) {
    assertPrinted(RunLengths.ewma(lambda, width, shift), printed);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 2.32", "0.1, 2.55", "0.15, 2.65", "0.2, 2.72", "0.25, 2.76"})
  void theWidthsForTwoHundredAndFiftyAreThoseOfCrowder(double lambda, double width) {
    assertThat(RunLengths.widthOf(lambda, 250)).isCloseTo(width, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 3, 0, 117.5957",
    "0, 10, 0, 124.6616",
    "0.25, 8, 2.5, 4.150083726",
    "0.5, 5, 0, 930.887",
  })
  void aOneSidedCusumChartRunsAsLongAsTheTableSays(
      double k, double h, double shift, String printed) {
    assertPrinted(RunLengths.cusum(k, h, shift), printed);
  }

  @Test
  void aTwoSidedCusumChartRunsAsLongAsTheTableSays() {
    assertPrinted(RunLengths.twoSidedCusum(0.5, 5, 0), "465.444");
    assertPrinted(RunLengths.twoSidedCusum(0.5, 5, 1), "10.376");
  }

  @ParameterizedTest
  @CsvSource({"370, 4.0954", "500, 4.3891", "1000, 5.0707"})
  void theLimitsForARunLengthAreKnown(double length, String limit) {
    assertPrinted(RunLengths.limitOf(0.5, length), limit);
  }

  @ParameterizedTest
  @CsvSource({"4, .1552", "5, .0568", "6, .0203"})
  void aChanceAlarmWithinAQuarterIsAsLikelyAsTheTableSays(double h, String share) {
    assertPrinted(RunLengths.cusumAlarmsWithin(0.5, h, 60), share);
  }
}
