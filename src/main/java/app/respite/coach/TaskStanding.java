package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.review.Pace;
import app.respite.domain.review.Review;
import app.respite.domain.review.Reviewer;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks stand against their targets, deadlines and weekly hours, at the user's own pace
 * (B63). Throws {@link app.respite.coach.port.JournalException} where the journal cannot be read.
 */
public final class TaskStanding {
  /** Items and sprints older than this count neither as done nor for the pace. */
  private static final int DAYS = 366;

  private TaskStanding() {}

  /** Where a task stands now; a task without target, deadline and cap has nothing to say. */
  public static Pace of(
      JournalReader journal, Preferences preferences, Task task, Instant now, ZoneId zone) {
    if (task.target() == null && task.deadline() == null && task.hoursCap() == null) {
      return new Pace(null, null, null, null, null);
    }
    LocalDate today = new LogicalDays(zone, preferences.get(CoachKeys.DAY_STARTS)).dayOf(now);
    LocalDate monday = LogicalDays.monday(today);
    Review year = ReviewService.figures(journal, preferences, today.minusDays(DAYS), today, zone);
    Review week = ReviewService.figures(journal, preferences, monday, today, zone);
    int done =
        year.tasks().stream()
            .filter(one -> one.id().equals(task.id()))
            .mapToInt(TaskFigures::items)
            .sum();
    long worked =
        week.tasks().stream()
            .filter(one -> one.id().equals(task.id()))
            .mapToLong(TaskFigures::workSeconds)
            .sum();
    Duration sprint = preferences.get(SprintBreakRule.SPRINT, task.name());
    return Pace.of(
        task, done, pace(task, year.sprints(), today), sprint, Duration.ofSeconds(worked), now);
  }

  /** From the same days as the usual pace of a review, unless there was none of it then. */
  private static @Nullable Double pace(Task task, List<SprintFigures> year, LocalDate today) {
    LocalDate from = today.minusDays(Reviewer.USUAL_DAYS);
    Double usual =
        Pace.usual(task.id(), year.stream().filter(one -> !one.day().isBefore(from)).toList());
    return usual == null ? Pace.usual(task.id(), year) : usual;
  }
}
