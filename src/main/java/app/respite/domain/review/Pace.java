package app.respite.domain.review;

import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands against its target, its deadline and its weekly hours, at the user's own pace.
 *
 * @param left items still to do; null without a target
 * @param sprintsLeft sprints these take at the own pace, rounded up; null without a target or while
 *     the pace is not known
 * @param untilDeadline time left, negative once it has passed; null without a deadline
 * @param capLeft work left of the week's hours, never negative; null without a cap
 */
public record Pace(
    @Nullable Integer left,
    @Nullable Integer sprintsLeft,
    @Nullable Duration untilDeadline,
    @Nullable Duration capLeft) {
  /** How long before the deadline the user hears of it. */
  public static final Duration NOTICE = Duration.ofDays(1);

  /**
   * Where a task stands.
   *
   * @param done items done so far
   * @param itemsPerSprint own pace, see {@link #itemsPerSprint}; null where not known
   * @param workThisWeek active work on the task in the week
   */
  public static Pace of(
      Task task, int done, @Nullable Double itemsPerSprint, Duration workThisWeek, Instant now) {
    Integer target = task.target();
    Integer left = target == null ? null : (Integer) Math.max(0, target - done);
    Instant deadline = task.deadline();
    Duration cap = task.hoursCap();
    return new Pace(
        left,
        left == null ? null : sprints(left, itemsPerSprint),
        deadline == null ? null : Duration.between(now, deadline),
        cap == null ? null : left(cap, workThisWeek));
  }

  /**
   * Items a sprint of a length brings, from the sprints of which items are known: the median of
   * their items an hour, so that one odd sprint does not move it. Null where none is known, or
   * where nothing was done in them.
   */
  public static @Nullable Double itemsPerSprint(List<SprintFigures> sprints, Duration length) {
    double[] rates =
        sprints.stream()
            .filter(one -> one.items() != null && !one.active().isZero())
            .mapToDouble(Pace::itemsPerSecond)
            .toArray();
    if (rates.length == 0) {
      return null;
    }
    double pace = Median.withDefaults().evaluate(rates) * length.toSeconds();
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
    if (sprintsLeft == null) {
      return Figures.count(remaining, "item") + " left";
    }
    return Figures.count(sprintsLeft, "sprint") + " left at your pace";
  }

  private static String deadlineClause(Duration until) {
    return until.isNegative()
        ? "the deadline has passed"
        : Durations.ahead(until) + " until the deadline";
  }

  private static @Nullable Integer sprints(int left, @Nullable Double itemsPerSprint) {
    if (left == 0) {
      return 0;
    }
    if (itemsPerSprint == null || !(itemsPerSprint > 0)) {
      return null;
    }
    double sprints = Math.ceil(left / itemsPerSprint - 1e-9);
    return (int) Math.min(Integer.MAX_VALUE, sprints);
  }

  private static Duration left(Duration cap, Duration worked) {
    Duration rest = cap.minus(worked);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private static double itemsPerSecond(SprintFigures one) {
    Integer items = one.items();
    return items == null ? 0 : items / (one.active().toNanos() / 1e9);
  }
}
