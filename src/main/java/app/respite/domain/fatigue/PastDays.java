package app.respite.domain.fatigue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the days before the newest one tell: the noise, the weights of the grid, and how well the
 * model has foretold. It stays the same all the newest day long.
 */
final class PastDays {
  /** So many ratings' worth of belief that the noise is 1 point. */
  private static final double NOISE_PRIOR = 12;

  private static final double LEAST_NOISE = .6;
  private static final double MOST_NOISE = 2.5;

  final double noiseVariance;

  /** By ratings alone, which is what foretells ratings. */
  final LogGrid byRatings;

  /** Also by what was said without a number. */
  final LogGrid byAll;

  private final Contest contest;
  private double @Nullable [] weightsByRatings;

  PastDays(List<DaySums> days) {
    LogGrid first = LogGrid.prior();
    for (DaySums day : days) {
      day.addTo(first, 1);
      first.prune();
    }
    noiseVariance = noise(days, first);
    contest = new Contest(noiseVariance);
    byRatings = LogGrid.prior();
    int left = days.stream().mapToInt(day -> day.ratings).sum();
    for (DaySums day : days) {
      left -= day.ratings;
      if (left < Contest.DECIDE) {
        contest.compare(day, byRatings.cells, byRatings::weights);
      }
      contest.see(day);
      day.addTo(byRatings, noiseVariance);
      byRatings.prune();
    }
    byAll = byRatings.copy();
    for (DaySums day : days) {
      day.addSaidTo(byAll, noiseVariance);
    }
  }

  /** Whether there is a pattern, the newest day counted in. */
  boolean pattern(DaySums newest) {
    Contest whole = contest.copy();
    whole.compare(newest, byRatings.cells, this::weightsByRatings);
    whole.see(newest);
    return whole.pattern();
  }

  private double[] weightsByRatings() {
    if (weightsByRatings == null) {
      weightsByRatings = byRatings.weights();
    }
    return weightsByRatings;
  }

  /** The noise's variance, given what is known of everything else if it were 1. */
  private static double noise(List<DaySums> days, LogGrid grid) {
    double[] weights = grid.weights();
    double squares = NOISE_PRIOR;
    double n = NOISE_PRIOR;
    for (DaySums day : days) {
      double shrink = Estimator.DAY_VARIANCE / (1 + day.ratings * Estimator.DAY_VARIANCE);
      for (int cell : grid.cells) {
        for (int i = 0; i < Grid.FRESHES; i++) {
          double weight = weights[cell * Grid.FRESHES + i];
          if (weight > 0) {
            double fresh = Grid.fresh(i);
            double sum = day.sum(cell) - fresh * day.slope(cell);
            double effect = shrink * sum;
            squares +=
                weight
                    * (day.squares(cell, fresh)
                        - 2 * effect * sum
                        + day.ratings * effect * effect);
          }
        }
      }
      squares += day.ratings * shrink;
      n += day.ratings;
    }
    return Math.clamp(squares / n, LEAST_NOISE * LEAST_NOISE, MOST_NOISE * MOST_NOISE);
  }
}
