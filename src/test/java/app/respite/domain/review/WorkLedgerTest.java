package app.respite.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.hours.WorkedDay;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkLedgerTest {
  private final Diary diary = new Diary(Diary.BERLIN);

  private List<WorkedDay> ledger(String from, String to) {
    DayCalendar days = Reviewer.calendar(diary.zones, Preferences.DEFAULTS, diary.zone);
    return WorkLedger.of(
            diary.spans, diary.sprints, days, LocalDate.parse(from), LocalDate.parse(to))
        .stream()
        .sorted(Comparator.comparing(WorkedDay::day).thenComparing(WorkedDay::task))
        .toList();
  }

  private static WorkedDay day(
      String day, Task task, String start, String end, int work, int rest) {
    return new WorkedDay(
        LocalDate.parse(day),
        task.id(),
        OffsetDateTime.parse(start),
        OffsetDateTime.parse(end),
        Duration.ofMinutes(work),
        Duration.ofMinutes(rest));
  }

  @Test
  void aDayIsFromItsFirstWorkToItsLastAndBreaksAreNoWork() {
    Task boxes = diary.task("Boxes", "Appen", Pay.NONE);
    diary.sprint(boxes, diary.at("2026-03-02T09:00"), 50, null, null, null);
    diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, diary.at("2026-03-02T09:50"), 10);
    diary.sprint(boxes, diary.at("2026-03-02T10:00"), 50, null, null, null);

    assertThat(ledger("2026-03-02", "2026-03-02"))
        .containsExactly(
            day("2026-03-02", boxes, "2026-03-02T09:00+01:00", "2026-03-02T10:50+01:00", 100, 10));
  }

  @Test
  void workOverTheDaysBoundaryIsOfBothDaysAndWorkOverMidnightOfTheEvening() {
    Task boxes = diary.task("Boxes", "Appen", Pay.NONE);
    diary.sprint(boxes, diary.at("2026-03-02T23:30"), 60, null, null, null);
    diary.sprint(boxes, diary.at("2026-03-03T03:30"), 45, null, null, null);

    assertThat(ledger("2026-03-01", "2026-03-04"))
        .containsExactly(
            day("2026-03-02", boxes, "2026-03-02T23:30+01:00", "2026-03-03T04:00+01:00", 90, 0),
            day("2026-03-03", boxes, "2026-03-03T04:00+01:00", "2026-03-03T04:15+01:00", 15, 0));
  }

  @Test
  void whereClocksChangeTheHoursAreTheTrueOnes() {
    Task boxes = diary.task("Boxes", "Appen", Pay.NONE);
    // 01:30 to 03:30 on the clock that goes forward, and to 03:30 on the one that goes back.
    diary.sprint(boxes, diary.at("2026-03-29T01:30"), 60, null, null, null);
    diary.sprint(boxes, diary.at("2026-10-25T01:30"), 180, null, null, null);

    assertThat(ledger("2026-03-28", "2026-10-25"))
        .containsExactly(
            day("2026-03-28", boxes, "2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00", 60, 0),
            day("2026-10-24", boxes, "2026-10-25T01:30+02:00", "2026-10-25T03:30+01:00", 180, 0));
  }

  @Test
  void theClockIsThatOfThePlaceOneIsIn() {
    Task boxes = diary.task("Boxes", "Appen", Pay.NONE);
    diary.zones.add(new ZoneChange(diary.id(), diary.at("2026-03-01T00:00"), Diary.BERLIN));
    diary.zones.add(
        new ZoneChange(diary.id(), diary.at("2026-03-02T12:00"), ZoneId.of("America/New_York")));
    diary.sprint(boxes, diary.at("2026-03-02T09:00"), 60, null, null, null);
    diary.sprint(boxes, diary.at("2026-03-02T22:00"), 60, null, null, null);

    assertThat(ledger("2026-03-02", "2026-03-02"))
        .containsExactly(
            day("2026-03-02", boxes, "2026-03-02T09:00+01:00", "2026-03-02T17:00-05:00", 120, 0));
  }

  @Test
  void theHoursOfAllTasksAreTheWorkOfTheReview() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Diary days = new Diary(Diary.BERLIN);
      List<Task> tasks =
          List.of(days.task("Boxes", "Appen", Pay.NONE), days.task("Chat", "Outlier", Pay.NONE));
      Instant at = days.at("2026-03-27T20:00");
      for (int i = 0; i < 40; i++) {
        int minutes = 1 + random.nextInt(120);
        Task task = tasks.get(random.nextInt(2));
        if (random.nextInt(4) == 0) {
          days.rest(BreakKind.SHORT, Route.MANUAL, true, at, minutes);
        } else {
          days.sprint(task, at, minutes, null, null, null);
        }
        at = at.plus(Duration.ofMinutes(minutes + (long) random.nextInt(200)));
      }
      LocalDate from = LocalDate.parse("2026-03-27");
      LocalDate to = LocalDate.parse("2026-04-10");
      DayCalendar calendar = Reviewer.calendar(days.zones, Preferences.DEFAULTS, days.zone);
      List<WorkedDay> worked = WorkLedger.of(days.spans, days.sprints, calendar, from, to);
      Review review = Reviewer.review(days.records(), Preferences.DEFAULTS, from, to, days.zone);
      for (DayFigures figures : review.days()) {
        assertThat(
                worked.stream()
                    .filter(one -> one.day().equals(figures.day()))
                    .mapToLong(one -> one.work().toSeconds())
                    .sum())
            .as("work on %s, seed %d", figures.day(), seed)
            .isEqualTo(figures.workSeconds());
      }
    }
  }
}
