package app.respite.domain.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.hours.HoursToReport.State;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursToReportTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final Pay BY_HOUR = new Pay.PerHour(new Money(new BigDecimal("10"), "USD"));
  private static final Pay BY_ITEM = new Pay.PerItem(new Money(new BigDecimal("0.1"), "USD"));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<WorkedDay> worked = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final List<Rate> rates = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();
  private final List<Platform> platforms = new ArrayList<>();

  private Task task(String name, String platform, Pay pay) {
    Task task =
        new Task(
            new UUID(1, tasks.size()),
            name,
            platform,
            "",
            pay,
            null,
            null,
            null,
            false,
            false,
            false);
    tasks.add(task);
    return task;
  }

  private void work(Task task, LocalDate day, String length) {
    OffsetDateTime start = OffsetDateTime.parse(day + "T09:00:00+01:00");
    Duration work = Duration.parse(length);
    worked.add(new WorkedDay(day, task.id(), start, start.plus(work), work, Duration.ofMinutes(5)));
  }

  private void reported(Task task, LocalDate day, long seconds, String at) {
    reports.add(
        new Report(new UUID(2, reports.size()), task.id(), day, seconds, Instant.parse(at)));
  }

  private void within(String platform, @Nullable Duration limit) {
    platforms.add(new Platform(Platform.idOf(platform), platform, null, null, null, limit, null));
  }

  private HoursFacts facts() {
    return new HoursFacts(worked, tasks, rates, reports, platforms);
  }

  private HoursToReport hours(Duration round) {
    return HoursToReport.of(facts(), MONDAY, MONDAY.plusDays(6), round);
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H40M29S, PT1M, PT1H40M",
    "PT1H40M30S, PT1M, PT1H41M",
    "PT1H40M30S, PT6M, PT1H42M",
    "PT1H37M29S, PT15M, PT1H30M",
    "PT1H37M30S, PT15M, PT1H45M",
    "PT1H29M59S, PT1H, PT1H",
    "PT1H30M, PT1H, PT2H",
    "PT1H40M29S, PT1S, PT1H40M29S",
    "PT5S, PT7S, PT7S",
    "PT3S, PT7S, PT0S",
    "PT0S, PT1M, PT0S",
  })
  void workIsRoundedHalfUp(Duration work, Duration step, Duration rounded) {
    assertThat(HoursToReport.rounded(work, step)).isEqualTo(rounded);
  }

  @Test
  void eachRowIsRoundedOnceAndTheTotalIsWhatTheRowsReport() {
    Task boxes = task("Boxes", "Appen", BY_HOUR);
    work(boxes, MONDAY, "PT30S");
    work(boxes, MONDAY.plusDays(1), "PT30S");

    HoursToReport hours = hours(MINUTE);

    assertThat(hours.rows()).extracting(Row::rounded).containsExactly(MINUTE, MINUTE);
    assertThat(hours.rows())
        .extracting(Row::work)
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
    assertThat(hours.total()).isEqualTo(Duration.ofMinutes(2));
    assertThatThrownBy(() -> hours(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsPaidByTheItemIsNotReportedByTheHourUnlessItIsNamed() {
    Task hourly = task("Chat", "Outlier", BY_HOUR);
    Task items = task("Boxes", "Outlier", BY_ITEM);
    Task training = task("Training", "Outlier", Pay.NONE);
    Task elsewhere = task("Course", "School", Pay.NONE);
    within("outlier", Duration.ofDays(2));
    List.of(hourly, items, training, elsewhere).forEach(task -> work(task, MONDAY, "PT1H"));

    assertThat(hours(MINUTE).rows()).extracting(Row::task).containsExactly("Chat", "Training");
    assertThat(HoursToReport.ofTasks(facts(), MONDAY, MONDAY, MINUTE, Set.of(items.id())).rows())
        .extracting(Row::task)
        .containsExactly("Boxes");
  }

  @Test
  void aTaskIsReportedByTheHourFromTheDayOnThatItIsPaidSo() {
    Task boxes = task("Boxes", "Appen", BY_ITEM);
    rates.add(Rate.of(boxes.id(), MONDAY.plusDays(1), BY_HOUR));
    work(boxes, MONDAY, "PT1H");
    work(boxes, MONDAY.plusDays(1), "PT2H");

    assertThat(hours(MINUTE).rows()).extracting(Row::day).containsExactly(MONDAY.plusDays(1));
  }

  @Test
  void theReportToldLastCountsWhateverTheOrderInWhichTheyCome() {
    Task boxes = task("Boxes", "Appen", BY_HOUR);
    work(boxes, MONDAY, "PT1H40M");
    reported(boxes, MONDAY, 3600, "2026-03-02T18:00:00Z");
    reported(boxes, MONDAY, 6000, "2026-03-03T18:00:00Z");
    reported(boxes, MONDAY, 60, "2026-03-01T18:00:00Z");
    HoursToReport told = hours(MINUTE);

    assertThat(told.rows().getFirst().reported()).isEqualTo(Duration.ofMinutes(100));
    assertThat(told.rows().getFirst().state()).isEqualTo(State.REPORTED);
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(reports, new Random(seed));
      assertThat(hours(MINUTE)).isEqualTo(told);
    }
  }

  @Test
  void aDayThatWasReportedWithOtherHoursSaysSoAlsoWhereItsWorkIsGone() {
    Task boxes = task("Boxes", "Appen", BY_HOUR);
    work(boxes, MONDAY, "PT1H");
    reported(boxes, MONDAY, 5400, "2026-03-02T18:00:00Z");
    reported(boxes, MONDAY.plusDays(1), 600, "2026-03-03T18:00:00Z");

    List<Row> rows = hours(MINUTE).rows();

    assertThat(rows).extracting(Row::state).containsExactly(State.DIFFERENT, State.DIFFERENT);
    assertThat(rows.getLast().work()).isZero();
    assertThat(rows.getLast().start()).isNull();
    assertThat(hours(MINUTE).toReport()).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "P7D, 2026-03-09",
    "PT36H, 2026-03-04",
    "PT12H, 2026-03-03",
    "PT0S, 2026-03-02",
    "P1D, 2026-03-03"
  })
  void hoursCanBeReportedUntilThePlatformsTimeIsOver(Duration limit, LocalDate last) {
    work(task("Boxes", " APPEN", BY_HOUR), MONDAY, "PT1H");
    within("Appen", limit);

    assertThat(hours(MINUTE).rows().getFirst().reportBy()).isEqualTo(last);
  }

  @Test
  void whatHasToBeReportedByTomorrowIsDueSoonAndWhatIsLongLateIsNotRepeated() {
    Task boxes = task("Boxes", "Appen", BY_HOUR);
    within("Appen", Duration.ofDays(2));
    for (int day = 0; day < 7; day++) {
      work(boxes, MONDAY.plusDays(day), "PT1H");
    }
    reported(boxes, MONDAY.plusDays(2), 3600, "2026-03-05T18:00:00Z");

    assertThat(hours(MINUTE).dueSoon(MONDAY.plusDays(5)))
        .extracting(Row::day)
        .containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(3), MONDAY.plusDays(4));
    platforms.clear();
    assertThat(hours(MINUTE).dueSoon(MONDAY.plusDays(5))).isEmpty();
  }
}
