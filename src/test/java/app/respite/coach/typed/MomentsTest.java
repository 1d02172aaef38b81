package app.respite.coach.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CoachException;
import app.respite.domain.time.LogicalDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LogicalDays DAYS = new LogicalDays(BERLIN, LocalTime.of(4, 0));

  private final List<String> remarks = new ArrayList<>();

  private Moments at(String today) {
    return new Moments(DAYS, LocalDate.parse(today), remarks::add);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @Test
  void b81BareTimesInTheNightBelongToTheRunningLogicalDay() {
    // It is 01:34 on 10 March: the day of 9 March still runs.
    Moments night = at("2026-03-09");
    Instant start = night.moment("00:10");
    assertThat(start).isEqualTo(instant("2026-03-10T00:10:00+01:00"));
    assertThat(night.end("00:30", start)).isEqualTo(instant("2026-03-10T00:30:00+01:00"));
    Instant late = night.moment("23:50");
    assertThat(late).isEqualTo(instant("2026-03-09T23:50:00+01:00"));
    assertThat(night.end("00:40", late)).isEqualTo(instant("2026-03-10T00:40:00+01:00"));
    assertThat(DAYS.dayOf(start)).isEqualTo(LocalDate.parse("2026-03-09"));
    assertThat(remarks).isEmpty();
  }

  @Test
  void b82ABareTimeOfAnEntryBelongsToItsDay() {
    Moments now = at("2026-03-11");
    Instant start = now.moment("10:05", LocalDate.parse("2026-03-09"));
    assertThat(start).isEqualTo(instant("2026-03-09T10:05:00+01:00"));
    assertThat(now.end("10:25", start)).isEqualTo(instant("2026-03-09T10:25:00+01:00"));
    assertThat(now.end("10:25", now.moment("2026-03-08T10:00")))
        .isEqualTo(instant("2026-03-08T10:25:00+01:00"));
  }

  @Test
  void anEndOverTheDayBoundaryIsTheNextMorningButAnEndBeforeItsStartStaysOne() {
    Moments now = at("2026-03-11");
    Instant start = now.moment("2026-03-10T03:30");
    assertThat(now.end("04:30", start)).isEqualTo(instant("2026-03-10T04:30:00+01:00"));
    Instant typo = now.moment("2026-03-10T10:25");
    assertThat(now.end("10:05", typo)).isBefore(typo);
  }

  @Test
  void b89ATimeThatAClockChangeSkipsOrDoublesIsTakenByRuleAndSaid() {
    Moments now = at("2026-11-01");
    assertThat(now.moment("2026-03-29T02:30")).isEqualTo(instant("2026-03-29T03:30:00+02:00"));
    assertThat(remarks).singleElement().asString().contains("02:30", "Europe/Berlin", "03:30");
    remarks.clear();
    assertThat(now.moment("2026-10-25T02:30")).isEqualTo(instant("2026-10-25T02:30:00+02:00"));
    assertThat(remarks).singleElement().asString().contains("twice", "2026-10-25T02:30+01:00");
    remarks.clear();
    assertThat(now.moment("2026-10-25T02:30+01:00"))
        .isEqualTo(instant("2026-10-25T02:30:00+01:00"));
    assertThat(remarks).isEmpty();
    Instant start = now.moment("2026-03-29T01:50");
    assertThat(now.end("02:10", start)).isEqualTo(instant("2026-03-29T03:10:00+02:00"));
    assertThat(remarks).hasSize(1);
  }

  @Test
  void yearsBeyondTheCalendarAreRefusedInOneSentence() {
    for (String typed : List.of("0001-01-01T10:00", "+12345-01-01T10:00", "1899-12-31T23:00:00Z")) {
      assertThatThrownBy(() -> at("2026-03-11").moment(typed))
          .isInstanceOf(CoachException.class)
          .hasMessageContaining(typed)
          .hasMessageContaining("1900");
    }
  }
}
