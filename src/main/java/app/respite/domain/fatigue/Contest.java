package app.respite.domain.fatigue;

import java.util.function.Supplier;

/**
 * Whether the model of tiredness has foretold ratings better than the person's own mean: each day's
 * ratings are foretold from the days before it, by the model and by the running mean, both allowed
 * to learn from the day's earlier ratings how good a day it is. Where the model does not win, there
 * is no pattern to go by (science.md section 3.2, points 2 and 5).
 */
final class Contest {
  /** The newest ratings decide; those before them only teach. */
  static final int DECIDE = 120;

  /** With fewer ratings there is nothing to tell by. */
  private static final int FEWEST = 12;

  /** The first ratings only teach the mean. */
  private static final int WARM_UP = 4;

  private final double noiseVariance;
  private double sum;
  private int seen;
  private double byModel;
  private double byMean;

  Contest(double noiseVariance) {
    this.noiseVariance = noiseVariance;
  }

  Contest copy() {
    Contest copy = new Contest(noiseVariance);
    copy.sum = sum;
    copy.seen = seen;
    copy.byModel = byModel;
    copy.byMean = byMean;
    return copy;
  }

  /** Whether there is a pattern; true while there are too few ratings to tell. */
  boolean pattern() {
    return seen < FEWEST || byModel < byMean;
  }

  /**
   * Lets both foretell a day from what came before it.
   *
   * @param cells the cells that count
   * @param before the weights of the grid before the day
   */
  void compare(DaySums day, int[] cells, Supplier<double[]> before) {
    if (seen < WARM_UP || day.ratings == 0) {
      return;
    }
    double[] weights = before.get();
    double[] model = new double[day.ratings];
    for (int cell : cells) {
      double weight = 0;
      double fresh = 0;
      for (int i = 0; i < Grid.FRESHES; i++) {
        double w = weights[cell * Grid.FRESHES + i];
        weight += w;
        fresh += w * Grid.fresh(i);
      }
      if (weight > 0) {
        add(day, cell, weight, fresh, model);
      }
    }
    double mean = sum / seen;
    double earlier = 0;
    for (int i = 0; i < day.ratings; i++) {
      double own = mean + shrink(i) * earlier;
      byModel += square(day.given[i] - model[i]);
      byMean += square(day.given[i] - own);
      earlier += day.given[i] - mean;
    }
  }

  /** A cell's part in what the model foretells: α only enters by its expectation. */
  private void add(DaySums day, int cell, double weight, double fresh, double[] model) {
    double earlier = 0;
    for (int i = 0; i < day.ratings; i++) {
      double m = day.reach(i, cell);
      double plain = fresh * (1 - m) + weight * Fatigue.TOP * m;
      model[i] += plain + shrink(i) * earlier;
      earlier += weight * day.given[i] - plain;
    }
  }

  private double shrink(int ratings) {
    return Estimator.DAY_VARIANCE / (noiseVariance + ratings * Estimator.DAY_VARIANCE);
  }

  /** The day is over: both have seen it. */
  void see(DaySums day) {
    for (int rating : day.given) {
      sum += rating;
    }
    seen += day.ratings;
  }

  private static double square(double value) {
    return value * value;
  }
}
