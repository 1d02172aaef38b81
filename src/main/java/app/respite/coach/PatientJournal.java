package app.respite.coach;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a coach that must go on when the disk does not: what cannot be written is kept in
 * memory, in order, and written as soon as it can be. What a user edits by hand is not kept, it
 * fails at once.
 */
public final class PatientJournal implements Journal {
  private final Journal disk;
  private final List<Change> waiting = new ArrayList<>();
  private @Nullable Checkpoint newest;
  private String trouble = "";

  public PatientJournal(Journal disk) {
    this.disk = disk;
  }

  /** Why something is not written yet, for the user; empty where all is on disk. */
  public String trouble() {
    return trouble;
  }

  /** Tries again to write what waits. */
  public void retry() {
    if (trouble.isEmpty()) {
      return;
    }
    try {
      drain();
    } catch (JournalException still) {
      note(still);
    }
  }

  @Override
  public long write(List<Change> changes, @Nullable String label) {
    if (label != null) {
      drain();
      return disk.write(changes, label);
    }
    try {
      drain();
      return disk.write(changes, null);
    } catch (JournalException failed) {
      if (failed.kind() != JournalException.Kind.IO) {
        throw failed;
      }
      waiting.addAll(changes);
      note(failed);
      return disk.sequence();
    }
  }

  /** Left for the next day where the disk refuses. */
  @Override
  public void maintain() {
    try {
      disk.maintain();
    } catch (JournalException refused) {
      trouble = String.valueOf(refused.getMessage());
    }
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    newest = checkpoint;
    try {
      drain();
    } catch (JournalException failed) {
      if (failed.kind() != JournalException.Kind.IO) {
        throw failed;
      }
      note(failed);
    }
  }

  @Override
  public long record(List<Change> changes, Checkpoint checkpoint) {
    try {
      drain();
      return disk.record(changes, checkpoint);
    } catch (JournalException failed) {
      if (failed.kind() != JournalException.Kind.IO) {
        throw failed;
      }
      waiting.addAll(changes);
      newest = checkpoint;
      note(failed);
      return disk.sequence();
    }
  }

  /** All that waits in one go, so that the open state never runs ahead of the history. */
  private void drain() {
    if (newest != null) {
      disk.record(List.copyOf(waiting), newest);
    } else if (!waiting.isEmpty()) {
      disk.write(List.copyOf(waiting), null);
    }
    waiting.clear();
    newest = null;
    trouble = "";
  }

  private void note(JournalException failed) {
    trouble = "not saved yet, tried again until it is: " + failed.getMessage();
  }

  @Override
  public Optional<String> undo() {
    drain();
    return disk.undo();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return newest != null ? Optional.of(newest) : disk.checkpoint();
  }

  @Override
  public <R extends JournalRecord> List<R> all(Class<R> kind) {
    return disk.all(kind);
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    return disk.find(kind, interval);
  }

  @Override
  public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    return disk.byId(kind, id);
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return disk.latest(kind, before);
  }

  @Override
  public long sequence() {
    return disk.sequence();
  }

  @Override
  public void close() {
    retry();
    disk.close();
  }
}
