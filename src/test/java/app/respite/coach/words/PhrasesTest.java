package app.respite.coach.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void wordsAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      ZoneId berlin = ZoneId.of("Europe/Berlin");
      assertThat(Phrases.about(Instant.parse("2026-03-02T09:36:40Z"), berlin)).isEqualTo("10:35");
      assertThat(Phrases.day(LocalDate.of(2026, 3, 2))).isEqualTo("Mon 2 March");
    } finally {
      Locale.setDefault(before);
    }
  }
}
