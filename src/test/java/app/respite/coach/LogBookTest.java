package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.Ask;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachRequest;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogBookTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final LogBook book = new LogBook(journal, UUID::randomUUID, ZoneId.of("Europe/Berlin"));

  @BeforeEach
  void aTask() {
    journal.write(List.of(new Change.Put(Task.named(new UUID(1, 1), "Boxes"))), null);
  }

  private JournalRecord add(String from, String to, Map<String, ?> more) {
    Map<String, @Nullable Object> with = new LinkedHashMap<>(more);
    with.putIfAbsent("task", "Boxes");
    with.put("start", "2026-03-04T" + from + ":00Z");
    with.put("end", "2026-03-04T" + to + ":00Z");
    CoachRequest.AddRecord add = (CoachRequest.AddRecord) Ask.read(Ask.ADD_RECORD, with);
    return book.add(add.entry(), NOW);
  }

  @Test
  void b86AnOverlapNamesTheSprintAndTheTimesThatTheLogShows() {
    JournalRecord there = add("08:00", "08:25", Map.of());
    assertThatThrownBy(() -> add("08:10", "08:30", Map.of()))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining("a sprint of Boxes from 2026-03-04 09:00 to 2026-03-04 09:25")
        .hasMessageContaining("id " + there.id().toString().substring(0, 8));
  }

  @Test
  void b86DeletingTheLastWorkOfASprintLeavesNoSprintOfNothing() {
    add("08:00", "08:25", Map.of("items", 7));
    Span span = journal.all(Span.class).getFirst();
    book.delete(span.id().toString());
    assertThat(journal.all(Span.class)).isEmpty();
    assertThat(journal.all(Sprint.class)).isEmpty();
    assertThat(journal.undo()).hasValue("deleted a sprint of Boxes");
    assertThat(journal.all(Sprint.class)).hasSize(1);
  }

  @Test
  void b72MoreRejectedThanItemsIsRefusedWhereItIsTyped() {
    assertThatThrownBy(() -> add("08:00", "08:25", Map.of("items", 3, "rejected", 5)))
        .hasMessageContaining("more rejected than items: 5 of 3");
    JournalRecord sprint = add("08:00", "08:25", Map.of("items", 3));
    assertThatThrownBy(
            () ->
                book.edit(
                    sprint.id().toString(),
                    new CoachRequest.Entry(null, null, null, null, null, 4, null, null, null),
                    NOW))
        .hasMessageContaining("more rejected than items: 4 of 3");
    assertThat(journal.all(Sprint.class)).containsExactly((Sprint) sprint);
  }

  @Test
  void b88ANoteHoldsNothingThatSteersAScreen() {
    Sprint sprint = (Sprint) add("08:00", "08:25", Map.of("note", "good\u001b[2J\u202e day"));
    assertThat(sprint.note()).isEqualTo("good[2J day");
  }
}
