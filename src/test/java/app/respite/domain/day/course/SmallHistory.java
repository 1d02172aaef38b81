package app.respite.domain.day.course;

import app.respite.coach.StateFields;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A journal in which nothing was kept but some tasks and sprints. */
public record SmallHistory(List<Task> tasks, List<Sprint> sprints) implements StateFields.History {
  public SmallHistory(Task... tasks) {
    this(List.of(tasks), List.of());
  }

  @Override
  public Optional<Task> task(UUID id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Sprint> sprint(UUID id) {
    return sprints.stream().filter(sprint -> sprint.id().equals(id)).findFirst();
  }

  @Override
  public List<Span> spans(Instant from, Instant until) {
    return List.of();
  }

  @Override
  public Duration work(Interval interval) {
    return Duration.ZERO;
  }
}
