package app.respite.coach;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Journal;
import app.respite.domain.day.Change;
import app.respite.domain.day.course.OpenSession;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal for everybody but the coach's own course: edits by hand, undoing, imports, tasks. The
 * one place where their changes are held against the session that is open, whether its coach runs
 * or not (B75), and against history itself. What is refused changes nothing.
 *
 * <p>What is changed or deleted by hand leaves an {@link Edit}, so that no import of something
 * older takes it back (B85).
 */
final class GuardedJournal implements Journal {
  private final Journal journal;
  private final Clock clock;

  GuardedJournal(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Makes changes.
   *
   * @throws CoachException of kind {@code NO} where the open session stands on what they change
   */
  @Override
  public long write(List<Change> changes, @Nullable String label) {
    refuseWhatTheSessionStandsOn(changes, "");
    return journal.write(label == null ? changes : withEdits(journal, changes, now()), label);
  }

  /**
   * Takes the newest labelled change back or does it again, all of it or nothing.
   *
   * @throws CoachException of kind {@code NO} where that would take away what the open session or
   *     history stands on; and where what it touched was changed again since, after which the
   *     change beyond it is the next one
   */
  @Override
  public Optional<String> step(Way way) {
    Undoable next = journal.next(way).orElse(null);
    if (next == null) {
      return Optional.empty();
    }
    if (!next.intact()) {
      journal.forget(way);
      throw new CoachException(
          Kind.NO,
          "'"
              + next.label()
              + "' stays as it is: what it touched was changed again since; "
              + (way == Way.BACK
                  ? "log undo now takes back the edit before it"
                  : "log redo now goes on with the edit after it"));
    }
    String refused =
        "'"
            + next.label()
            + (way == Way.BACK ? "' cannot be taken back: " : "' cannot be done again: ");
    refuseWhatTheSessionStandsOn(next.changes(), refused);
    refuseWhatHistoryStandsOn(next.changes(), refused);
    return journal.step(way);
  }

  private Instant now() {
    Instant wall = clock.read().wall();
    return journal.checkpoint().map(kept -> Interval.later(wall, kept.at())).orElse(wall);
  }

  private void refuseWhatTheSessionStandsOn(List<Change> changes, String refused) {
    OpenSession open = CoachCore.openSession(journal, Preferences.DEFAULTS).orElse(null);
    if (open == null) {
      return;
    }
    for (Change change : changes) {
      JournalRecord before = journal.byId(change.kind(), change.id()).orElse(null);
      open.objection(change, before)
          .ifPresent(
              why -> {
                throw new CoachException(
                    Kind.NO,
                    refused + why + "; end that session first (respite stop), nothing was changed");
              });
    }
  }

  /** Taking back must not leave work without its task, two names alike, or two spans at once. */
  private void refuseWhatHistoryStandsOn(List<Change> changes, String refused) {
    Set<UUID> gone = new HashSet<>();
    changes.forEach(change -> gone.add(change.id()));
    for (Change change : changes) {
      String why =
          switch (change) {
            case Change.Remove remove when remove.kind() == Task.class ->
                hasHistory(remove.id(), gone) ? "there is work on that task by now" : null;
            case Change.Remove remove -> null;
            case Change.Put(Task task) -> sharesName(task, gone);
            case Change.Put(Span span) -> overlaps(span, gone);
            case Change.Put put -> null;
          };
      if (why != null) {
        throw new CoachException(Kind.NO, refused + why + "; nothing was changed");
      }
    }
  }

  private boolean hasHistory(UUID task, Set<UUID> gone) {
    return journal.all(Sprint.class).stream()
            .anyMatch(sprint -> sprint.task().equals(task) && !gone.contains(sprint.id()))
        || journal.all(Span.class).stream()
            .anyMatch(span -> task.equals(span.task()) && !gone.contains(span.id()))
        || journal.all(WorkItem.class).stream()
            .anyMatch(item -> item.task().equals(task) && !gone.contains(item.id()));
  }

  private @Nullable String sharesName(Task task, Set<UUID> gone) {
    return new Tasks(journal)
        .find(task.name())
        .filter(other -> !other.id().equals(task.id()) && !gone.contains(other.id()))
        .map(other -> "there is another task '" + other.name() + "' by now")
        .orElse(null);
  }

  private @Nullable String overlaps(Span span, Set<UUID> gone) {
    return journal.find(Span.class, span.interval()).stream()
            .anyMatch(
                other -> !gone.contains(other.id()) && other.interval().overlaps(span.interval()))
        ? "other time is booked there by now"
        : null;
  }

  /** Changes with the word that records were changed or deleted, and when. */
  static List<Change> withEdits(Journal journal, List<Change> changes, Instant at) {
    List<Change> all = new ArrayList<>(changes);
    Set<UUID> said = new HashSet<>();
    for (int i = changes.size() - 1; i >= 0; i--) {
      Change change = changes.get(i);
      JournalRecord before = journal.byId(change.kind(), change.id()).orElse(null);
      boolean deleted = change instanceof Change.Remove;
      boolean same = change instanceof Change.Put put && put.record().equals(before);
      if (before != null && !same && said.add(change.id())) {
        all.add(new Change.Put(Edit.of(change.kind(), change.id(), at, deleted)));
      }
    }
    return all;
  }

  /** Only the coach's own course keeps the open state. */
  @Override
  public long record(List<Change> changes, Checkpoint checkpoint) {
    throw new UnsupportedOperationException("the open state is the coach's own");
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    throw new UnsupportedOperationException("the open state is the coach's own");
  }

  @Override
  public Optional<Undoable> next(Way way) {
    return journal.next(way);
  }

  @Override
  public void forget(Way way) {
    journal.forget(way);
  }

  @Override
  public List<String> labels(Way way) {
    return journal.labels(way);
  }

  @Override
  public void maintain() {
    journal.maintain();
  }

  @Override
  public void close() {
    journal.close();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return journal.checkpoint();
  }

  @Override
  public <R extends JournalRecord> List<R> all(Class<R> kind) {
    return journal.all(kind);
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    return journal.find(kind, interval);
  }

  @Override
  public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    return journal.byId(kind, id);
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return journal.latest(kind, before);
  }

  @Override
  public long sequence() {
    return journal.sequence();
  }
}
