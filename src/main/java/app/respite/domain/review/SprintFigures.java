package app.respite.domain.review;

import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sprint with what its spans, ratings and items say.
 *
 * @param day the logical day it ended in
 * @param active work inside it: its spans', or its own figure where it came without spans
 * @param activeByTask the same by task; a sprint may switch tasks inside
 * @param imported imported items that ended in it, by task
 * @param items items in all: imported ones, typed ones where none were imported for its task; null
 *     where nothing is known
 * @param fatigue its rating after, null where skipped
 * @param effort its rating, null where skipped
 */
public record SprintFigures(
    Sprint sprint,
    LocalDate day,
    Duration active,
    Map<UUID, Duration> activeByTask,
    Map<UUID, Integer> imported,
    @Nullable Integer items,
    @Nullable Integer fatigue,
    @Nullable Integer effort) {
  public SprintFigures {
    activeByTask = Map.copyOf(activeByTask);
    imported = Map.copyOf(imported);
  }

  /** Whether the user rated it at all. */
  public boolean rated() {
    return fatigue != null || effort != null;
  }

  /** Work on a task in it. */
  public Duration activeOf(UUID task) {
    return activeByTask.getOrDefault(task, Duration.ZERO);
  }

  /** Items of a task by its work in this sprint; null where either is not known. */
  public @Nullable Double itemsPerHour(UUID task) {
    Integer done = itemsOf(task);
    double seconds = activeOf(task).toNanos() / 1e9;
    return done == null || seconds <= 0 ? null : (Double) (3600 * done / seconds);
  }

  /** Whether the task was worked on in it. */
  public boolean has(UUID task) {
    return sprint.task().equals(task) || activeByTask.containsKey(task);
  }

  /** Items of a task in it; null where nothing is known of them. */
  public @Nullable Integer itemsOf(UUID task) {
    Integer brought = imported.get(task);
    return brought == null && sprint.task().equals(task) ? sprint.items() : brought;
  }
}
