package app.respite.domain.review;

import app.respite.domain.money.Earnings;
import app.respite.domain.setting.Preferences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What is usual for a person, by the days with work of the {@value #DAYS} days before a range.
 *
 * @param days how many days with work it is taken from
 * @param restSecondsPerWorkHour breaks and natural rest for an hour of work; the median of the days
 * @param perPresentHour earned for an hour of work, breaks, natural rest and waiting to start; the
 *     median of the days with pay in that currency
 */
public record UsualFigures(int days, double restSecondsPerWorkHour, Earnings perPresentHour) {
  /** Fewer days with work than this tell nothing. */
  public static final int LEAST = 5;

  private static final int DAYS = 28;
  private static final double HOUR = 3600;
  private static final int DIGITS = 6;

  /** What was usual before a range; empty with fewer than {@value #LEAST} days with work. */
  public static Optional<UsualFigures> before(
      Records records, Preferences preferences, Review review) {
    LocalDate first = review.from().minusDays(DAYS);
    LocalDate last = review.from().minusDays(1);
    DayCalendar calendar = Reviewer.calendar(records.zones(), preferences, review.zone());
    Instant since = calendar.startOf(first.minusDays(1));
    List<DayFigures> worked =
        Reviewer.course(records.since(since), preferences, first, last, review.zone())
            .days()
            .stream()
            .filter(day -> day.workSeconds() > 0)
            .toList();
    return worked.size() < LEAST ? Optional.empty() : Optional.of(of(worked));
  }

  private static UsualFigures of(List<DayFigures> worked) {
    double rest =
        median(
            worked.stream()
                .map(
                    day ->
                        HOUR * (day.breakSeconds() + day.naturalRestSeconds()) / day.workSeconds())
                .toList());
    Map<String, List<Double>> hourly = new TreeMap<>();
    for (DayFigures day : worked) {
      day.earned()
          .perHour(Duration.ofSeconds(day.presentSeconds()))
          .amounts()
          .forEach(
              (currency, rate) ->
                  hourly
                      .computeIfAbsent(currency, any -> new ArrayList<>())
                      .add(rate.doubleValue()));
    }
    SortedMap<String, BigDecimal> usual = new TreeMap<>();
    hourly.forEach(
        (currency, rates) -> {
          if (rates.size() >= LEAST) {
            usual.put(
                currency, BigDecimal.valueOf(median(rates)).setScale(DIGITS, RoundingMode.HALF_UP));
          }
        });
    return new UsualFigures(worked.size(), rest, new Earnings(usual));
  }

  private static double median(List<Double> values) {
    return Median.withDefaults()
        .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
