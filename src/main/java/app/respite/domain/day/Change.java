package app.respite.domain.day;

import app.respite.domain.work.JournalRecord;
import java.util.UUID;

/** A change to the journal. */
public sealed interface Change {
  /** Puts a record, in place of the one of its kind with the same id if there is one. */
  record Put(JournalRecord record) implements Change {}

  /** Takes a record out. */
  record Remove(Class<? extends JournalRecord> kind, UUID id) implements Change {}
}
