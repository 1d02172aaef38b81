package app.respite.coach;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.Unsaved;
import app.respite.coach.port.UnsavedStore;
import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a coach that must go on when the disk does not: what the coach records and cannot
 * write is kept in memory, in order, and written as soon as it can be. Until then {@link #onDisk}
 * says so, and nobody is told that it was saved. What a user edits by hand or imports is not kept,
 * it fails at once.
 *
 * <p>What still waits when the journal is closed goes to an {@link UnsavedStore}; opening it again
 * takes that in, once: the checkpoint that is written with it names it, and it is removed only
 * afterwards.
 */
public final class RetryingJournal implements Journal {
  /** Far more than a day makes; more would fill the memory of a coach that nobody looks after. */
  static final int MOST_WAITING = 10_000;

  private static final String KEPT = "kept in memory, not on disk yet: ";
  private static final String TAKEN_IN = "unsaved.taken-in";

  private record Key(Class<? extends JournalRecord> kind, UUID id) {}

  private final Journal disk;
  private final UnsavedStore store;

  /** Remainders that are on disk, or among what waits, and may still lie in the store. */
  private final Set<UUID> inHand = new LinkedHashSet<>();

  private Map<Key, Change> waiting = new LinkedHashMap<>();
  private @Nullable Checkpoint newest;
  private String failure = "";
  private String damage = "";
  private boolean toBeStored;
  private @Nullable UUID own;
  private long sequence;

  /**
   * Takes in what earlier coaches left. A disk that still refuses it is no failure here.
   *
   * @throws JournalException where the journal cannot be read
   */
  public RetryingJournal(Journal disk, UnsavedStore store) {
    this.disk = disk;
    this.store = store;
    sequence = disk.sequence();
    Optional<Checkpoint> kept = disk.checkpoint();
    Set<UUID> takenIn = kept.map(RetryingJournal::takenIn).orElse(Set.of());
    for (Unsaved left : store.found()) {
      inHand.add(left.id());
      if (!takenIn.contains(left.id())) {
        waiting = with(waiting, left.changes());
        newest = later(newest, left.checkpoint());
      }
    }
    if (newest != null && kept.isPresent()) {
      newest = later(newest, kept.get());
    }
    if (newest == null) {
      forgetTakenIn();
    } else {
      retry();
    }
  }

  private static Checkpoint later(@Nullable Checkpoint one, Checkpoint other) {
    return one != null && one.at().isAfter(other.at()) ? one : other;
  }

  private static Set<UUID> takenIn(Checkpoint checkpoint) {
    Set<UUID> ids = new LinkedHashSet<>();
    for (String id : checkpoint.values().getOrDefault(TAKEN_IN, "").split(" ")) {
      if (!id.isEmpty()) {
        ids.add(UUID.fromString(id));
      }
    }
    return ids;
  }

  private void forgetTakenIn() {
    inHand.removeIf(store::remove);
  }

  /** Whether all that was recorded is on disk. */
  public synchronized boolean onDisk() {
    return newest == null;
  }

  /** What the user must know about the journal, in one line; empty where all is well. */
  public synchronized String trouble() {
    if (newest != null) {
      return KEPT + failure;
    }
    return disk.notice().isEmpty() ? damage : disk.notice();
  }

  /** A check found the journal damaged, although it can be written. */
  public synchronized void damaged(String what) {
    damage = what;
  }

  /** Tries again to write what waits. */
  public synchronized void retry() {
    if (newest == null) {
      return;
    }
    try {
      drain();
    } catch (JournalException still) {
      failure = text(still);
    }
  }

  @Override
  public synchronized long write(List<Change> changes, @Nullable String label) {
    drain();
    sequence = disk.write(changes, label);
    return sequence;
  }

  @Override
  public void maintain() {
    disk.maintain();
  }

  @Override
  public synchronized void keep(Checkpoint checkpoint) {
    record(List.of(), checkpoint);
  }

  @Override
  public synchronized long record(List<Change> changes, Checkpoint checkpoint) {
    Map<Key, Change> waitingBefore = waiting;
    Checkpoint newestBefore = newest;
    try {
      waiting = with(waiting, changes);
      newest = checkpoint;
      drain();
    } catch (JournalException failed) {
      failure = text(failed);
      if (waiting.size() > MOST_WAITING) {
        waiting = waitingBefore;
        newest = newestBefore;
        throw failed;
      }
      toBeStored = true;
    } catch (RuntimeException wrong) {
      waiting = waitingBefore;
      newest = newestBefore;
      throw wrong;
    }
    return sequence;
  }

  /** Of two changes to one record the later one is all that matters. */
  private static Map<Key, Change> with(Map<Key, Change> before, List<Change> changes) {
    if (changes.isEmpty()) {
      return before;
    }
    Map<Key, Change> all = new LinkedHashMap<>(before);
    for (Change change : changes) {
      Key key =
          switch (change) {
            case Change.Put(JournalRecord record) -> new Key(record.getClass(), record.id());
            case Change.Remove(Class<? extends JournalRecord> kind, UUID id) -> new Key(kind, id);
          };
      all.put(key, change);
    }
    return all;
  }

  /** All that waits in one go, so that the open state never runs ahead of the history. */
  private void drain() {
    if (newest == null) {
      return;
    }
    sequence = disk.record(List.copyOf(waiting.values()), stamped(newest));
    waiting = new LinkedHashMap<>();
    newest = null;
    failure = "";
    toBeStored = false;
    forgetTakenIn();
  }

  private Checkpoint stamped(Checkpoint checkpoint) {
    if (inHand.isEmpty() && !checkpoint.values().containsKey(TAKEN_IN)) {
      return checkpoint;
    }
    Map<String, String> values = new HashMap<>(checkpoint.values());
    values.remove(TAKEN_IN);
    if (!inHand.isEmpty()) {
      values.put(
          TAKEN_IN, String.join(" ", new TreeSet<>(inHand.stream().map(UUID::toString).toList())));
    }
    return new Checkpoint(checkpoint.at(), checkpoint.boot(), values);
  }

  private static String text(JournalException failed) {
    return String.valueOf(failed.getMessage());
  }

  @Override
  public synchronized Optional<String> step(Way way) {
    drain();
    Optional<String> done = disk.step(way);
    sequence = disk.sequence();
    return done;
  }

  @Override
  public synchronized Optional<Undoable> next(Way way) {
    drain();
    return disk.next(way);
  }

  @Override
  public synchronized void forget(Way way) {
    disk.forget(way);
  }

  @Override
  public synchronized List<String> labels(Way way) {
    drain();
    return disk.labels(way);
  }

  @Override
  public synchronized Optional<Checkpoint> checkpoint() {
    return newest != null ? Optional.of(newest) : disk.checkpoint();
  }

  @Override
  public synchronized <R extends JournalRecord> List<R> all(Class<R> kind) {
    return waiting.isEmpty() ? disk.all(kind) : overlaid(disk.all(kind)).all(kind);
  }

  @Override
  public synchronized <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    List<R> written = disk.find(kind, interval);
    return waiting.isEmpty() ? written : overlaid(written).find(kind, interval);
  }

  @Override
  public synchronized <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    Optional<R> written = disk.byId(kind, id);
    return waiting.isEmpty() ? written : overlaid(written.stream().toList()).byId(kind, id);
  }

  @Override
  public synchronized <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return waiting.isEmpty()
        ? disk.latest(kind, before)
        : overlaid(disk.all(kind)).latest(kind, before);
  }

  /** Records from the disk as they will be once what waits is written. */
  private InMemoryJournal overlaid(List<? extends JournalRecord> written) {
    InMemoryJournal together = new InMemoryJournal();
    List<Change> changes = new ArrayList<>();
    written.forEach(record -> changes.add(new Change.Put(record)));
    changes.addAll(waiting.values());
    together.write(changes, null);
    return together;
  }

  /** As this coach wrote it last; nobody else writes, and a disk that fails cannot be asked. */
  @Override
  public synchronized long sequence() {
    return sequence;
  }

  @Override
  public String notice() {
    return disk.notice();
  }

  /**
   * Writes what waits, or where the disk still refuses, puts it into the store. To be called before
   * the coach ends; it may go on afterwards.
   *
   * @throws CoachException of kind {@code STORE} where it is not in the journal; says where it is
   */
  public synchronized void settle() {
    retry();
    Checkpoint last = newest;
    if (last == null || !toBeStored) {
      return;
    }
    UUID id = own == null ? UUID.randomUUID() : own;
    String place;
    try {
      place = store.keep(new Unsaved(id, List.copyOf(waiting.values()), last));
    } catch (JournalException nowhere) {
      throw new CoachException(
          CoachException.Kind.STORE,
          failure + " What was not saved yet could not be kept elsewhere either: " + text(nowhere),
          nowhere);
    }
    own = id;
    inHand.removeIf(older -> !older.equals(id) && store.remove(older));
    inHand.add(id);
    throw new CoachException(
        CoachException.Kind.STORE,
        failure + " What was not saved yet is in " + place + ", and the next start takes it in.");
  }

  /**
   * Closes the journal after a last attempt to write what waits.
   *
   * @throws CoachException as {@link #settle}; the journal is closed all the same
   */
  @Override
  public synchronized void close() {
    try {
      settle();
    } finally {
      disk.close();
    }
  }
}
