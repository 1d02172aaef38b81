package app.respite.domain.review;

import java.util.List;
import java.util.UUID;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;

/**
 * One's own usual pace on one task: between which items an hour most of its earlier sprints lay.
 * Never across tasks, whose items are not alike.
 *
 * <p>Low and high are the 10th and the 90th percentile (median-unbiased, Hyndman and Fan's method
 * 8) of the rates of the sprints before the range; a sprint with less than five minutes of the task
 * is left out, for its rate is mostly chance.
 *
 * @param low items an hour; null with fewer than {@value #LEAST} sprints
 * @param high items an hour; null with fewer than {@value #LEAST} sprints
 * @param sprints earlier sprints whose items are known
 */
public record PaceBand(@Nullable Double low, @Nullable Double high, int sprints) {
  /** Fewer sprints than this have no usual pace. */
  public static final int LEAST = 8;

  private static final long LEAST_SECONDS = 300;
  private static final double TENTH = 0.1;

  /** The band of a task over sprints. */
  static PaceBand of(UUID task, List<SprintFigures> earlier) {
    double[] rates = rates(task, earlier);
    if (rates.length < LEAST) {
      return new PaceBand(null, null, rates.length);
    }
    double[] ends = Quantile.withDefaults().evaluate(rates, TENTH, 1 - TENTH);
    return new PaceBand(ends[0], ends[1], rates.length);
  }

  /** Items an hour of the task in each sprint that tells them and had long enough of it. */
  static double[] rates(UUID task, List<SprintFigures> sprints) {
    return sprints.stream()
        .filter(one -> one.activeOf(task).toSeconds() >= LEAST_SECONDS)
        .map(one -> one.itemsPerHour(task))
        .filter(rate -> rate != null)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
