package app.respite.exchange;

import app.respite.coach.port.JournalReader;
import app.respite.domain.day.Change;
import app.respite.domain.day.course.OpenSession;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal as an import sees it. Who writes, this process or the running coach, is the caller's
 * to decide.
 */
public interface ImportTarget {
  /** The records of a kind that are there, by id; ids that are not there are left out. */
  <R extends JournalRecord> Map<UUID, R> existing(Class<R> kind, Collection<UUID> ids);

  /** The tasks that are there. */
  List<Task> tasks();

  /** The stretches of time that are there and touch an interval. */
  List<Span> spans(Interval interval);

  /**
   * Why a change may not be made while a session is open (B75), as half a sentence; empty where it
   * may.
   */
  default Optional<String> objection(Change change) {
    return Optional.empty();
  }

  /** Takes a batch of at most 500 changes, all or none; never called in a dry run. */
  void accept(List<Change> batch);

  /** Over a journal without an open session that is read here and written by {@code writer}. */
  static ImportTarget of(JournalReader reader, Consumer<List<Change>> writer) {
    return of(reader, null, writer);
  }

  /**
   * Over a journal that is read here and written wherever {@code writer} says.
   *
   * @param open what the session that is open in it stands on; null where none is
   */
  static ImportTarget of(
      JournalReader reader, @Nullable OpenSession open, Consumer<List<Change>> writer) {
    return new ImportTarget() {
      @Override
      public <R extends JournalRecord> Map<UUID, R> existing(Class<R> kind, Collection<UUID> ids) {
        Map<UUID, R> found = new HashMap<>();
        for (UUID id : ids) {
          reader.byId(kind, id).ifPresent(record -> found.put(id, record));
        }
        return found;
      }

      @Override
      public List<Task> tasks() {
        return reader.all(Task.class);
      }

      @Override
      public List<Span> spans(Interval interval) {
        return reader.find(Span.class, interval);
      }

      @Override
      public Optional<String> objection(Change change) {
        // Nearly every row is none of the session's business, and needs no look into the journal.
        return open == null
                || (open.objection(change, null).isEmpty() && change instanceof Change.Put)
            ? Optional.empty()
            : open.objection(change, reader.byId(change.kind(), change.id()).orElse(null));
      }

      @Override
      public void accept(List<Change> batch) {
        writer.accept(batch);
      }
    };
  }
}
