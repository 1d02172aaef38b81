package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How ranges of minutes and ratings are written. */
class AdviceWordsTest {
  private static Range range(double low, double high) {
    return new Range(low, (low + high) / 2, high);
  }

  @ParameterizedTest
  @CsvSource({
    "63, 82, 65 to 80 minutes",
    "64, 66, about 65 minutes",
    "0, 20, 0 to 20 minutes",
    "160, 179, 160 to 180 minutes",
    "160, 180, 160 minutes or more"
  })
  void aRangeOfMinutesGoesByFives(double low, double high, String words) {
    assertThat(AdviceWords.span(range(low, high))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "63, 82, 0, 65 to 80 minutes",
    "63, 82, 20, 45 to 60 more minutes",
    "63, 67, 20, about 45 more minutes",
    "63, 82, 70, up to 10 more minutes",
    "160, 190, 20, 140 or more minutes more"
  })
  void whatHasPassedIsTakenOff(double low, double high, double passed, String words) {
    assertThat(AdviceWords.spanAfter(range(low, high), passed)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"3.2, 5.6, about 4/10 (3 to 6)", "3.6, 4.4, about 4/10"})
  void aRatingHasItsRangeWhereItIsOne(double low, double high, String words) {
    assertThat(AdviceWords.rating(range(low, high))).isEqualTo(words);
  }
}
