package app.respite.domain.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a range of logical days.
 *
 * @param to the last day, included
 * @param zone the zone in force at the end of the range
 * @param days every day of the range, those without anything too
 * @param tasks tasks with anything in the range, most work first
 * @param platforms their platforms, by name; tasks without one left out
 * @param sprints the sprints that ended in the range, by start
 * @param timeline the range's stretches, by start
 * @param ratings every tiredness told in the range, by time
 * @param load the week up to the range's last day; null where there is nothing to tell
 * @param fatigue the estimate at the range's end; null without any work
 * @param watch the strain watch on the range's last day
 * @param cardFigures what single cards found besides, in the order in which they are told; null for
 *     one that has nothing to tell
 */
public record Review(
    LocalDate from,
    LocalDate to,
    ZoneId zone,
    List<DayFigures> days,
    List<TaskFigures> tasks,
    List<PlatformFigures> platforms,
    List<SprintFigures> sprints,
    List<Stretch> timeline,
    List<RatingMark> ratings,
    Streaks streaks,
    @Nullable LoadFigures load,
    @Nullable FatigueFigures fatigue,
    @Nullable WatchFigures watch,
    Map<String, @Nullable Record> cardFigures) {
  public Review {
    days = List.copyOf(days);
    tasks = List.copyOf(tasks);
    platforms = List.copyOf(platforms);
    sprints = List.copyOf(sprints);
    timeline = List.copyOf(timeline);
    ratings = List.copyOf(ratings);
    cardFigures = Collections.unmodifiableMap(new LinkedHashMap<>(cardFigures));
  }

  /** Whether nothing at all is known of any of its days. */
  public boolean isEmpty() {
    return days.stream().allMatch(DayFigures::isEmpty) && tasks.isEmpty();
  }

  /** A figure of all its days together. */
  public long sum(ToLongFunction<DayFigures> figure) {
    return days.stream().mapToLong(figure).sum();
  }

  /** The same with what takes a look at the days before. */
  public Review with(
      List<TaskFigures> learnedTasks,
      @Nullable LoadFigures learnedLoad,
      @Nullable FatigueFigures learnedFatigue,
      @Nullable WatchFigures learnedWatch) {
    return new Review(
        from,
        to,
        zone,
        days,
        learnedTasks,
        platforms,
        sprints,
        timeline,
        ratings,
        streaks,
        learnedLoad,
        learnedFatigue,
        learnedWatch,
        cardFigures);
  }

  /** The same with what cards found. */
  public Review withCardFigures(Map<String, @Nullable Record> found) {
    return new Review(
        from, to, zone, days, tasks, platforms, sprints, timeline, ratings, streaks, load, fatigue,
        watch, found);
  }
}
