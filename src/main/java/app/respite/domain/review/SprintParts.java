package app.respite.domain.review;

import app.respite.domain.statistics.PooledKendall;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/** Cuts sprints into parts and looks how the pace moves from part to part. */
final class SprintParts {
  private static final Duration LEAST_LENGTH = Duration.ofMinutes(10);
  private static final int LEAST_ITEMS = 5;
  private static final int LEAST_PARTS = 5;
  private static final double MILLIS_AN_HOUR = Duration.ofHours(1).toMillis();

  private final Map<UUID, Map<UUID, List<Interval>>> work = new HashMap<>();

  /** How many items of a task ended at an instant. */
  private final Map<UUID, NavigableMap<Instant, Integer>> ends = new HashMap<>();

  /** Everything there is; what lies in no sprint is left out. Stretches in order of time. */
  SprintParts(List<Stretch> stretches, List<WorkItem> items) {
    for (Stretch one : stretches) {
      if (one.state() == SpanState.WORK && one.task() != null && one.sprint() != null) {
        work.computeIfAbsent(one.task(), any -> new HashMap<>())
            .computeIfAbsent(one.sprint(), any -> new ArrayList<>())
            .add(one.interval());
      }
    }
    for (WorkItem item : items) {
      boolean done =
          item.outcome() != ItemOutcome.SKIPPED && item.outcome() != ItemOutcome.ABANDONED;
      if (done && item.end() != null) {
        ends.computeIfAbsent(item.task(), any -> new TreeMap<>())
            .merge(item.end(), 1, Integer::sum);
      }
    }
  }

  /** How a task's pace moved within its sprints; empty where too few of them count. */
  Optional<WithinSprints> of(UUID task) {
    NavigableMap<Instant, Integer> done = ends.get(task);
    if (done == null) {
      return Optional.empty();
    }
    List<double[]> series = new ArrayList<>();
    DoubleStream.Builder slopes = DoubleStream.builder();
    for (List<Interval> sprint : work.getOrDefault(task, Map.of()).values()) {
      Duration all = sprint.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
      int parts = Math.toIntExact(all.toMillis() / LEAST_LENGTH.toMillis());
      if (parts >= LEAST_PARTS) {
        int[] items = parts(sprint, done, all, parts);
        if (Arrays.stream(items).allMatch(count -> count >= LEAST_ITEMS)) {
          double hours = all.toMillis() / MILLIS_AN_HOUR / parts;
          double[] logs = Arrays.stream(items).mapToDouble(n -> Math.log(n / hours)).toArray();
          series.add(logs);
          slopes(logs, hours).forEach(slopes::add);
        }
      }
    }
    if (series.size() < WithinSprints.LEAST) {
      return Optional.empty();
    }
    double slope = Median.withDefaults().evaluate(slopes.build().toArray());
    return PooledKendall.test(series)
        .map(
            test ->
                new WithinSprints(
                    series.size(),
                    Math.expm1(slope),
                    test.s(),
                    test.variance(),
                    test.z(),
                    test.p()));
  }

  /** Items by the part of the sprint's work they ended in; a part's last moment belongs to it. */
  private static int[] parts(
      List<Interval> sprint, NavigableMap<Instant, Integer> done, Duration all, int parts) {
    int[] items = new int[parts];
    long before = 0;
    for (Interval stretch : sprint) {
      for (Map.Entry<Instant, Integer> one :
          done.subMap(stretch.start(), false, stretch.end(), true).entrySet()) {
        long at = before + Duration.between(stretch.start(), one.getKey()).toMillis();
        int part = Math.toIntExact(Math.max(0, at - 1) * parts / all.toMillis());
        items[Math.min(part, parts - 1)] += one.getValue();
      }
      before += stretch.length().toMillis();
    }
    return items;
  }

  private static DoubleStream slopes(double[] logs, double hours) {
    DoubleStream.Builder slopes = DoubleStream.builder();
    for (int i = 0; i < logs.length; i++) {
      for (int j = i + 1; j < logs.length; j++) {
        slopes.add((logs[j] - logs[i]) / ((j - i) * hours));
      }
    }
    return slopes.build();
  }
}
