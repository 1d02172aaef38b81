package app.respite.journal;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalContract;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the port, kept in a file. */
class SqliteJournalTest extends JournalContract {
  @TempDir Path home;

  @Override
  protected Journal open() {
    return SqliteJournal.open(home.resolve("data/journal.db"));
  }

  @Test
  void aTimeThatCannotBeKeptIsRefusedAndChangesNothing() {
    var known = new ZoneChange(new UUID(0, 1), Instant.parse("2026-03-02T09:00:00Z"), UTC);
    var far = new ZoneChange(new UUID(0, 2), Instant.parse("2300-01-01T00:00:00Z"), UTC);
    var state = new Checkpoint(Instant.EPOCH, "boot", Map.of("state", "work"));
    List<Change> changes = List.of(new Change.Put(known), new Change.Put(far));
    journal.keep(state);
    long before = journal.sequence();
    assertThatThrownBy(() -> journal.write(changes, "Far"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2300");
    assertThatThrownBy(
            () -> journal.record(changes, new Checkpoint(Instant.EPOCH, "other", Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(journal.all(ZoneChange.class)).isEmpty();
    assertThat(journal.sequence()).isEqualTo(before);
    assertThat(journal.undo()).isEmpty();
    assertThat(journal.checkpoint()).hasValue(state);
    journal.write(List.of(new Change.Put(known)), "Near");
    assertThat(journal.undo()).hasValue("Near");
  }
}
