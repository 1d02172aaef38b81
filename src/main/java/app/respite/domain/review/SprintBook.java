package app.respite.domain.review;

import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.SprintRatings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sprints with what spans, ratings and items say of them. Sprints do not overlap. */
final class SprintBook {
  private final Map<UUID, Map<UUID, Duration>> work = new HashMap<>();
  private final Map<UUID, Map<UUID, Integer>> imported = new HashMap<>();
  private final NavigableMap<Instant, Sprint> byStart = new TreeMap<>();
  private final Set<UUID> inside = new HashSet<>();
  private final SprintRatings ratings;
  private final DayFinder days;

  SprintBook(Records records, List<Stretch> stretches, DayFinder days) {
    this.days = days;
    records.sprints().forEach(sprint -> byStart.put(sprint.start(), sprint));
    for (Stretch stretch : stretches) {
      if (stretch.state() == SpanState.WORK && stretch.sprint() != null && stretch.task() != null) {
        work.computeIfAbsent(stretch.sprint(), id -> new HashMap<>())
            .merge(stretch.task(), stretch.interval().length(), Duration::plus);
      }
    }
    ratings = new SprintRatings(records.sprints(), records.ratings());
    for (WorkItem item : records.items()) {
      sprintOf(item).ifPresent(sprint -> bring(item, sprint));
    }
  }

  private void bring(WorkItem item, Sprint sprint) {
    inside.add(item.id());
    if (item.outcome() != ItemOutcome.SKIPPED && item.outcome() != ItemOutcome.ABANDONED) {
      imported
          .computeIfAbsent(sprint.id(), id -> new HashMap<>())
          .merge(item.task(), 1, Integer::sum);
    }
  }

  /** When an item was done, as far as is known. */
  static @Nullable Instant momentOf(WorkItem item) {
    return item.end() == null ? item.start() : item.end();
  }

  /** Whether an item ended in a sprint of its task. */
  boolean inSprint(WorkItem item) {
    return inside.contains(item.id());
  }

  /** The sprint of its task that an item ended in; the last moment belongs to the sprint. */
  Optional<Sprint> sprintOf(WorkItem item) {
    Instant end = item.end();
    if (end == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(byStart.lowerEntry(end))
        .map(Map.Entry::getValue)
        .filter(sprint -> !end.isAfter(sprint.end()))
        .filter(
            sprint ->
                sprint.task().equals(item.task())
                    || work.getOrDefault(sprint.id(), Map.of()).containsKey(item.task()));
  }

  /** Whether items were imported for a sprint and its task, which replace what was typed. */
  boolean hasImported(Sprint sprint) {
    return imported.getOrDefault(sprint.id(), Map.of()).containsKey(sprint.task());
  }

  /** How the sprints were rated. */
  SprintRatings ratings() {
    return ratings;
  }

  /** The day a sprint belongs to. */
  LocalDate dayOf(Sprint sprint) {
    return days.dayOfEnd(sprint.start(), sprint.end());
  }

  SprintFigures figures(Sprint unrated) {
    Sprint sprint = ratings.rated(unrated);
    Map<UUID, Duration> byTask = work.getOrDefault(sprint.id(), Map.of());
    Duration active = byTask.values().stream().reduce(Duration.ZERO, Duration::plus);
    Map<UUID, Integer> brought = imported.getOrDefault(sprint.id(), Map.of());
    Integer items = brought.containsKey(sprint.task()) ? null : sprint.items();
    for (int count : brought.values()) {
      items = (items == null ? 0 : items) + count;
    }
    return new SprintFigures(
        sprint, dayOf(sprint), active, byTask, brought, items, sprint.fatigue(), sprint.effort());
  }
}
