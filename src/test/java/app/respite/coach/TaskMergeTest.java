package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CoachException;
import app.respite.domain.day.Change;
import app.respite.domain.review.Review;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskMergeTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final InMemoryJournal journal = new InMemoryJournal();
  private long ids;

  private UUID id() {
    return new UUID(5, ++ids);
  }

  private void put(JournalRecord record) {
    journal.write(List.of(new Change.Put(record)), null);
  }

  private Task task(String name, String platform, Pay pay) {
    Task task = Task.named(id(), name).withPlatform(platform).withPay(pay);
    put(task);
    return task;
  }

  private static Pay hour(String amount, String currency) {
    return new Pay.PerHour(new Money(new BigDecimal(amount), currency));
  }

  /** An hour of work, ten items counted by hand and one imported, a verdict and a report. */
  private void work(Task task, int hour) {
    Instant start = Instant.parse("2026-03-02T08:00:00Z").plusSeconds(3600L * hour);
    Instant end = start.plusSeconds(3600);
    UUID sprint = id();
    put(
        new Sprint(
            sprint,
            task.id(),
            start,
            end,
            3600,
            null,
            SprintOutcome.COMPLETED,
            null,
            null,
            10,
            null,
            null));
    put(new Span(id(), id(), sprint, task.id(), SpanState.WORK, null, start, end, null));
    put(
        new WorkItem(
            id(),
            task.id(),
            "mturk",
            "K" + ids,
            null,
            null,
            null,
            null,
            null,
            TimeQuality.NONE,
            false,
            false,
            ItemOutcome.PENDING,
            1,
            null,
            null,
            new UUID(9, 9)));
    put(new Verdict(id(), task.id(), DAY, DAY, null, 2, end));
    put(new Report(id(), task.id(), DAY, 3600, end));
  }

  private void merge(TaskMerge merge) {
    journal.write(merge.changes(this::id, NOW), merge.label());
  }

  private Review day() {
    return ReviewService.figures(journal, Preferences.DEFAULTS, DAY, DAY, ZoneOffset.UTC);
  }

  private Set<JournalRecord> everything() {
    Set<JournalRecord> all = new HashSet<>();
    for (Class<? extends JournalRecord> kind : JournalRecord.Edit.kinds().values()) {
      all.addAll(journal.all(kind));
    }
    return all;
  }

  @Test
  void allOfADoubleGoesToTheTaskThatStaysAndComesBackByUndo() {
    Task mine = task("Boxes", "Appen", hour("10", "USD"));
    Task other = task(" boxes", "APPEN", hour("10", "USD"));
    work(mine, 0);
    work(other, 2);
    Set<JournalRecord> before = everything();
    long worked = day().days().getFirst().workSeconds();

    TaskMerge merge = TaskMerge.of(journal, "Boxes", "Boxes");
    assertThat(merge.sentences())
        .containsExactly(
            "' boxes' into 'Boxes': 1 sprint, 1 imported item, 1 decision, 1 report; the double is"
                + " gone.");
    merge(merge);

    assertThat(journal.all(Task.class)).containsExactly(mine);
    assertThat(journal.all(Sprint.class)).extracting(Sprint::task).containsOnly(mine.id());
    assertThat(journal.all(Span.class)).extracting(Span::task).containsOnly(mine.id());
    assertThat(journal.all(WorkItem.class)).extracting(WorkItem::task).containsOnly(mine.id());
    assertThat(journal.all(Verdict.class)).extracting(Verdict::rejected).containsExactly(4);
    assertThat(day().days().getFirst().workSeconds()).isEqualTo(worked);
    assertThat(day().tasks()).hasSize(1);
    assertThat(journal.all(Report.class))
        .filteredOn(report -> !report.at().isBefore(NOW))
        .extracting(Report::seconds)
        .containsExactly(7200L);

    assertThat(journal.undo()).hasValue("merged the task  boxes with its doubles");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void threeDoublesAreOne() {
    Task mine = task("Boxes", "", Pay.NONE);
    List<Task> others = new ArrayList<>(List.of(task("BOXES", "", Pay.NONE)));
    others.add(task("boxes", "", Pay.NONE));
    work(mine, 0);
    work(others.getFirst(), 2);
    work(others.getLast(), 4);

    merge(TaskMerge.of(journal, "Boxes", "Boxes"));

    assertThat(journal.all(Task.class)).containsExactly(mine);
    assertThat(journal.all(Verdict.class)).extracting(Verdict::rejected).containsExactly(6);
    assertThat(
            journal.all(Report.class).stream()
                .max(Comparator.comparing(Report::at))
                .orElseThrow()
                .seconds())
        .isEqualTo(3 * 3600L);
  }

  @Test
  void aTaskOfAnotherNameStaysArchivedForWhatAnOlderExportMayTell() {
    Task cars = task("Cars", "Appen", hour("12", "USD"));
    Task boxes = task("Boxes", "Appen", hour("10", "USD"));
    put(Rate.of(cars.id(), DAY.plusDays(1), hour("15", "USD")));
    work(cars, 0);

    TaskMerge merge = TaskMerge.of(journal, "cars", "Boxes");
    assertThat(merge.sentences())
        .containsExactly(
            "'Cars' into 'Boxes': 1 sprint, 1 imported item, 1 decision, 1 report; 'Cars' stays"
                + " archived, without any work.",
            "What was done on 'Cars' is paid as 'Boxes' is, also in reviews of earlier days: 10"
                + " USD an hour in place of 12 USD an hour, from 2026-03-03 15 USD an hour.");
    merge(merge);

    assertThat(journal.byId(Task.class, cars.id())).hasValue(cars.withArchived(true));
    assertThat(journal.all(Rate.class)).isEmpty();
    assertThat(journal.all(Sprint.class)).extracting(Sprint::task).containsOnly(boxes.id());
  }

  @Test
  void aTaskWithoutPayTakesThatOfItsDouble() {
    Task mine = task("Boxes", "Appen", Pay.NONE);
    Task other = task("boxes ", "Appen", hour("10", "USD"));
    put(Rate.of(other.id(), DAY, hour("12", "USD")));
    work(other, 0);

    merge(TaskMerge.of(journal, "Boxes", "Boxes"));

    assertThat(journal.all(Task.class)).containsExactly(mine.withPay(hour("10", "USD")));
    assertThat(journal.all(Rate.class)).containsExactly(Rate.of(mine.id(), DAY, hour("12", "USD")));
    assertThat(day().tasks().getFirst().pay().earned().amounts().get("USD"))
        .isEqualByComparingTo("12");
  }

  @Test
  void whatCannotBeOneIsRefusedInOneLine() {
    task("Boxes", "Appen", hour("10", "USD"));
    task("Cars", "Appen", hour("10", "EUR"));
    task("Chat", "Appen", Pay.NONE);
    task("chat", "Toloka", Pay.NONE);
    Set<JournalRecord> before = everything();

    refused("Cars", "Boxes", "'Cars' pays in EUR, 'Boxes' in USD");
    refused("Boxes", "Boxes", "one task 'Boxes' alone");
    refused("Chat", "Chat", "on different platforms");
    refused("Nobody", "Boxes", "there is no task 'Nobody'");
    refused("Boxes", "Nobody", "there is no task 'Nobody'");
    assertThat(everything()).isEqualTo(before);
  }

  private void refused(String from, String into, String why) {
    assertThatThrownBy(() -> TaskMerge.of(journal, from, into))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining(why);
  }
}
