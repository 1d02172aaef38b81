package app.respite.domain.load;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All days from the beginning of the journal, and what a week of them was (docs/models.md). A day
 * without a record is a day without work. Nothing that was not rated is filled in.
 */
public final class LoadBook {
  /** Days of a week. */
  public static final int DAYS = 7;

  /** Weeks the usual one is the mean of, and how many of them there must be. */
  private static final int WEEKS = 4;

  private static final int LEAST_WEEKS = 3;

  /** With a smaller share of the work rated a week's load would be mostly a gap. */
  private static final double LEAST_RATED = 0.7;

  private final LocalDate first;
  private final Map<LocalDate, DayLoad> days = new HashMap<>();

  /**
   * A book of days.
   *
   * @param first the day the journal begins
   */
  public LoadBook(LocalDate first, Collection<DayLoad> days) {
    this.first = first;
    days.forEach(day -> this.days.put(day.day(), day));
  }

  /**
   * The seven days that end on a day.
   *
   * @param load null where effort is known for less than 70 % of their work
   * @param ratedShare the share of the work whose effort was rated, 0 to 1; null without work
   * @param monotony see {@link Monotony}; null where the load is, or the journal is younger
   * @param strain load times monotony; null where either is
   * @param usualLoad the mean of the four weeks before, those that are complete and known; null
   *     with fewer than three, or where it is 0
   * @param daysOff days without work; null where the journal is younger
   * @param hours hours of work
   * @param usualHours as the usual load, for hours
   */
  public record Week(
      @Nullable Double load,
      @Nullable Double ratedShare,
      @Nullable Double monotony,
      @Nullable Double strain,
      @Nullable Double usualLoad,
      @Nullable Integer daysOff,
      double hours,
      @Nullable Double usualHours) {}

  /** What the week was that ends on a day, that day included. */
  public Week week(LocalDate end) {
    List<DayLoad> week = daysUpTo(end);
    boolean whole = isWhole(end);
    Double load = load(end);
    double[] loads = week.stream().mapToDouble(DayLoad::load).toArray();
    Double monotony = whole && load != null ? Monotony.monotony(loads) : null;
    return new Week(
        load,
        ratedShare(week),
        monotony,
        load == null || monotony == null ? null : (Double) (load * monotony),
        usual(end, this::load),
        whole ? (Integer) (int) week.stream().filter(day -> day.workMinutes() == 0).count() : null,
        hours(end),
        usual(end, this::hours));
  }

  private List<DayLoad> daysUpTo(LocalDate end) {
    return IntStream.range(0, DAYS)
        .mapToObj(back -> end.minusDays(DAYS - 1L - back))
        .map(day -> days.getOrDefault(day, DayLoad.off(day)))
        .toList();
  }

  private boolean isWhole(LocalDate end) {
    return !end.minusDays(DAYS - 1).isBefore(first);
  }

  private double hours(LocalDate end) {
    return daysUpTo(end).stream().mapToDouble(DayLoad::workMinutes).sum() / 60;
  }

  private @Nullable Double load(LocalDate end) {
    List<DayLoad> week = daysUpTo(end);
    Double rated = ratedShare(week);
    return rated != null && rated < LEAST_RATED
        ? null
        : (Double) week.stream().mapToDouble(DayLoad::load).sum();
  }

  /** A sprint counts on the day it ended, its work on the days it was done: hence at most 1. */
  private static @Nullable Double ratedShare(List<DayLoad> week) {
    double work = week.stream().mapToDouble(DayLoad::workMinutes).sum();
    double rated = week.stream().mapToDouble(DayLoad::ratedMinutes).sum();
    return work > 0 ? (Double) Math.min(1, rated / work) : null;
  }

  private @Nullable Double usual(LocalDate end, Function<LocalDate, @Nullable Double> figure) {
    double[] known =
        IntStream.rangeClosed(1, WEEKS)
            .mapToObj(back -> end.minusDays((long) DAYS * back))
            .filter(this::isWhole)
            .map(figure)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    double sum = 0;
    for (double value : known) {
      sum += value;
    }
    return known.length < LEAST_WEEKS || sum <= 0 ? null : (Double) (sum / known.length);
  }
}
