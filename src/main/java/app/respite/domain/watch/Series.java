package app.respite.domain.watch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;

/**
 * Values of days against a baseline that is frozen: the first 40 days with a value after the first
 * 10, in which one learns. Days without a value are no observations and move nothing, be it
 * holiday, illness or no work to be had.
 */
final class Series {
  /** Values left out, because they are those of somebody who learns. */
  static final int LEARNING = 10;

  /** Values the baseline is made of. */
  static final int BASELINE = 40;

  /** Values until the first one that is looked at. */
  static final int NEEDED = LEARNING + BASELINE;

  private final double leastDeviation;
  private final NavigableMap<LocalDate, Double> values = new TreeMap<>();

  /**
   * A series.
   *
   * @param leastDeviation the baseline's standard deviation is taken to be at least this, so that
   *     whoever always gives the same rating is not alarmed by the first other one
   */
  Series(double leastDeviation) {
    this.leastDeviation = leastDeviation;
  }

  void put(LocalDate day, double value) {
    values.put(day, value);
  }

  int days() {
    return values.size();
  }

  /**
   * What later values are held against.
   *
   * @param deviation sample standard deviation
   * @param whitening estimated from the baseline's own values
   */
  record Baseline(
      LocalDate first, LocalDate last, double mean, double deviation, Whitening whitening) {
    double z(double value) {
      return (value - mean) / deviation;
    }
  }

  Optional<Baseline> baseline() {
    if (values.size() < NEEDED) {
      return Optional.empty();
    }
    LocalDate[] days = values.keySet().toArray(LocalDate[]::new);
    double[] base =
        Arrays.copyOfRange(
            values.values().stream().mapToDouble(Double::doubleValue).toArray(), LEARNING, NEEDED);
    DoubleStatistics all =
        DoubleStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), base);
    double mean = all.getAsDouble(Statistic.MEAN);
    double deviation = Math.max(leastDeviation, all.getAsDouble(Statistic.STANDARD_DEVIATION));
    double[] z = Arrays.stream(base).map(value -> (value - mean) / deviation).toArray();
    return Optional.of(
        new Baseline(days[LEARNING], days[NEEDED - 1], mean, deviation, Whitening.of(z)));
  }

  /**
   * A value after the baseline.
   *
   * @param whitened in standard deviations, freed of the value before; the first one is not
   * @param difference to the baseline's mean
   */
  record Seen(double whitened, double difference) {}

  /** The values after a baseline of these. */
  Map<LocalDate, Seen> after(Baseline base) {
    Map<LocalDate, Seen> seen = new HashMap<>();
    OptionalDouble before = OptionalDouble.empty();
    for (Map.Entry<LocalDate, Double> one : values.tailMap(base.last(), false).entrySet()) {
      double z = base.z(one.getValue());
      double whitened = before.isPresent() ? base.whitening().next(z, before.getAsDouble()) : z;
      seen.put(one.getKey(), new Seen(whitened, one.getValue() - base.mean()));
      before = OptionalDouble.of(z);
    }
    return seen;
  }
}
