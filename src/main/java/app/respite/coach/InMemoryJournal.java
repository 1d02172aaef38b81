package app.respite.coach;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journal that lives as long as its process: for simulations and rule previews. */
public final class InMemoryJournal implements Journal {
  private static final Comparator<JournalRecord> BY_BEGIN =
      Comparator.comparing(
              JournalRecord::begins, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(entry -> entry.id().toString());

  private static final int COPIED_AT_ONCE = 1000;

  private record Undoable(String label, List<Change> inverse) {}

  private final Map<Class<? extends JournalRecord>, Map<UUID, JournalRecord>> records =
      new LinkedHashMap<>();
  private final Deque<Undoable> undo = new ArrayDeque<>();
  private @Nullable Checkpoint checkpoint;
  private long sequence;

  @Override
  public long write(List<Change> changes, @Nullable String label) {
    if (changes.isEmpty()) {
      return sequence;
    }
    List<Change> whole = List.copyOf(changes);
    List<Change> inverse = new ArrayList<>();
    for (Change change : whole) {
      inverse.addFirst(apply(change));
    }
    if (label != null) {
      undo.push(new Undoable(label, inverse));
    }
    return ++sequence;
  }

  private Change apply(Change change) {
    return switch (change) {
      case Change.Put put -> {
        JournalRecord before = table(put.record().getClass()).put(put.record().id(), put.record());
        yield before == null
            ? new Change.Remove(put.record().getClass(), put.record().id())
            : new Change.Put(before);
      }
      case Change.Remove remove -> {
        JournalRecord before = table(remove.kind()).remove(remove.id());
        yield before == null ? remove : new Change.Put(before);
      }
    };
  }

  private Map<UUID, JournalRecord> table(Class<? extends JournalRecord> kind) {
    return records.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
  }

  @Override
  public Optional<String> undo() {
    Undoable newest = undo.poll();
    if (newest == null) {
      return Optional.empty();
    }
    newest.inverse().forEach(this::apply);
    sequence++;
    return Optional.of(newest.label());
  }

  @Override
  public long record(List<Change> changes, Checkpoint open) {
    checkpoint = open;
    return write(changes, null);
  }

  @Override
  public void keep(Checkpoint open) {
    checkpoint = open;
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }

  /**
   * Writes all it holds to another journal, which should be empty; what could be undone is left
   * out.
   */
  public void copyTo(Journal other) {
    List<Change> batch = new ArrayList<>();
    for (Map<UUID, JournalRecord> table : records.values()) {
      for (JournalRecord entry : table.values()) {
        batch.add(new Change.Put(entry));
        if (batch.size() == COPIED_AT_ONCE) {
          other.write(batch, null);
          batch.clear();
        }
      }
    }
    other.write(batch, null);
    if (checkpoint != null) {
      other.keep(checkpoint);
    }
  }

  @Override
  public <R extends JournalRecord> List<R> all(Class<R> kind) {
    return table(kind).values().stream().sorted(BY_BEGIN).map(kind::cast).toList();
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    return all(kind).stream().filter(entry -> touches(entry, interval)).toList();
  }

  private static boolean touches(JournalRecord entry, Interval interval) {
    Instant begins = entry.begins();
    Instant ends = entry.ends();
    if (begins == null) {
      return false;
    }
    if (ends == null || !ends.isAfter(begins)) {
      return !begins.isBefore(interval.start()) && begins.isBefore(interval.end());
    }
    return begins.isBefore(interval.end()) && interval.start().isBefore(ends);
  }

  @Override
  public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    return Optional.ofNullable(kind.cast(table(kind).get(id)));
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return all(kind).stream()
        .filter(entry -> entry.begins() != null && entry.begins().isBefore(before))
        .reduce((first, second) -> second);
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public void maintain() {}

  @Override
  public void close() {}
}
