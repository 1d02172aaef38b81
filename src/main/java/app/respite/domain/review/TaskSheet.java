package app.respite.domain.review;

import app.respite.domain.money.PayFigures;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/** Pace, handling time, rejection and pay of each task in a range. */
final class TaskSheet {
  private final List<SprintFigures> sprints;
  private final List<SprintFigures> earlier;
  private final Map<UUID, List<Double>> handling = new HashMap<>();
  private final Map<UUID, Outside> outside = new HashMap<>();

  /** Imported items of a time outside the task's sprints. */
  private static final class Outside {
    private int items;
    private double seconds;
  }

  TaskSheet(
      List<WorkItem> items,
      List<SprintFigures> sprints,
      List<SprintFigures> earlier,
      SprintBook book,
      DayFinder days,
      Predicate<LocalDate> inRange) {
    this.sprints = sprints;
    this.earlier = earlier;
    for (WorkItem item : items) {
      Instant moment = SprintBook.momentOf(item);
      Long active = item.activeMillis();
      if (active != null && moment != null && inRange.test(days.dayOf(moment))) {
        add(item, active / 1000.0, book.inSprint(item));
      }
    }
  }

  private void add(WorkItem item, double seconds, boolean inSprint) {
    boolean done = item.outcome() != ItemOutcome.SKIPPED && item.outcome() != ItemOutcome.ABANDONED;
    if (done) {
      handling.computeIfAbsent(item.task(), id -> new ArrayList<>()).add(seconds);
    }
    if (!inSprint) {
      Outside there = outside.computeIfAbsent(item.task(), id -> new Outside());
      there.items += done ? 1 : 0;
      there.seconds += seconds;
    }
  }

  TaskFigures figures(
      Task task, Tally sum, long workSeconds, long presentSeconds, BigDecimal setAside) {
    List<SprintFigures> own = sprints.stream().filter(one -> one.has(task.id())).toList();
    List<SprintFigures> told = own.stream().filter(one -> one.itemsOf(task.id()) != null).toList();
    int decided = sum.accepted + sum.rejected;
    return new TaskFigures(
        task.id(),
        task.name(),
        task.platform(),
        workSeconds,
        presentSeconds,
        sum.items,
        sum.typed,
        sum.rejected,
        sum.accepted,
        sum.undecided,
        sum.skipped,
        own.size(),
        told.size(),
        itemsPerHour(task.id(), told),
        median(task.id()),
        decided == 0 ? null : (double) sum.rejected / decided,
        PayFigures.of(sum.earnings, setAside),
        trend(task.id(), told),
        null,
        PaceBand.of(task.id(), earlier));
  }

  private @Nullable Double itemsPerHour(UUID task, List<SprintFigures> told) {
    double items = 0;
    double seconds = 0;
    Outside there = outside.get(task);
    if (there != null) {
      items += there.items;
      seconds += there.seconds;
    }
    if (!told.isEmpty()) {
      items += told.stream().mapToInt(one -> items(one, task)).sum();
      seconds += told.stream().mapToDouble(one -> seconds(one, task)).sum();
    }
    return seconds > 0 ? (Double) (3600 * items / seconds) : null;
  }

  private @Nullable Double median(UUID task) {
    List<Double> known = handling.getOrDefault(task, List.of());
    return known.isEmpty()
        ? null
        : (Double)
            Median.withDefaults()
                .evaluate(known.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static @Nullable Trend trend(UUID task, List<SprintFigures> told) {
    List<SprintFigures> points = told.stream().filter(one -> seconds(one, task) > 0).toList();
    double[] hours = new double[points.size()];
    double[] rates = new double[points.size()];
    for (int i = 0; i < hours.length; i++) {
      SprintFigures one = points.get(i);
      Duration since = Duration.between(middle(points.getFirst()), middle(one));
      hours[i] = since.toMillis() / 3_600_000.0;
      rates[i] = 3600 * items(one, task) / seconds(one, task);
    }
    return Trend.of(hours, rates).orElse(null);
  }

  private static Instant middle(SprintFigures one) {
    Sprint sprint = one.sprint();
    return sprint.start().plus(Duration.between(sprint.start(), sprint.end()).dividedBy(2));
  }

  private static int items(SprintFigures one, UUID task) {
    Integer items = one.itemsOf(task);
    return items == null ? 0 : items;
  }

  private static double seconds(SprintFigures one, UUID task) {
    return one.activeByTask().getOrDefault(task, Duration.ZERO).toNanos() / 1e9;
  }
}
