package app.respite.domain.fatigue;

import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the coach has learnt from history up to a moment. Worked out aside, by whoever has time for
 * it, and handed to the coach as an input.
 *
 * @param asOf what it stands on happened before
 * @param tasks how tiring tasks were by the person's own ratings; those with enough of them
 */
public record Knowledge(Instant asOf, Belief belief, Habits habits, List<TaskTiredness> tasks) {
  /**
   * Habits of the last four weeks.
   *
   * @param usualEnd the usual end of work, by the person's own clock; null where there are fewer
   *     than five days to tell from. After midnight it is a small hour
   * @param lastDayCheckIn the day of the newest answer to the two-weekly question, or null
   * @param firstDay the first day with work; null in a new journal
   */
  public record Habits(
      @Nullable LocalTime usualEnd,
      @Nullable LocalDate lastDayCheckIn,
      @Nullable LocalDate firstDay) {
    /** Nothing is known. */
    public static final Habits NONE = new Habits(null, null, null);
  }

  /** The mean rating after sprints of a task, in points, over so many rated sprints. */
  public record TaskTiredness(Task task, double mean, int sprints) {}

  public Knowledge {
    tasks = List.copyOf(tasks);
  }
}
