package app.respite.coach.port;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the journal. No read keeps a transaction open after it returns.
 *
 * <p>Every method throws {@link JournalException} where the store cannot be read.
 */
public interface JournalReader {
  /** Every record of a kind, by begin, then id as text; those without a time come last, by id. */
  <R extends JournalRecord> List<R> all(Class<R> kind);

  /**
   * The records of a kind that touch an interval: those that overlap it, and moments inside it
   * (start included, end excluded). What has no end counts as a moment; records without a time are
   * left out. Ordered by begin, then id as text.
   */
  <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval);

  /** One record. */
  <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id);

  /** The last record of a kind, in the order of {@link #all}, that begins before an instant. */
  <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before);

  /** Counts up with every change; a snapshot names the sequence it stands on. */
  long sequence();

  /** The coach's open state as it was kept last; empty in a new journal. */
  Optional<Checkpoint> checkpoint();
}
