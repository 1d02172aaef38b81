package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Change;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemsTodayTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Task BOXES = Task.named(new UUID(1, 1), "Boxes");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final ItemsToday items = new ItemsToday(journal);

  private void agrees(LocalDate day, RunningSprint running, long expected) {
    OpenWork open = new OpenWork(List.of(), running);
    assertThat(items.count(Preferences.DEFAULTS, day, ZoneOffset.UTC, running))
        .isEqualTo(expected)
        .isEqualTo(
            ReviewService.day(journal, Preferences.DEFAULTS, day, ZoneOffset.UTC, open).items());
  }

  private Sprint ended(int number, int count) {
    Instant start = NINE.plusSeconds(3600L * number);
    return new Sprint(
        new UUID(2, number),
        BOXES.id(),
        start,
        start.plusSeconds(1500),
        1500,
        null,
        SprintOutcome.COMPLETED,
        null,
        null,
        count,
        null,
        null);
  }

  @Test
  void b87TheCountIsTheReviewsWhateverChanges() {
    journal.write(List.of(new Change.Put(BOXES), new Change.Put(ended(0, 7))), null);
    RunningSprint running =
        new RunningSprint(new UUID(3, 1), BOXES.id(), NINE.plusSeconds(7200), 0);
    agrees(MONDAY, running, 7);
    agrees(MONDAY, running.withItems(1), 8);
    agrees(MONDAY, running.withItems(12), 19);
    journal.write(List.of(new Change.Put(ended(0, 9))), "edited");
    agrees(MONDAY, running.withItems(12), 21);
    journal.undo();
    agrees(MONDAY, running.withItems(12), 19);
    journal.write(List.of(new Change.Put(ended(1, 12))), null);
    agrees(MONDAY, null, 19);
    agrees(MONDAY.plusDays(1), running.withItems(12), 0);
  }
}
