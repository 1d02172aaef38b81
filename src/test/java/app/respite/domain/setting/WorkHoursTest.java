package app.respite.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which hours of the week prompts may come; 2026-03-02 is a Monday. */
class WorkHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static WorkHours hours(String text) {
    return WorkHours.parse(text).orElseThrow();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon-fri 09:00-18:00 | 2026-03-02T09:00 | true",
        "mon-fri 09:00-18:00 | 2026-03-02T08:59 | false",
        "mon-fri 09:00-18:00 | 2026-03-02T17:59 | true",
        "mon-fri 09:00-18:00 | 2026-03-02T18:00 | false",
        "mon-fri 09:00-18:00 | 2026-03-06T12:00 | true",
        "mon-fri 09:00-18:00 | 2026-03-07T12:00 | false",
        "wed 09:00-18:00     | 2026-03-04T12:00 | true",
        "wed 09:00-18:00     | 2026-03-05T12:00 | false",
        "fri-mon 09:00-18:00 | 2026-03-08T12:00 | true",
        "fri-mon 09:00-18:00 | 2026-03-02T12:00 | true",
        "fri-mon 09:00-18:00 | 2026-03-03T12:00 | false",
        "fri-mon 09:00-18:00 | 2026-03-05T12:00 | false",
        "sat 22:00-02:00     | 2026-03-08T01:59 | true",
        "sat 22:00-02:00     | 2026-03-08T02:00 | false",
        "sat 22:00-02:00     | 2026-03-07T01:00 | false",
        "mon 09:00-10:00, mon 14:00-15:00 | 2026-03-02T14:30 | true",
        "mon 09:00-10:00, mon 14:00-15:00 | 2026-03-02T12:00 | false",
      })
  void aRangeHoldsOnItsDaysFromItsBeginningToBeforeItsEnd(String text, String local, boolean open) {
    assertThat(hours(text).open(at(local), BERLIN)).isEqualTo(open);
  }

  @Test
  void noRangesMeanAlways() {
    assertThat(hours(" ")).isEqualTo(WorkHours.ALWAYS);
    assertThat(WorkHours.ALWAYS.open(at("2026-03-08T03:00"), BERLIN)).isTrue();
    assertThat(WorkHours.ALWAYS.nextChange(at("2026-03-08T03:00"), BERLIN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon-fri 09:00-18:00 | 2026-03-02T08:00 | 2026-03-02T09:00",
        "mon-fri 09:00-18:00 | 2026-03-02T09:00 | 2026-03-02T18:00",
        "mon-fri 09:00-18:00 | 2026-03-06T18:00 | 2026-03-09T09:00",
        "mon 09:00-18:00     | 2026-03-02T18:00 | 2026-03-09T09:00",
        "sat 22:00-02:00     | 2026-03-07T23:00 | 2026-03-08T02:00",
        "mon 09:00-12:00, mon 11:00-15:00 | 2026-03-02T10:00 | 2026-03-02T15:00",
      })
  void theNextChangeIsWhereItOpensOrCloses(String text, String from, String next) {
    assertThat(hours(text).nextChange(at(from), BERLIN)).contains(at(next));
  }

  @Test
  void whoWorksAroundTheClockHasNoChange() {
    assertThat(
            hours("mon-sun 00:00-12:00, mon-sun 12:00-00:00")
                .nextChange(at("2026-03-02T10:00"), BERLIN))
        .isEmpty();
  }

  @Test
  void hoursThatTheClocksSkipComeAnHourLaterOrNotAtAll() {
    // On 2026-03-29 three o'clock follows on two.
    assertThat(hours("sun 02:15-02:45").open(at("2026-03-29T03:15"), BERLIN)).isTrue();
    assertThat(hours("sun 02:00-03:00").open(at("2026-03-29T03:00"), BERLIN)).isFalse();
  }

  @Test
  void hoursAreWrittenAsTheyAreRead() {
    assertThat(hours("MON-Fri  09:00 - 18:00,sat 22:00-02:00"))
        .hasToString("mon-fri 09:00-18:00, sat 22:00-02:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mon", "mon 9-18", "mon 09:00-24:00", "day 09:00-10:00", "mon 09:00-09:00", ","})
  void whatAreNoHoursIsRefused(String text) {
    assertThat(WorkHours.parse(text)).isEmpty();
  }
}
