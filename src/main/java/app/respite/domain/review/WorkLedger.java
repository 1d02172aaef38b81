package app.respite.domain.review;

import app.respite.domain.hours.WorkedDay;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was worked on each task on each day: the same time as in a review, before it is added up.
 */
public final class WorkLedger {
  private WorkLedger() {}

  /**
   * The work of a range of logical days, the last one included.
   *
   * @param spans those of the range and of the day before it; more is harmless
   */
  public static List<WorkedDay> of(
      List<Span> spans, List<Sprint> sprints, DayCalendar days, LocalDate from, LocalDate to) {
    Map<LocalDate, Map<UUID, WorkedDay>> found = new HashMap<>();
    for (Stretch one : Timesheet.of(spans, sprints, new DayFinder(days))) {
      UUID task = one.task();
      if (task != null && !one.day().isBefore(from) && !one.day().isAfter(to)) {
        found
            .computeIfAbsent(one.day(), any -> new HashMap<>())
            .merge(task, worked(one, task, days), WorkLedger::plus);
      }
    }
    return found.values().stream().flatMap(day -> day.values().stream()).toList();
  }

  private static WorkedDay worked(Stretch one, UUID task, DayCalendar days) {
    Interval when = one.interval();
    return switch (one.state()) {
      case WORK ->
          new WorkedDay(
              one.day(),
              task,
              clock(when.start(), days),
              clock(when.end(), days),
              when.length(),
              Duration.ZERO);
      case BREAK -> new WorkedDay(one.day(), task, null, null, Duration.ZERO, when.length());
      default -> new WorkedDay(one.day(), task, null, null, Duration.ZERO, Duration.ZERO);
    };
  }

  private static OffsetDateTime clock(Instant at, DayCalendar days) {
    return at.atZone(days.zoneAt(at)).toOffsetDateTime();
  }

  /** Stretches come in the order of time. */
  private static WorkedDay plus(WorkedDay one, WorkedDay next) {
    return new WorkedDay(
        one.day(),
        one.task(),
        one.start() == null ? next.start() : one.start(),
        next.end() == null ? one.end() : next.end(),
        one.work().plus(next.work()),
        one.breaks().plus(next.breaks()));
  }
}
