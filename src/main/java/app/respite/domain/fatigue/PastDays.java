package app.respite.domain.fatigue;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the days before the newest one tell: the noise and the weights of the grid. It stays the
 * same all the newest day long.
 */
final class PastDays {
  /** So many ratings' worth of belief that the noise is 1 point. */
  private static final double NOISE_PRIOR = 12;

  private static final double LEAST_NOISE = .6;
  private static final double MOST_NOISE = 2.5;

  final double noiseVariance;

  /** By ratings and by what was said without a number. */
  final LogGrid byAll;

  private final LogGrid byRatings;
  private final List<DaySums> days;

  PastDays(List<DaySums> days) {
    this.days = List.copyOf(days);
    noiseVariance = noise(days, weighed(days, 1));
    byRatings = weighed(days, noiseVariance);
    boolean said = days.stream().anyMatch(DaySums::said);
    byAll = said ? byRatings.copy() : byRatings;
    for (DaySums day : days) {
      day.addSaidTo(byAll, noiseVariance);
    }
  }

  private static LogGrid weighed(List<DaySums> days, double noiseVariance) {
    LogGrid grid = LogGrid.prior();
    for (DaySums day : days) {
      day.addTo(grid, noiseVariance);
      grid.prune();
    }
    return grid;
  }

  /**
   * Whether ratings show a pattern, those of the newest day counted in; true while there are too
   * few to tell. See {@link NoPatternModel}.
   *
   * @param withNewest {@link #byAll} with the ratings of the newest day
   */
  boolean pattern(DaySums newest, LogGrid withNewest) {
    List<DaySums> all = Stream.concat(days.stream(), Stream.of(newest)).toList();
    if (all.stream().mapToInt(day -> day.ratings).sum() < NoPatternModel.FEWEST) {
      return true;
    }
    LogGrid grid = withNewest;
    if (byAll != byRatings) {
      grid = byRatings.copy();
      newest.addTo(grid, noiseVariance);
    }
    return grid.evidence() + NoPatternModel.constant(all, noiseVariance)
        > NoPatternModel.evidence(all);
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
                    * (day.squares(cell, fresh) - 2 * effect * sum + day.ratings * effect * effect);
          }
        }
      }
      squares += day.ratings * shrink;
      n += day.ratings;
    }
    return Math.clamp(squares / n, LEAST_NOISE * LEAST_NOISE, MOST_NOISE * MOST_NOISE);
  }
}
