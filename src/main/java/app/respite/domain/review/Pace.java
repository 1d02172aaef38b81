package app.respite.domain.review;

import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands against its target, its deadline and its weekly hours, at the user's own pace.
 *
 * @param left items still to do; null without a target
 * @param sprintsLeft sprints these take at the own pace, rounded up; null without a target or while
 *     the pace is not known
 * @param itemsPerHour the pace they are reckoned with; null while it is not known
 * @param untilDeadline time left, negative once it has passed; null without a deadline
 * @param capLeft work left of the week's hours, never negative; null without a cap
 */
public record Pace(
    @Nullable Integer left,
    @Nullable Integer sprintsLeft,
    @Nullable Double itemsPerHour,
    @Nullable Duration untilDeadline,
    @Nullable Duration capLeft) {
  /** How long before the deadline the user hears of it. */
  public static final Duration NOTICE = Duration.ofDays(1);

  /**
   * Where a task stands.
   *
   * @param done items done so far
   * @param itemsPerHour own pace, see {@link #usual}; null where not known
   * @param sprint how long a sprint of the task is
   * @param workThisWeek active work on the task in the week
   */
  public static Pace of(
      Task task,
      int done,
      @Nullable Double itemsPerHour,
      Duration sprint,
      Duration workThisWeek,
      Instant now) {
    Integer target = task.target();
    Integer left = target == null ? null : (Integer) Math.max(0, target - done);
    Instant deadline = task.deadline();
    Duration cap = task.hoursCap();
    return new Pace(
        left,
        left == null ? null : sprints(left, itemsPerHour, sprint),
        itemsPerHour,
        deadline == null ? null : Duration.between(now, deadline),
        cap == null ? null : left(cap, workThisWeek));
  }

  /**
   * Items an hour of a task in the sprints that tell them: the median, so that one odd sprint does
   * not move it; most of these sprints lie within the {@link PaceBand}. Null where none is known,
   * or where nothing was done in them.
   */
  public static @Nullable Double usual(UUID task, List<SprintFigures> sprints) {
    double[] rates = PaceBand.rates(task, sprints);
    if (rates.length == 0) {
      return null;
    }
    double pace = Median.withDefaults().evaluate(rates);
    return pace > 0 ? (Double) pace : null;
  }

  /**
   * Whether the notice a day ahead of the deadline is due: something is left, a day or less to go.
   */
  public boolean noticeDue() {
    return left != null
        && left > 0
        && untilDeadline != null
        && !untilDeadline.isNegative()
        && untilDeadline.compareTo(NOTICE) <= 0;
  }

  /** Whether the week's hours are used up. */
  public boolean capReached() {
    return capLeft != null && capLeft.isZero();
  }

  /** Where things stand in a sentence a user understands; empty where nothing was set. */
  public Optional<String> sentence() {
    StringBuilder text = new StringBuilder();
    if (left != null) {
      text.append(targetClause(left));
      if (left > 0 && untilDeadline != null) {
        text.append(", ").append(deadlineClause(untilDeadline));
      }
    }
    if (capLeft != null) {
      text.append(text.isEmpty() ? "" : "; ");
      text.append(
          capLeft.isZero()
              ? "this week's hours are used up"
              : Durations.ahead(capLeft) + " left of this week's hours");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  private String targetClause(int remaining) {
    if (remaining == 0) {
      return "target reached";
    }
    if (sprintsLeft == null || itemsPerHour == null) {
      return Figures.count(remaining, "item") + " left";
    }
    return Figures.count(sprintsLeft, "sprint")
        + " left at your usual "
        + Figures.rate(itemsPerHour)
        + " an hour";
  }

  private static String deadlineClause(Duration until) {
    return until.isNegative()
        ? "the deadline has passed"
        : Durations.ahead(until) + " until the deadline";
  }

  private static @Nullable Integer sprints(
      int left, @Nullable Double itemsPerHour, Duration sprint) {
    if (left == 0) {
      return 0;
    }
    if (itemsPerHour == null || !(itemsPerHour > 0)) {
      return null;
    }
    double each = itemsPerHour * sprint.toSeconds() / Duration.ofHours(1).toSeconds();
    double sprints = Math.ceil(left / each - 1e-9);
    return (int) Math.min(Integer.MAX_VALUE, sprints);
  }

  private static Duration left(Duration cap, Duration worked) {
    Duration rest = cap.minus(worked);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
