package app.respite.domain.fatigue;

import app.respite.domain.fatigue.Belief.Guess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Learns how one person tires and recovers from their own ratings: every combination of traits on a
 * grid is weighed by how well it foretells them (science.md section 3, "Estimator").
 *
 * <p>A rating is {@code y = α + (10 - α) min(1, F + U) + δ + ε}: δ is what a day adds to all its
 * ratings, with a standard deviation of 0.7, and is integrated out; ε is noise of a standard
 * deviation that is learnt along. "I'm tired now" and rests put off count as ratings above and
 * below the threshold (see {@link SaidLikelihood}): in simulation that saves about a quarter of the
 * mean error of the advice with 3 to 30 ratings. The same ratings always give the same belief; nothing is drawn at
 * random.
 */
public final class Estimator {
  /** Variance of δ, in points squared. */
  static final double DAY_VARIANCE = .7 * .7;

  /** So many ratings' worth of belief that the noise is 1 point. */
  private static final double NOISE_PRIOR = 12;

  private static final double LEAST_NOISE = .6;
  private static final double MOST_NOISE = 2.5;
  private static final int GUESSES = 128;

  /** Cells whose log weight lies this far below the best one weigh nothing. */
  private static final double NEGLIGIBLE = 40;

  private final List<DaySums> days;
  private final double noiseVariance;
  private final double[] weights;

  /** By the numbers alone, or also by what was said without one. */
  private Estimator(List<DaySums> days, double noiseVariance, boolean said) {
    this.days = days;
    this.noiseVariance = noiseVariance;
    double[] log = Grid.logPrior();
    days.forEach(day -> day.addTo(log, noiseVariance));
    if (said) {
      days.forEach(day -> day.addSaidTo(log, noiseVariance));
    }
    this.weights = normalized(log);
  }

  /**
   * What days of ratings tell, the newest day last.
   *
   * @param lastRating when the newest rating was given, or null without any
   */
  public static Belief learn(List<RatedDay> rated, @Nullable Instant lastRating) {
    List<DaySums> days = rated.stream().filter(RatedDay::tells).map(DaySums::new).toList();
    double noise = new Estimator(days, 1, false).noise();
    Estimator fitted = new Estimator(days, noise, true);
    return fitted.belief(lastRating, Pattern.found(days, fitted.noiseVariance));
  }

  static double[] normalized(double[] log) {
    double best = Double.NEGATIVE_INFINITY;
    for (double each : log) {
      best = Math.max(best, each);
    }
    double[] weights = new double[log.length];
    double sum = 0;
    for (int i = 0; i < log.length; i++) {
      double below = log[i] - best;
      if (below > -NEGLIGIBLE) {
        weights[i] = Math.exp(below);
        sum += weights[i];
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** The noise's variance, given what is known of everything else. */
  private double noise() {
    double squares = NOISE_PRIOR;
    double n = NOISE_PRIOR;
    for (DaySums day : days) {
      double shrink = DAY_VARIANCE / (noiseVariance + day.ratings * DAY_VARIANCE);
      double left = day.ratings * noiseVariance * shrink;
      for (int cell = 0; cell < Grid.CELLS; cell++) {
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
      squares += left;
      n += day.ratings;
    }
    return Math.clamp(squares / n, LEAST_NOISE * LEAST_NOISE, MOST_NOISE * MOST_NOISE);
  }

  private Belief belief(@Nullable Instant lastRating, boolean pattern) {
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
    int ratings = days.stream().mapToInt(day -> day.ratings).sum();
    double sum = days.stream().flatMapToInt(day -> Arrays.stream(day.given)).sum();
    return new Belief(
        ratings,
        (int) days.stream().filter(day -> day.ratings > 0).count(),
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
    if (days.isEmpty()) {
      return new Guess(weight, traits, variance, 0, 0, DAY_VARIANCE);
    }
    DaySums today = days.getLast();
    double shrink = DAY_VARIANCE / (noiseVariance + today.ratings * DAY_VARIANCE);
    double slope = shrink * today.slope(cell);
    return new Guess(
        weight,
        traits,
        variance,
        shrink * today.sum(cell) - mean * slope,
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
