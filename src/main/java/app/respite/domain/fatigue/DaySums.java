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
  private final double sumOfRatings;
  private final double squaresOfRatings;

  /** m of each thing said without a number, of each cell. */
  private final float[][] saidReach;

  private final double[] threshold;
  private final boolean[] tired;
  private final double[] sums = new double[Grid.CELLS * SUMS];

  /**
   * The sums of a day.
   *
   * @param grid only its cells are worked out
   */
  DaySums(RatedDay day, LogGrid grid) {
    weight = day.weight();
    ratings = day.ratings();
    double ratingSum = 0;
    double ratingSquares = 0;
    for (Step step : day.steps()) {
      if (step instanceof Step.Rated(int rating)) {
        ratingSum += rating;
        ratingSquares += rating * rating;
      }
    }
    sumOfRatings = ratingSum;
    squaresOfRatings = ratingSquares;
    int said = (int) day.steps().stream().filter(step -> step instanceof Step.Said).count();
    saidReach = new float[said][Grid.CELLS];
    threshold = new double[said];
    tired = new boolean[said];
    List<Step> steps = day.steps();
    boolean[] wanted = new boolean[Grid.CELLS / Grid.drifts()];
    for (int cell : grid.cells) {
      wanted[cell / Grid.drifts()] = true;
    }
    double[][] working = new double[Grid.BUILD_UPS][];
    for (int b = 0; b < Grid.BUILD_UPS; b++) {
      working[b] = left(steps, Math.exp(Grid.logBuildUp(b)), true);
    }
    for (int r = 0; r < Grid.RECOVERIES; r++) {
      double[] resting = left(steps, Math.exp(Grid.logRecovery(r)), false);
      for (int b = 0; b < Grid.BUILD_UPS; b++) {
        int rates = b * Grid.RECOVERIES + r;
        if (wanted[rates]) {
          walk(steps, working[b], resting, rates * Grid.drifts());
        }
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
    int said = 0;
    for (int i = 0; i < working.length; i++) {
      switch (steps.get(i)) {
        case Step.Work(double minutes) -> {
          f = 1 - (1 - f) * working[i];
          hours += minutes / 60;
        }
        case Step.Rest rest -> f *= resting[i];
        case Step.Rated(int rating) -> {
          for (int d = 0; d < Grid.drifts(); d++) {
            add(firstCell + d, rating, Math.min(1, f + Grid.drift(firstCell + d) * hours));
          }
        }
        case Step.Said(boolean by, double from) -> {
          tired[said] = by;
          threshold[said] = from;
          for (int d = 0; d < Grid.drifts(); d++) {
            int cell = firstCell + d;
            saidReach[said][cell] = (float) Math.min(1, f + Grid.drift(cell) * hours);
          }
          said++;
        }
      }
    }
  }

  private void add(int cell, int rating, double m) {
    double y = rating - Fatigue.TOP * m;
    double slope = 1 - m;
    int at = cell * SUMS;
    sums[at] += y;
    sums[at + 1] += slope;
    sums[at + 2] += y * y;
    sums[at + 3] += y * slope;
    sums[at + 4] += slope * slope;
  }

  /** Whether anything was said without a number. */
  boolean said() {
    return tired.length > 0;
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

  /** The log likelihood, less its constants, of a level of ratings without any course. */
  double levelLog(double level, double noiseVariance) {
    double off = sumOfRatings - ratings * level;
    double squares = squaresOfRatings - 2 * level * sumOfRatings + ratings * level * level;
    double shrink =
        Estimator.DAY_VARIANCE
            / (noiseVariance * (noiseVariance + ratings * Estimator.DAY_VARIANCE));
    return weight / -2 * (squares / noiseVariance - shrink * off * off);
  }

  /** Adds the log likelihood of what was said without a number, noise and day's effect in one. */
  void addSaidTo(LogGrid grid, double noiseVariance) {
    double deviation = Math.sqrt(noiseVariance + Estimator.DAY_VARIANCE);
    for (int s = 0; s < tired.length; s++) {
      double side = tired[s] ? 1 / deviation : -1 / deviation;
      for (int cell : grid.cells) {
        double m = saidReach[s][cell];
        double top = side * (Fatigue.TOP * m - threshold[s]);
        double slope = side * (1 - m);
        int to = cell * Grid.FRESHES;
        for (int i = 0; i < Grid.FRESHES; i++) {
          grid.log[to + i] += weight * SaidLikelihood.log(top + slope * Grid.fresh(i));
        }
      }
    }
  }

  /** Adds the day's log likelihood, the day's effect integrated out (docs/models.md). */
  void addTo(LogGrid grid, double noiseVariance) {
    double shrink =
        Estimator.DAY_VARIANCE
            / (noiseVariance * (noiseVariance + ratings * Estimator.DAY_VARIANCE));
    double each = weight / -2;
    for (int cell : grid.cells) {
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
        grid.log[to + i] += each * (constant + fresh * (linear + fresh * square));
      }
    }
  }
}
