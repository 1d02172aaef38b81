package app.respite.domain.review;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Spans as stretches of logical days, in order of time. A span without a task is booked under its
 * sprint's, else under the task that was chosen before it in its session, else after it, else under
 * what was worked on before it that day: a break belongs to the work around it. A sprint that came
 * without spans counts as one stretch of work.
 */
final class Timesheet {
  private final DayFinder days;
  private final List<Stretch> stretches = new ArrayList<>();

  private Timesheet(DayFinder days) {
    this.days = days;
  }

  static List<Stretch> of(List<Span> spans, List<Sprint> sprints, DayFinder days) {
    Timesheet sheet = new Timesheet(days);
    sheet.book(spans, sprints);
    sheet.assume(spans, sprints);
    sheet.stretches.sort(Comparator.comparing(stretch -> stretch.interval().start()));
    return List.copyOf(sheet.stretches);
  }

  private void book(List<Span> spans, List<Sprint> sprints) {
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparing(Span::start).thenComparing(Span::id));
    Map<UUID, UUID> bySprint = new HashMap<>();
    sprints.forEach(sprint -> bySprint.put(sprint.id(), sprint.task()));
    Map<UUID, UUID> bySession = new HashMap<>();
    for (Span span : ordered) {
      if (span.task() != null) {
        bySession.putIfAbsent(span.session(), span.task());
      }
    }
    UUID worked = null;
    LocalDate workedOn = null;
    for (Span span : ordered) {
      UUID task = span.task();
      if (task == null && span.sprint() != null) {
        task = bySprint.get(span.sprint());
      }
      if (task == null) {
        task = bySession.get(span.session());
      } else {
        bySession.put(span.session(), task);
      }
      LocalDate day = days.dayOf(span.start());
      if (span.state() == SpanState.WORK && task != null) {
        worked = task;
        workedOn = day;
      } else if (task == null && day.equals(workedOn)) {
        // Logged by hand, it has a session of its own.
        task = worked;
      }
      add(span.state(), task, span.sprint(), span.cause(), span.interval());
    }
  }

  private void assume(List<Span> spans, List<Sprint> sprints) {
    Set<UUID> known = new HashSet<>();
    spans.forEach(span -> known.add(span.sprint() == null ? span.id() : span.sprint()));
    for (Sprint sprint : sprints) {
      if (!known.contains(sprint.id())) {
        Instant active = sprint.start().plus(Duration.ofSeconds(sprint.activeSeconds()));
        Instant end = Interval.earlier(active, sprint.end());
        if (end.isAfter(sprint.start())) {
          Interval work = new Interval(sprint.start(), end);
          add(SpanState.WORK, sprint.task(), sprint.id(), null, work);
        }
      }
    }
  }

  private void add(
      SpanState state,
      @Nullable UUID task,
      @Nullable UUID sprint,
      @Nullable String cause,
      Interval interval) {
    Instant from = interval.start();
    while (from.isBefore(interval.end())) {
      LocalDate day = days.dayOf(from);
      Instant to = Interval.earlier(days.endOfDay(), interval.end());
      stretches.add(new Stretch(day, state, task, sprint, cause, new Interval(from, to)));
      from = to;
    }
  }
}
