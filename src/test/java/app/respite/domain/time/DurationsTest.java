package app.respite.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  private static final int RUNS = 2000;

  @ParameterizedTest
  @CsvSource({
    "PT0S,      0s,      0:00,    0:00,    0 min,       0 min",
    "PT0.001S,  0s,      0:01,    0:00,    0 min,       0 min",
    "PT30S,     30s,     0:30,    0:30,    30 s,        0 min",
    "PT59.999S, 59s,     1:00,    0:59,    59 s,        0 min",
    "PT1M,      1m,      1:00,    1:00,    1 min,       1 min",
    "PT1M30S,   1m30s,   1:30,    1:30,    1 min,       1 min",
    "PT47M,     47m,     47:00,   47:00,   47 min,      47 min",
    "PT1H,      1h,      1:00:00, 1:00:00, 1 h,         60 min",
    "PT1H2M5S,  1h2m5s,  1:02:05, 1:02:05, 1 h 2 min,   62 min",
    "PT72M,     1h12m,   1:12:00, 1:12:00, 1 h 12 min,  72 min",
    "PT26H3S,   26h3s,   26:00:03,26:00:03,26 h,        1560 min",
  })
  void eachFormOfALength(
      Duration length, String typed, String left, String passed, String words, String minutes) {
    assertThat(Durations.format(length)).isEqualTo(typed);
    assertThat(Durations.left(length)).isEqualTo(left);
    assertThat(Durations.passed(length)).isEqualTo(passed);
    assertThat(Durations.words(length)).isEqualTo(words);
    assertThat(Durations.minutes(length)).isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "0,     0 min,       0 min,       0 min",
    "1,     under 1 min, under 5 min, under 15 min",
    "29,    under 1 min, under 5 min, under 15 min",
    "30,    1 min,       under 5 min, under 15 min",
    "149,   2 min,       under 5 min, under 15 min",
    "150,   3 min,       5 min,       under 15 min",
    "450,   8 min,       10 min,      15 min",
    "1500,  25 min,      25 min,      30 min",
    "3449,  57 min,      55 min,      1 h",
    "3450,  58 min,      1 h,         1 h",
    "5760,  1 h 36 min,  1 h 35 min,  1 h 30 min",
    "86400, 24 h,        24 h,        24 h",
  })
  void whatIsOverIsRoundedHalfUpToAStep(long seconds, String one, String five, String quarter) {
    Duration length = Duration.ofSeconds(seconds);
    assertThat(Durations.rounded(length, Durations.MINUTE)).isEqualTo(one);
    assertThat(Durations.rounded(length, Durations.FIVE_MINUTES)).isEqualTo(five);
    assertThat(Durations.rounded(length, Duration.ofMinutes(15))).isEqualTo(quarter);
  }

  @ParameterizedTest
  @CsvSource({"PT0S,0 min", "PT1S,1 min", "PT1M,1 min", "PT1M0.001S,2 min", "PT90M,90 min"})
  void aMinuteThatHasBegunIsLeft(Duration left, String words) {
    assertThat(Durations.minutesLeft(left)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,1 min",
    "PT59M59S,59 min",
    "PT5H,5 h",
    "PT47H59M,47 h 59 min",
    "PT48H,2 days",
    "PT100H,4 days"
  })
  void whatIsFarAheadIsToldInDays(Duration until, String words) {
    assertThat(Durations.ahead(until)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"PT10M,10-minute", "PT90S,90-second", "PT1H,60-minute"})
  void aLengthBeforeANounHasNoPlural(Duration length, String attribute) {
    assertThat(Durations.attribute(length)).isEqualTo(attribute);
  }

  @Test
  void nothingIsNegative() {
    Duration below = Duration.ofSeconds(-90);
    assertThat(Durations.left(below)).isEqualTo("0:00");
    assertThat(Durations.passed(below)).isEqualTo("0:00");
    assertThat(Durations.words(below)).isEqualTo("0 min");
    assertThat(Durations.minutes(below)).isEqualTo("0 min");
    assertThat(Durations.rounded(below, Durations.MINUTE)).isEqualTo("0 min");
  }

  @Test
  void whatIsWrittenAsTypedIsReadBack() {
    for (int seed = 0; seed < RUNS; seed++) {
      Duration length = Duration.ofSeconds(new Random(seed).nextInt(1_000_000));
      assertThat(Durations.parse(Durations.format(length))).as("seed %d", seed).contains(length);
      assertThat(Durations.parse(length.toString())).as("seed %d", seed).contains(length);
    }
  }

  @Test
  void lengthsAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Durations.passed(Duration.ofSeconds(61))).isEqualTo("1:01");
      assertThat(Durations.words(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
    } finally {
      Locale.setDefault(before);
    }
  }
}
