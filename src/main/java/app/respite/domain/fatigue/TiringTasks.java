package app.respite.domain.fatigue;

import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    List<TaskTiredness> known = new ArrayList<>();
    for (Task task : tasks) {
      IntSummaryStatistics told = ratings.get(task.id());
      if (told != null && told.getCount() >= FEWEST && !task.archived()) {
        known.add(new TaskTiredness(task, told.getAverage(), Math.toIntExact(told.getCount())));
      }
    }
    known.sort(
        Comparator.comparingDouble(TaskTiredness::mean)
            .thenComparing(tiredness -> tiredness.task().name())
            .thenComparing(tiredness -> tiredness.task().id()));
    return known;
  }
}
