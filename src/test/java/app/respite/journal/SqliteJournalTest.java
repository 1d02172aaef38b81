package app.respite.journal;

import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the port, kept in a file. */
class SqliteJournalTest extends JournalContract {
  @TempDir Path home;

  @Override
  protected Journal open() {
    return SqliteJournal.open(home.resolve("data/journal.db"));
  }
}
