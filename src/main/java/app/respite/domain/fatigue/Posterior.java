package app.respite.domain.fatigue;

import app.respite.domain.fatigue.Belief.Guess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The weighed grid, and the belief it amounts to. */
final class Posterior {
  private static final int GUESSES = 128;

  private final List<RatedDay> days;
  private final DaySums newest;
  private final double noiseVariance;
  private final double[] weights;

  Posterior(List<RatedDay> days, LogGrid grid, DaySums newest, double noiseVariance) {
    this.days = days;
    this.newest = newest;
    this.noiseVariance = noiseVariance;
    this.weights = grid.weights();
  }

  Belief belief(@Nullable Instant lastRating, boolean pattern) {
    double[] byCell = new double[Grid.CELLS];
    double[] byBuildUp = new double[Grid.BUILD_UPS];
    double[] byRecovery = new double[Grid.RECOVERIES];
    for (int cell = 0; cell < Grid.CELLS; cell++) {
      for (int i = 0; i < Grid.FRESHES; i++) {
        byCell[cell] += weights[cell * Grid.FRESHES + i];
      }
      byBuildUp[Grid.buildUpOf(cell)] += byCell[cell];
      byRecovery[Grid.recoveryOf(cell)] += byCell[cell];
    }
    int ratings = 0;
    int ratedDays = 0;
    double sum = 0;
    for (RatedDay day : days) {
      int before = ratings;
      for (Step step : day.steps()) {
        if (step instanceof Step.Rated(int rating)) {
          sum += rating;
          ratings++;
        }
      }
      ratedDays += ratings > before ? 1 : 0;
    }
    return new Belief(
        ratings,
        ratedDays,
        lastRating,
        Math.sqrt(noiseVariance),
        guesses(byCell),
        halfLife(Grid::logBuildUp, byBuildUp),
        halfLife(Grid::logRecovery, byRecovery),
        pattern,
        ratings == 0 ? null : (Double) (sum / ratings));
  }

  /** So many cells at even steps of the cumulated weight: they stand for all the others. */
  private List<Guess> guesses(double[] byCell) {
    List<Guess> guesses = new ArrayList<>();
    double cumulated = 0;
    int taken = 0;
    for (int cell = 0; cell < Grid.CELLS; cell++) {
      cumulated += byCell[cell];
      int upTo =
          cell == Grid.CELLS - 1
              ? GUESSES
              : (int) Math.clamp(Math.floor(cumulated * GUESSES + .5), taken, GUESSES);
      if (upTo > taken) {
        guesses.add(guess(cell, (double) (upTo - taken) / GUESSES));
        taken = upTo;
      }
    }
    return guesses;
  }

  private Guess guess(int cell, double weight) {
    double sum = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < Grid.FRESHES; i++) {
      double w = weights[cell * Grid.FRESHES + i];
      sum += w;
      mean += w * Grid.fresh(i);
      square += w * Grid.fresh(i) * Grid.fresh(i);
    }
    if (sum > 0) {
      mean /= sum;
      square /= sum;
    } else {
      // The very last cell stands in for a rounding error of the sum.
      mean = Traits.ASSUMED.fresh();
      square = mean * mean;
    }
    Traits traits =
        new Traits(
            Math.exp(Grid.logBuildUp(Grid.buildUpOf(cell))),
            Math.exp(Grid.logRecovery(Grid.recoveryOf(cell))),
            mean,
            Grid.drift(cell));
    double variance = Math.max(0, square - mean * mean);
    double shrink =
        Estimator.DAY_VARIANCE / (noiseVariance + newest.ratings * Estimator.DAY_VARIANCE);
    double slope = shrink * newest.slope(cell);
    return new Guess(
        weight,
        traits,
        variance,
        shrink * newest.sum(cell) - mean * slope,
        slope,
        noiseVariance * shrink);
  }

  private static Range halfLife(IntToDoubleFunction log, double[] weights) {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * log.applyAsDouble(i);
    }
    // A fast rate is a short half-life.
    return new Range(
        minutes(quantile(log, weights, .9)), minutes(mean), minutes(quantile(log, weights, .1)));
  }

  private static double minutes(double logRate) {
    return Math.log(2) / Math.exp(logRate);
  }

  /** Each value stands for the stretch to half way to its neighbours. */
  private static double quantile(IntToDoubleFunction values, double[] weights, double share) {
    double half = (values.applyAsDouble(1) - values.applyAsDouble(0)) / 2;
    double below = 0;
    for (int i = 0; i < weights.length; i++) {
      if (below + weights[i] >= share && weights[i] > 0) {
        return values.applyAsDouble(i) - half + 2 * half * (share - below) / weights[i];
      }
      below += weights[i];
    }
    return values.applyAsDouble(weights.length - 1) + half;
  }
}
