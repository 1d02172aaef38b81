package app.respite.domain.fatigue;

import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How tired the person was after sprints of a task, by their own ratings. */
public final class TiringTasks {
  private static final Duration REACH = Duration.ofDays(WorkEnds.DAYS);
  private static final int FEWEST = 5;

  private TiringTasks() {}

  /**
   * The mean rating of each task with at least five rated sprints in the four weeks before an
   * instant, the least tiring first. Archived tasks are left out: nobody will go on with them.
   */
  public static List<TaskTiredness> of(List<Sprint> sprints, List<Task> tasks, Instant asOf) {
    Instant from = asOf.minus(REACH);
    Map<UUID, IntSummaryStatistics> ratings = new HashMap<>();
    for (Sprint sprint : sprints) {
      if (sprint.fatigue() != null && sprint.end().isAfter(from) && !sprint.end().isAfter(asOf)) {
        ratings
            .computeIfAbsent(sprint.task(), task -> new IntSummaryStatistics())
            .accept(sprint.fatigue());
      }
    }
    return tasks.stream()
        .filter(task -> !task.archived() && ratings.containsKey(task.id()))
        .map(task -> tiredness(task, ratings.get(task.id())))
        .filter(known -> known.sprints() >= FEWEST)
        .sorted(
            Comparator.comparingDouble(TaskTiredness::mean)
                .thenComparing(TaskTiredness::name)
                .thenComparing(TaskTiredness::task))
        .toList();
  }

  private static TaskTiredness tiredness(Task task, IntSummaryStatistics ratings) {
    return new TaskTiredness(
        task.id(), task.name(), ratings.getAverage(), Math.toIntExact(ratings.getCount()));
  }
}
