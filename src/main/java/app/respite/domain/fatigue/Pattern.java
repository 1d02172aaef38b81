package app.respite.domain.fatigue;

import java.util.List;

/**
 * Whether the model of tiredness has foretold ratings better than the person's own mean: each day's
 * ratings are foretold from the days before it, by the model and by the running mean, both allowed
 * to learn from the day's earlier ratings how good a day it is. Where the model does not win, there
 * is no pattern to go by (science.md section 3.2, points 2 and 5).
 */
final class Pattern {
  /** With fewer ratings there is nothing to tell by. */
  private static final int FEWEST = 12;

  /** The first ratings only teach the mean. */
  private static final int WARM_UP = 4;

  private final double noiseVariance;
  private final double[] log = Grid.logPrior();
  private double sum;
  private int seen;
  private double byModel;
  private double byMean;

  private Pattern(double noiseVariance) {
    this.noiseVariance = noiseVariance;
  }

  /** Whether days of ratings show a pattern; true while there are too few to tell. */
  static boolean found(List<DaySums> days, double noiseVariance) {
    int ratings = days.stream().mapToInt(day -> day.ratings).sum();
    if (ratings < FEWEST) {
      return true;
    }
    Pattern pattern = new Pattern(noiseVariance);
    days.forEach(pattern::foretell);
    return pattern.wins();
  }

  private boolean wins() {
    return byModel < byMean;
  }

  private void foretell(DaySums day) {
    if (day.ratings == 0) {
      return;
    }
    if (seen >= WARM_UP) {
      compare(day);
    }
    for (int rating : day.given) {
      sum += rating;
    }
    seen += day.ratings;
    day.addTo(log, noiseVariance);
  }

  private void compare(DaySums day) {
    double[] weights = Estimator.normalized(log);
    double mean = sum / seen;
    double[] model = new double[day.ratings];
    for (int cell = 0; cell < Grid.CELLS; cell++) {
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
    double before = 0;
    for (int i = 0; i < day.ratings; i++) {
      double own = mean + shrink(i) * before;
      byModel += square(day.given[i] - model[i]);
      byMean += square(day.given[i] - own);
      before += day.given[i] - mean;
    }
  }

  /** A cell's part in what the model foretells: α only enters by its expectation. */
  private void add(DaySums day, int cell, double weight, double fresh, double[] model) {
    double before = 0;
    for (int i = 0; i < day.ratings; i++) {
      double m = day.reach(i, cell);
      double plain = fresh * (1 - m) + weight * Fatigue.TOP * m;
      model[i] += plain + shrink(i) * before;
      before += weight * day.given[i] - plain;
    }
  }

  private double shrink(int ratings) {
    return Estimator.DAY_VARIANCE / (noiseVariance + ratings * Estimator.DAY_VARIANCE);
  }

  private static double square(double value) {
    return value * value;
  }
}
