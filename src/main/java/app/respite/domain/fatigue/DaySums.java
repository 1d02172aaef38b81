package app.respite.domain.fatigue;

import java.util.List;

/**
 * What a day's ratings say of each cell of the grid, whatever α and the noise are. With {@code m =
 * min(1, F + U)} a rating's residual is {@code (y - 10 m) - α (1 - m)}, so sums over the day of the
 * two parts, their squares and their product are all that is needed.
 */
final class DaySums {
  private static final int SUMS = 5;

  final int ratings;
  final double weight;
  final int[] given;

  /** m of each rating of each cell: rating by rating. */
  private final float[][] reach;

  private final double[] sums = new double[Grid.CELLS * SUMS];

  DaySums(RatedDay day) {
    weight = day.weight();
    ratings = day.ratings();
    given = new int[ratings];
    reach = new float[ratings][Grid.CELLS];
    List<Step> steps = day.steps();
    double[][] working = new double[Grid.BUILD_UPS][];
    for (int b = 0; b < Grid.BUILD_UPS; b++) {
      working[b] = left(steps, Math.exp(Grid.logBuildUp(b)), true);
    }
    for (int r = 0; r < Grid.RECOVERIES; r++) {
      double[] resting = left(steps, Math.exp(Grid.logRecovery(r)), false);
      for (int b = 0; b < Grid.BUILD_UPS; b++) {
        walk(steps, working[b], resting, (b * Grid.RECOVERIES + r) * Grid.drifts());
      }
    }
  }

  /** Of each step of work, or of rest, what it leaves of the distance: {@code e^(-rate · time)}. */
  private static double[] left(List<Step> steps, double rate, boolean work) {
    double[] left = new double[steps.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] =
          switch (steps.get(i)) {
            case Step.Work(double minutes) when work -> Math.exp(-rate * minutes);
            case Step.Rest(double minutes) when !work -> Math.exp(-rate * minutes);
            default -> 1;
          };
    }
    return left;
  }

  private void walk(List<Step> steps, double[] working, double[] resting, int firstCell) {
    double f = 0;
    double hours = 0;
    int n = 0;
    for (int i = 0; i < working.length; i++) {
      switch (steps.get(i)) {
        case Step.Work(double minutes) -> {
          f = 1 - (1 - f) * working[i];
          hours += minutes / 60;
        }
        case Step.Rest rest -> f *= resting[i];
        case Step.Rated(int rating) -> {
          given[n] = rating;
          for (int d = 0; d < Grid.drifts(); d++) {
            add(firstCell + d, n, rating, Math.min(1, f + Grid.drift(firstCell + d) * hours));
          }
          n++;
        }
      }
    }
  }

  private void add(int cell, int n, int rating, double m) {
    reach[n][cell] = (float) m;
    double y = rating - Fatigue.TOP * m;
    double slope = 1 - m;
    int at = cell * SUMS;
    sums[at] += y;
    sums[at + 1] += slope;
    sums[at + 2] += y * y;
    sums[at + 3] += y * slope;
    sums[at + 4] += slope * slope;
  }

  /** Sum of {@code y - 10 m}. */
  double sum(int cell) {
    return sums[cell * SUMS];
  }

  /** Sum of {@code 1 - m}: by how much the sum of residuals falls for each point of α. */
  double slope(int cell) {
    return sums[cell * SUMS + 1];
  }

  /** Sum of squared residuals. */
  double squares(int cell, double fresh) {
    int at = cell * SUMS;
    return sums[at + 2] - 2 * fresh * sums[at + 3] + fresh * fresh * sums[at + 4];
  }

  /** m of a rating. */
  double reach(int rating, int cell) {
    return reach[rating][cell];
  }

  /** Adds the day's log likelihood, the day's effect integrated out (science.md section 3). */
  void addTo(double[] log, double noiseVariance) {
    double shrink =
        Estimator.DAY_VARIANCE
            / (noiseVariance * (noiseVariance + ratings * Estimator.DAY_VARIANCE));
    double each = weight / -2;
    for (int cell = 0; cell < Grid.CELLS; cell++) {
      int at = cell * SUMS;
      double y = sums[at];
      double slope = sums[at + 1];
      // The log likelihood is a parabola in α.
      double constant = sums[at + 2] / noiseVariance - shrink * y * y;
      double linear = -2 * (sums[at + 3] / noiseVariance - shrink * y * slope);
      double square = sums[at + 4] / noiseVariance - shrink * slope * slope;
      int to = cell * Grid.FRESHES;
      for (int i = 0; i < Grid.FRESHES; i++) {
        double fresh = Grid.fresh(i);
        log[to + i] += each * (constant + fresh * (linear + fresh * square));
      }
    }
  }
}
