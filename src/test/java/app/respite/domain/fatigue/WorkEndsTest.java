package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkEndsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalTime FOUR = LocalTime.of(4, 0);
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final OwnTime TIME = new At(BERLIN);

  private record At(ZoneId zone) implements OwnTime {
    @Override
    public LocalDate dayOf(Instant at) {
      return new LogicalDays(zone, FOUR).dayOf(at);
    }

    @Override
    public LocalTime timeAt(Instant at) {
      return at.atZone(zone).toLocalTime();
    }

    @Override
    public LocalTime dayStarts() {
      return FOUR;
    }
  }

  private final List<Span> spans = new ArrayList<>();

  private void span(SpanState state, LocalDateTime start, LocalDateTime end) {
    UUID id = new UUID(0, spans.size());
    spans.add(
        new Span(
            id,
            id,
            null,
            null,
            state,
            null,
            start.atZone(BERLIN).toInstant(),
            end.atZone(BERLIN).toInstant(),
            null));
  }

  /** Work in the morning, and at last up to so many hours after the date's midnight. */
  private void day(int number, double lastHour) {
    LocalDateTime midnight = FIRST.plusDays(number).atStartOfDay();
    span(SpanState.WORK, midnight.plusHours(9), midnight.plusHours(10));
    LocalDateTime end = midnight.plusMinutes(Math.round(lastHour * 60));
    span(SpanState.WORK, end.minusMinutes(30), end);
  }

  private LocalTime usual(int day) {
    return WorkEnds.of(spans, TIME).usual(FIRST.plusDays(day), FOUR);
  }

  @Test
  void theUsualEndIsTheMedianOfTheDaysLastEnds() {
    double[] ends = {16, 17.5, 17, 23, 18};
    for (int i = 0; i < ends.length; i++) {
      day(i, ends[i]);
    }

    assertThat(usual(5)).isEqualTo(LocalTime.of(17, 30));
  }

  @Test
  void ofAnEvenNumberOfDaysItLiesBetweenTheMiddleTwo() {
    double[] ends = {16, 17, 17.5, 18, 19, 23};
    for (int i = 0; i < ends.length; i++) {
      day(i, ends[i]);
    }

    assertThat(usual(6)).isEqualTo(LocalTime.of(17, 45));
  }

  @Test
  void fourDaysAreTooFewToTell() {
    for (int i = 0; i < 4; i++) {
      day(i, 17);
    }

    assertThat(usual(4)).isNull();
    day(4, 17);
    assertThat(usual(5)).isEqualTo(LocalTime.of(17, 0));
  }

  @Test
  void theDayThatRunsDoesNotCount() {
    for (int i = 0; i < 5; i++) {
      day(i, 17);
    }

    assertThat(usual(4)).isNull();
  }

  @Test
  void afterMidnightIsLateAndNotEarly() {
    for (int i = 0; i < 3; i++) {
      day(i, 25.5);
    }
    day(3, 22);
    day(4, 21);

    assertThat(usual(5)).isEqualTo(LocalTime.of(1, 30));
  }

  @Test
  void workUpToTheDaysVeryEndIsItsLatest() {
    for (int i = 0; i < 5; i++) {
      day(i, 28);
    }

    assertThat(usual(5)).isEqualTo(FOUR);
  }

  @Test
  void workAcrossTheDaysEndEndsBothDays() {
    LocalDateTime three = FIRST.plusDays(1).atTime(3, 0);
    span(SpanState.WORK, three, three.plusHours(3));

    assertThat(WorkEnds.of(spans, TIME).ends())
        .containsOnlyKeys(FIRST, FIRST.plusDays(1))
        .containsEntry(FIRST, java.time.Duration.ofHours(24))
        .containsEntry(FIRST.plusDays(1), java.time.Duration.ofHours(2));
  }

  @Test
  void onlyWorkCounts() {
    for (int i = 0; i < 5; i++) {
      day(i, 17);
      LocalDateTime evening = FIRST.plusDays(i).atTime(20, 0);
      span(SpanState.BREAK, evening, evening.plusHours(1));
      span(SpanState.AWAY, evening.plusHours(1), evening.plusHours(2));
    }

    assertThat(usual(5)).isEqualTo(LocalTime.of(17, 0));
  }

  @Test
  void whatLiesMoreThanFourWeeksBackIsForgotten() {
    for (int i = 0; i < 5; i++) {
      day(i, 17);
    }

    assertThat(usual(28)).isEqualTo(LocalTime.of(17, 0));
    assertThat(usual(29)).isNull();
  }

  @Test
  void theClockOfThePersonCountsThroughChangesOfSummerTime() {
    // The clocks went forward on 29 March.
    for (int i = 24; i < 29; i++) {
      day(i, 17);
    }

    assertThat(usual(29)).isEqualTo(LocalTime.of(17, 0));
  }

  @Test
  void whatIsKnownInPartsIsJoined() {
    for (int i = 0; i < 5; i++) {
      day(i, 17);
    }
    WorkEnds whole = WorkEnds.of(spans, TIME);
    WorkEnds parts =
        WorkEnds.of(spans.subList(0, 3), TIME)
            .and(WorkEnds.of(spans.subList(3, spans.size()), TIME));

    assertThat(parts).isEqualTo(whole);
  }
}
