package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalContract;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
    long before = journal.sequence();
    var far = new ZoneChange(new UUID(0, 1), Instant.parse("2300-01-01T00:00:00Z"), ZoneOffset.UTC);
    assertThatThrownBy(() -> journal.write(List.of(new Change.Put(far)), "Far"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2300");
    assertThat(journal.sequence()).isEqualTo(before);
    assertThat(journal.undo()).isEmpty();
  }
}
