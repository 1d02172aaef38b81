package app.respite.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicalDaysTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LogicalDays DAYS = new LogicalDays(BERLIN, LocalTime.of(4, 0));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T03:59:59, 2026-03-01, 2026-03-02T04:00",
    "2026-03-02T04:00, 2026-03-02, 2026-03-03T04:00",
    "2026-03-02T23:00, 2026-03-02, 2026-03-03T04:00",
    "2026-03-03T01:30, 2026-03-02, 2026-03-03T04:00",
  })
  void workAtNightBelongsToTheEveningBefore(String local, LocalDate day, String boundary) {
    assertThat(DAYS.dayOf(at(local))).isEqualTo(day);
    assertThat(DAYS.nextBoundary(at(local))).isEqualTo(at(boundary));
  }

  @Test
  void aDayWithAChangeOfTheClocksHas23Or25Hours() {
    assertThat(DAYS.interval(LocalDate.of(2026, 3, 28)).length()).isEqualTo(Duration.ofHours(23));
    assertThat(DAYS.interval(LocalDate.of(2026, 10, 24)).length()).isEqualTo(Duration.ofHours(25));
    assertThat(DAYS.interval(LocalDate.of(2026, 3, 2)).length()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void aDateThatAZoneSkippedHoldsNothing() {
    // Samoa went from 29 to 31 December 2011.
    LogicalDays apia = new LogicalDays(ZoneId.of("Pacific/Apia"), LocalTime.of(4, 0));
    Instant begins = apia.startOf(LocalDate.of(2011, 12, 31));

    assertThat(apia.dayOf(begins)).isEqualTo(LocalDate.of(2011, 12, 31));
    assertThat(apia.dayOf(begins.minusSeconds(1)).isBefore(LocalDate.of(2011, 12, 31))).isTrue();
    assertThat(apia.nextBoundary(begins.minusSeconds(1))).isEqualTo(begins);
    assertThat(apia.nextBoundary(begins)).isAfter(begins);
  }

  @Test
  void aWeekBeginsWithItsMonday() {
    assertThat(LogicalDays.monday(LocalDate.of(2026, 3, 2))).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(LogicalDays.monday(LocalDate.of(2026, 3, 8))).isEqualTo(LocalDate.of(2026, 3, 2));
  }
}
