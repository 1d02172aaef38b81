package app.respite.exchange;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.JournalReader;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A journal to read, over records in a list. */
record MemoryJournal(List<JournalRecord> records) implements JournalReader {
  @Override
  public <R extends JournalRecord> List<R> all(Class<R> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    return all(kind).stream().filter(record -> touches(record, interval)).toList();
  }

  private static boolean touches(JournalRecord record, Interval interval) {
    return record.begins() != null
        && record.begins().isBefore(interval.end())
        && (record.ends() == null || !record.ends().isBefore(interval.start()));
  }

  @Override
  public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    return all(kind).stream().filter(record -> record.id().equals(id)).findFirst();
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return Optional.empty();
  }

  @Override
  public long sequence() {
    return records.size();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return Optional.empty();
  }
}
