package app.respite.coach.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void timeLeftReachesZeroOnlyAtTheEnd() {
    assertThat(Phrases.left(Duration.ofMillis(1))).isEqualTo("0:01");
    assertThat(Phrases.left(Duration.ZERO)).isEqualTo("0:00");
    assertThat(Phrases.left(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
  }

  @Test
  void lengthsCarryTheirUnits() {
    assertThat(Phrases.length(Duration.ofSeconds(30))).isEqualTo("30 s");
    assertThat(Phrases.length(Duration.ofMinutes(47))).isEqualTo("47 min");
    assertThat(Phrases.length(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
    assertThat(Phrases.length(Duration.ofHours(2))).isEqualTo("2 h");
    assertThat(Phrases.minutes(Duration.ofSeconds(3734))).isEqualTo("62 min");
  }

  @Test
  void wordsAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      ZoneId berlin = ZoneId.of("Europe/Berlin");
      assertThat(Phrases.passed(Duration.ofSeconds(61))).isEqualTo("1:01");
      assertThat(Phrases.about(Instant.parse("2026-03-02T09:36:40Z"), berlin)).isEqualTo("10:35");
      assertThat(Phrases.day(LocalDate.of(2026, 3, 2))).isEqualTo("Mon 2 March");
    } finally {
      Locale.setDefault(before);
    }
  }
}
