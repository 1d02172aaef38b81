package app.respite.domain.fatigue;

import java.util.stream.IntStream;

/**
 * The logarithms of the weights of the grid, up to a constant. Cells that have become so improbable
 * that no day can bring them back are left out, which makes the later days of a long history cheap.
 */
final class LogGrid {
  /** A weight this far below the best one counts for nothing. */
  private static final double NEGLIGIBLE = 40;

  final double[] log;

  /** The cells that still count, in order. */
  int[] cells;

  private static final LogGrid PRIOR =
      new LogGrid(Grid.logPrior(), IntStream.range(0, Grid.CELLS).toArray());

  private static final double PRIOR_SUM = logSum(PRIOR.log);

  private LogGrid(double[] log, int[] cells) {
    this.log = log;
    this.cells = cells;
  }

  static LogGrid prior() {
    return PRIOR.copy();
  }

  LogGrid copy() {
    return new LogGrid(log.clone(), cells);
  }

  /** Leaves out what has become too improbable. */
  void prune() {
    double least = best() - NEGLIGIBLE;
    cells = IntStream.of(cells).filter(cell -> best(cell) > least).toArray();
  }

  private double best() {
    double best = Double.NEGATIVE_INFINITY;
    for (int cell : cells) {
      best = Math.max(best, best(cell));
    }
    return best;
  }

  private double best(int cell) {
    double best = Double.NEGATIVE_INFINITY;
    int to = (cell + 1) * Grid.FRESHES;
    for (int i = cell * Grid.FRESHES; i < to; i++) {
      best = Math.max(best, log[i]);
    }
    return best;
  }

  /** The logarithm of the sum of the weights, less that of the prior's. */
  double evidence() {
    return logSum(log(cells)) - PRIOR_SUM;
  }

  private double[] log(int[] of) {
    double[] kept = new double[of.length * Grid.FRESHES];
    for (int i = 0; i < of.length; i++) {
      System.arraycopy(log, of[i] * Grid.FRESHES, kept, i * Grid.FRESHES, Grid.FRESHES);
    }
    return kept;
  }

  static double logSum(double[] logs) {
    double best = Double.NEGATIVE_INFINITY;
    for (double each : logs) {
      best = Math.max(best, each);
    }
    double sum = 0;
    for (double each : logs) {
      if (each > best - NEGLIGIBLE) {
        sum += Math.exp(each - best);
      }
    }
    return best + Math.log(sum);
  }

  /** The weights, which add up to 1; those of cells left out are 0. */
  double[] weights() {
    double best = best();
    double[] weights = new double[log.length];
    double sum = 0;
    for (int cell : cells) {
      int to = (cell + 1) * Grid.FRESHES;
      for (int i = cell * Grid.FRESHES; i < to; i++) {
        double below = log[i] - best;
        if (below > -NEGLIGIBLE) {
          weights[i] = Math.exp(below);
          sum += weights[i];
        }
      }
    }
    for (int cell : cells) {
      int to = (cell + 1) * Grid.FRESHES;
      for (int i = cell * Grid.FRESHES; i < to; i++) {
        weights[i] /= sum;
      }
    }
    return weights;
  }
}
