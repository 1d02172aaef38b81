package app.respite.domain.day.course;

import app.respite.domain.day.Change;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.Phase;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.Prompt;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the session that is open stands on. While it lasts nobody but its own course may take that
 * away or change it (B75): the tasks it works on, the sprint that runs with its time and ratings,
 * the prompt of the break that is due, and the time that is not booked yet.
 *
 * @param since from when on its time is not in history yet
 */
public record OpenSession(
    Instant since, Set<UUID> tasks, @Nullable UUID sprint, Set<UUID> spans, @Nullable UUID prompt) {
  public OpenSession {
    tasks = Set.copyOf(tasks);
    spans = Set.copyOf(spans);
  }

  /** Of a state; empty where no session is open. */
  public static Optional<OpenSession> of(DayState state) {
    if (state.session().id() == null) {
      return Optional.empty();
    }
    UUID sprint = state.session().phase() instanceof Phase.Sprint running ? running.id() : null;
    Ledger.Open open = state.ledger().open();
    Set<UUID> tasks = new HashSet<>();
    if (state.task() != null) {
      tasks.add(state.task().id());
    }
    if (open != null && open.task() != null) {
      tasks.add(open.task());
    }
    Set<UUID> spans = new HashSet<>();
    for (Span span : state.ledger().spans()) {
      if (sprint != null && sprint.equals(span.sprint())) {
        spans.add(span.id());
        if (span.task() != null) {
          tasks.add(span.task());
        }
      }
    }
    return Optional.of(
        new OpenSession(
            open == null ? state.now() : open.since(),
            tasks,
            sprint,
            spans,
            state.breaks().pending() == null ? null : state.breaks().pending().id()));
  }

  /**
   * Why a change may not be made while the session is open, as half a sentence; empty where it may.
   *
   * @param before the record it would replace or take out; null where there is none
   */
  public Optional<String> objection(Change change, @Nullable JournalRecord before) {
    return switch (change) {
      case Change.Remove remove -> Optional.ofNullable(before == null ? null : held(before));
      case Change.Put(JournalRecord record) when record.equals(before) -> Optional.empty();
      case Change.Put(Task task) -> {
        boolean hides = task.archived() && !(before instanceof Task known && known.archived());
        yield Optional.ofNullable(hides ? held(task) : null);
      }
      case Change.Put(JournalRecord record) -> {
        String held = held(record);
        yield Optional.ofNullable(held == null && reaches(record) ? overlaps(before) : held);
      }
    };
  }

  private @Nullable String overlaps(@Nullable JournalRecord before) {
    // What reached into it before is there already; it is no reason to refuse a note on it.
    return before != null && reaches(before)
        ? null
        : "it would lie in the time of the session that is open";
  }

  private @Nullable String held(JournalRecord record) {
    return switch (record) {
      case Task task when tasks.contains(task.id()) ->
          "the open session works on '" + task.name() + "'";
      case Sprint one when one.id().equals(sprint) -> "that sprint is still running";
      case Span span when spans.contains(span.id()) ->
          "that time belongs to the sprint that is running";
      case Rating rating when sprint != null && sprint.equals(rating.sprint()) ->
          "it rates the sprint that is running";
      case Prompt one when one.id().equals(prompt) -> "that break is still due";
      default -> null;
    };
  }

  private boolean reaches(JournalRecord record) {
    return switch (record) {
      case Span span -> span.end().isAfter(since);
      case Sprint one -> one.end().isAfter(since);
      case Break taken -> taken.end().isAfter(since);
      default -> false;
    };
  }
}
