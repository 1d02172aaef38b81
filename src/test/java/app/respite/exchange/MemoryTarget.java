package app.respite.exchange;

import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A journal that is a map. */
final class MemoryTarget implements ImportTarget {
  private final Map<Class<?>, Map<UUID, JournalRecord>> records = new HashMap<>();
  private final List<Integer> batches = new ArrayList<>();

  @Override
  public <R extends JournalRecord> Map<UUID, R> existing(Class<R> kind, Collection<UUID> ids) {
    Map<UUID, R> found = new HashMap<>();
    for (UUID id : ids) {
      JournalRecord record = records.getOrDefault(kind, Map.of()).get(id);
      if (record != null) {
        found.put(id, kind.cast(record));
      }
    }
    return found;
  }

  @Override
  public List<Task> tasks() {
    return all(Task.class);
  }

  @Override
  public List<Span> spans(Interval interval) {
    return all(Span.class).stream().filter(span -> span.interval().overlaps(interval)).toList();
  }

  @Override
  public void accept(List<Change> batch) {
    batches.add(batch.size());
    for (Change change : batch) {
      put(((Change.Put) change).record());
    }
  }

  void put(JournalRecord record) {
    records
        .computeIfAbsent(record.getClass(), kind -> new LinkedHashMap<>())
        .put(record.id(), record);
  }

  <R extends JournalRecord> List<R> all(Class<R> kind) {
    return records.getOrDefault(kind, Map.of()).values().stream().map(kind::cast).toList();
  }

  List<JournalRecord> everything() {
    return records.values().stream().flatMap(kind -> kind.values().stream()).toList();
  }

  List<Integer> batches() {
    return batches;
  }
}
