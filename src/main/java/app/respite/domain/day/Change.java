package app.respite.domain.day;

import app.respite.domain.work.JournalRecord;
import java.util.UUID;

/** A change to the journal. */
public sealed interface Change {
  /** The kind of the record it is about. */
  Class<? extends JournalRecord> kind();

  /** The id of the record it is about. */
  UUID id();

  /** Puts a record, in place of the one of its kind with the same id if there is one. */
  record Put(JournalRecord record) implements Change {
    @Override
    public Class<? extends JournalRecord> kind() {
      return record.getClass();
    }

    @Override
    public UUID id() {
      return record.id();
    }
  }

  /** Takes a record out. */
  record Remove(Class<? extends JournalRecord> kind, UUID id) implements Change {}
}
