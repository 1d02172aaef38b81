package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Change;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskStandingTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

  private final InMemoryJournal journal = new InMemoryJournal();

  @Test
  void b63SprintsLeftComeFromTheOwnPaceAndTheDayAheadIsNoticed() {
    Task boxes = task(100, NOW.plus(Duration.ofHours(20)), null);
    sprint(boxes, NOW.minus(Duration.ofHours(3)), 20);
    sprint(boxes, NOW.minus(Duration.ofHours(2)), 20);
    assertThat(TaskStanding.of(journal, Preferences.DEFAULTS, boxes, NOW, BERLIN).sentence())
        .hasValue("3 sprints left at your usual 48 an hour, 20 h until the deadline");
    assertThat(TaskStanding.of(journal, Preferences.DEFAULTS, boxes, NOW, BERLIN).noticeDue())
        .isTrue();
  }

  @Test
  void b63TheWeeksHoursBeginOnMonday() {
    Task boxes = task(null, null, Duration.ofHours(2));
    sprint(boxes, Instant.parse("2026-03-01T20:00:00Z"), 1);
    sprint(boxes, Instant.parse("2026-03-02T08:00:00Z"), 1);
    assertThat(TaskStanding.of(journal, Preferences.DEFAULTS, boxes, NOW, BERLIN).sentence())
        .hasValue("1 h 35 min left of this week's hours");
  }

  @Test
  void aTaskWithoutAimsHasNothingToSay() {
    Task boxes = task(null, null, null);
    assertThat(TaskStanding.of(journal, Preferences.DEFAULTS, boxes, NOW, BERLIN).sentence())
        .isEmpty();
  }

  private Task task(
      @Nullable Integer target, @Nullable Instant deadline, @Nullable Duration hoursCap) {
    Task task =
        new Task(
            new UUID(1, 1),
            "Boxes",
            "",
            "",
            Pay.NONE,
            target,
            deadline,
            hoursCap,
            false,
            false,
            false);
    journal.write(List.of(new Change.Put(task)), null);
    return task;
  }

  private void sprint(Task task, Instant start, int items) {
    Duration length = Duration.ofMinutes(25);
    journal.write(
        List.of(
            new Change.Put(
                new Sprint(
                    UUID.nameUUIDFromBytes(start.toString().getBytes(StandardCharsets.UTF_8)),
                    task.id(),
                    start,
                    start.plus(length),
                    length.toSeconds(),
                    length,
                    SprintOutcome.COMPLETED,
                    null,
                    null,
                    items,
                    null,
                    null))),
        null);
  }
}
