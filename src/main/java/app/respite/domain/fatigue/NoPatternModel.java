package app.respite.domain.fatigue;

import java.util.List;

/**
 * A person without any course of tiredness: ratings around one level, with good and bad days and
 * noise. Where this explains ratings as well as the model of tiredness does, there is no pattern to
 * go by (docs/models.md).
 *
 * <p>Both are judged by the probability they gave to the ratings, which is the product of what each
 * foretold of the next rating from those before. In simulation this sees as few patterns in
 * shuffled ratings as comparing the errors of the next rating does, and misses half as many real
 * ones (bench/evaluation.html).
 */
final class NoPatternModel {
  /** With fewer ratings there is nothing to tell by. */
  static final int FEWEST = 12;

  private static final double LEAST_NOISE = .6;
  private static final double MOST_NOISE = 4;
  private static final double NOISE_STEP = .2;
  private static final int LEVELS = 20;

  private NoPatternModel() {}

  /** The log probability of days of ratings: any level as likely as another, the best noise. */
  static double evidence(List<DaySums> days) {
    double best = Double.NEGATIVE_INFINITY;
    for (double noise = LEAST_NOISE; noise <= MOST_NOISE; noise += NOISE_STEP) {
      double variance = noise * noise;
      double[] logs = new double[LEVELS];
      for (int i = 0; i < LEVELS; i++) {
        double level = Fatigue.TOP * (i + .5) / LEVELS;
        for (DaySums day : days) {
          logs[i] += day.levelLog(level, variance);
        }
      }
      best = Math.max(best, LogGrid.logSum(logs) - Math.log(LEVELS) + constant(days, variance));
    }
    return best;
  }

  /** What of the log probability depends on nothing but the noise. */
  static double constant(List<DaySums> days, double variance) {
    double constant = 0;
    for (DaySums day : days) {
      constant -=
          day.weight
              / 2
              * (day.ratings * Math.log(variance)
                  + Math.log1p(day.ratings * Estimator.DAY_VARIANCE / variance));
    }
    return constant;
  }
}
