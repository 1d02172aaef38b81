package app.respite.domain.watch;

import app.respite.domain.watch.Outlook.Comparison;
import app.respite.domain.watch.Series.Baseline;
import app.respite.domain.watch.Series.Seen;
import app.respite.domain.watch.Workday.Pace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A channel's values. Tiredness and hours are one series; the pace is one a task, since a pace says
 * nothing beside that of other work, and a day counts by the task most worked on among those that
 * have a baseline. A new task is therefore no observation until it has one.
 */
final class ChannelValues {
  /** Stands for the task where a channel knows none. */
  private static final UUID ALL = new UUID(0, 0);

  private final Map<UUID, Series> series = new HashMap<>();
  private final Map<UUID, Baseline> baselines = new HashMap<>();
  private final NavigableMap<LocalDate, Seen> seen = new TreeMap<>();

  /** The values of a channel on days in order of time. */
  ChannelValues(Channel channel, Iterable<Workday> days) {
    for (Workday day : days) {
      values(channel, day)
          .forEach(
              (task, value) ->
                  series
                      .computeIfAbsent(task, any -> new Series(channel.leastDeviation()))
                      .put(day.day(), value));
    }
    Map<UUID, Map<LocalDate, Seen>> all = new HashMap<>();
    series.forEach(
        (task, one) ->
            one.baseline()
                .ifPresent(
                    base -> {
                      baselines.put(task, base);
                      all.put(task, one.after(base));
                    }));
    for (Workday day : days) {
      order(channel, day).stream()
          .map(task -> all.getOrDefault(task, Map.of()).get(day.day()))
          .flatMap(found -> Optional.ofNullable(found).stream())
          .findFirst()
          .ifPresent(found -> seen.put(day.day(), found));
    }
  }

  private static Map<UUID, Double> values(Channel channel, Workday day) {
    return switch (channel) {
      case FATIGUE -> day.endFatigue() == null ? Map.of() : Map.of(ALL, (double) day.endFatigue());
      case HOURS -> Map.of(ALL, day.hours());
      case PACE -> {
        Map<UUID, Double> logs = new HashMap<>();
        day.paces().forEach(pace -> logs.put(pace.task(), Math.log(pace.itemsPerHour())));
        yield logs;
      }
    };
  }

  private static List<UUID> order(Channel channel, Workday day) {
    return channel == Channel.PACE
        ? day.paces().stream()
            .sorted(Comparator.comparingDouble(Pace::hours).reversed().thenComparing(Pace::task))
            .map(Pace::task)
            .toList()
        : List.of(ALL);
  }

  /** Days with a value, of the series that has most. */
  int days() {
    return series.values().stream().mapToInt(Series::days).max().orElse(0);
  }

  /** Whether there is a baseline to hold values against. */
  boolean stands() {
    return !baselines.isEmpty();
  }

  /** What a day's value is against its baseline; empty where the day is no observation. */
  OptionalDouble residual(LocalDate day) {
    Seen found = seen.get(day);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found.whitened());
  }

  /** The last so many values beside their baseline. */
  Optional<Comparison> compare(int most) {
    OptionalDouble change =
        seen.descendingMap().values().stream().limit(most).mapToDouble(Seen::difference).average();
    if (change.isEmpty()) {
      return Optional.empty();
    }
    Baseline only = baselines.get(ALL);
    double usual = only == null ? 0 : only.mean();
    LocalDate from =
        baselines.values().stream().map(Baseline::first).min(LocalDate::compareTo).orElseThrow();
    LocalDate to =
        baselines.values().stream().map(Baseline::last).max(LocalDate::compareTo).orElseThrow();
    return Optional.of(new Comparison(usual + change.getAsDouble(), usual, from, to));
  }
}
