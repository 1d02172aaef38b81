package app.respite.coach;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journal that lives as long as its process: for simulations and rule previews. */
public final class InMemoryJournal implements Journal {
  /**
   * A record's place in time.
   *
   * @param begins null for records without a time, which come last
   */
  private record Place(@Nullable Instant begins, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(
                Place::begins, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Place::id);

    static Place of(JournalRecord record) {
      return new Place(record.begins(), record.id().toString());
    }

    /** Before whatever begins at an instant. */
    static Place at(Instant instant) {
      return new Place(instant, "");
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private static final int COPIED_AT_ONCE = 1000;

  private record Step(
      String label, List<Change> inverse, List<@Nullable JournalRecord> following) {}

  /** The records of a kind, by id in the order of their making, and in the order of time. */
  private static final class Table {
    final Map<UUID, JournalRecord> byId = new LinkedHashMap<>();
    final NavigableMap<Place, JournalRecord> inTime = new TreeMap<>();

    /** No record ever was longer. */
    Duration longest = Duration.ZERO;

    @Nullable JournalRecord put(JournalRecord record) {
      JournalRecord before = forget(byId.put(record.id(), record));
      inTime.put(Place.of(record), record);
      Instant begins = record.begins();
      Instant ends = record.ends();
      if (begins != null && ends != null) {
        Duration length = Duration.between(begins, ends);
        longest = length.compareTo(longest) > 0 ? length : longest;
      }
      return before;
    }

    @Nullable JournalRecord remove(UUID id) {
      return forget(byId.remove(id));
    }

    private @Nullable JournalRecord forget(@Nullable JournalRecord before) {
      if (before != null) {
        inTime.remove(Place.of(before));
      }
      return before;
    }

    /** All that may touch an interval, and perhaps some more. */
    Collection<JournalRecord> around(Interval interval) {
      // What begins earlier than the longest one is long has ended by then.
      Instant from =
          Duration.between(Instant.MIN, interval.start()).compareTo(longest) > 0
              ? interval.start().minus(longest)
              : Instant.MIN;
      return from.isBefore(interval.end())
          ? inTime.subMap(Place.at(from), Place.at(interval.end())).values()
          : List.of();
    }
  }

  private final Map<Class<? extends JournalRecord>, Table> records = new LinkedHashMap<>();
  private final Map<Way, Deque<Step>> steps =
      new EnumMap<>(Map.of(Way.BACK, new ArrayDeque<>(), Way.FORWARD, new ArrayDeque<>()));
  private @Nullable Checkpoint checkpoint;
  private long sequence;

  @Override
  public long write(List<Change> changes, @Nullable String label) {
    if (changes.isEmpty()) {
      return sequence;
    }
    List<Change> inverse = applyAll(changes);
    if (label != null) {
      steps(Way.FORWARD).clear();
      steps(Way.BACK).push(new Step(label, inverse, following(inverse)));
    }
    return ++sequence;
  }

  private Deque<Step> steps(Way way) {
    return Objects.requireNonNull(steps.get(way));
  }

  /** Gives what takes it all back. */
  private List<Change> applyAll(List<Change> changes) {
    List<Change> inverse = new ArrayList<>();
    for (Change change : List.copyOf(changes)) {
      inverse.addFirst(apply(change));
    }
    return inverse;
  }

  /** What stands where changes were made. */
  private List<@Nullable JournalRecord> following(List<Change> changes) {
    List<@Nullable JournalRecord> following = new ArrayList<>();
    for (Change change : changes) {
      following.add(table(change.kind()).byId.get(change.id()));
    }
    return following;
  }

  private Change apply(Change change) {
    return switch (change) {
      case Change.Put put -> {
        JournalRecord before = table(put.record().getClass()).put(put.record());
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

  private Table table(Class<? extends JournalRecord> kind) {
    return records.computeIfAbsent(kind, _ -> new Table());
  }

  @Override
  public Optional<String> step(Way way) {
    Step next = steps(way).poll();
    if (next == null) {
      return Optional.empty();
    }
    List<Change> inverse = applyAll(next.inverse());
    steps(way.other()).push(new Step(next.label(), inverse, following(inverse)));
    sequence++;
    return Optional.of(next.label());
  }

  @Override
  public Optional<Undoable> next(Way way) {
    return Optional.ofNullable(steps(way).peek())
        .map(
            step ->
                new Undoable(
                    step.label(),
                    step.inverse(),
                    following(step.inverse()).equals(step.following())));
  }

  @Override
  public void forget(Way way) {
    steps(way).poll();
  }

  @Override
  public List<String> labels(Way way) {
    return steps(way).stream().map(Step::label).toList();
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
    for (Table table : records.values()) {
      for (JournalRecord entry : table.byId.values()) {
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
    return table(kind).inTime.values().stream().map(kind::cast).toList();
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    return table(kind).around(interval).stream()
        .filter(entry -> touches(entry, interval))
        .map(kind::cast)
        .toList();
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
    return Optional.ofNullable(kind.cast(table(kind).byId.get(id)));
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return Optional.ofNullable(table(kind).inTime.lowerEntry(Place.at(before)))
        .map(entry -> kind.cast(entry.getValue()));
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
