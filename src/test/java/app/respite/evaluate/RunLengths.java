package app.respite.evaluate;

import app.respite.domain.statistics.Normal;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How long charts run until they alarm, by their integral equations, solved at Gauss-Legendre
 * points (Nyström). Values are independent and normal with deviation 1; charts start at 0.
 */
final class RunLengths {
  private static final int NODES = 200;
  private static final double[] NODE = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    for (int i = 0; i < NODES; i++) {
      legendre(i);
    }
  }

  private RunLengths() {}

  /** The i-th root of the Legendre polynomial on -1 to 1, with its weight, by Newton's method. */
  private static void legendre(int i) {
    double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
    double slope = 1;
    for (int step = 0; step < 100; step++) {
      double before = 1;
      double value = x;
      for (int n = 2; n <= NODES; n++) {
        double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
        before = value;
        value = next;
      }
      slope = NODES * (x * value - before) / (x * x - 1);
      double move = value / slope;
      x -= move;
      if (Math.abs(move) < 1e-16) {
        break;
      }
    }
    NODE[i] = x;
    WEIGHT[i] = 2 / ((1 - x * x) * slope * slope);
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * Mean number of values until a two-sided EWMA chart with the limits of the long run alarms, the
   * values' mean being {@code shift}.
   */
  static double ewma(double lambda, double width, double shift) {
    double limit = width * Math.sqrt(lambda / (2 - lambda));
    double[][] system = new double[NODES][NODES + 1];
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        system[i][j] = (i == j ? 1 : 0) - ewmaStep(lambda, limit, shift, limit * NODE[i], j);
      }
      system[i][NODES] = 1;
    }
    double[] lengths = solve(system);
    double length = 1;
    for (int j = 0; j < NODES; j++) {
      length += lengths[j] * ewmaStep(lambda, limit, shift, 0, j);
    }
    return length;
  }

  private static double ewmaStep(double lambda, double limit, double shift, double from, int to) {
    double value = (limit * NODE[to] - (1 - lambda) * from) / lambda;
    return limit * WEIGHT[to] * density(value - shift) / lambda;
  }

  /** Mean number of values until a one-sided CUSUM chart alarms. */
  static double cusum(double k, double h, double shift) {
    double[][] system = new double[NODES + 1][NODES + 2];
    for (int i = 0; i <= NODES; i++) {
      double from = i < NODES ? h * (NODE[i] + 1) / 2 : 0;
      for (int j = 0; j <= NODES; j++) {
        system[i][j] = (i == j ? 1 : 0) - cusumStep(k, h, shift, from, j);
      }
      system[i][NODES + 1] = 1;
    }
    return solve(system)[NODES];
  }

  /** From one sum to the j-th node, or to 0, which is the last one. */
  private static double cusumStep(double k, double h, double shift, double from, int to) {
    return to < NODES
        ? h / 2 * WEIGHT[to] * density(h * (NODE[to] + 1) / 2 + k - from - shift)
        : Normal.below(k - from - shift);
  }

  /** The same for a chart of two sides. */
  static double twoSidedCusum(double k, double h, double shift) {
    return 1 / (1 / cusum(k, h, shift) + 1 / cusum(k, h, -shift));
  }

  /** The h at which a one-sided CUSUM chart runs for so long while nothing changes. */
  static double limitOf(double k, double length) {
    return root(h -> cusum(k, h, 0) - length, 1, 12);
  }

  /** The width at which a two-sided EWMA chart runs for so long while nothing changes. */
  static double widthOf(double lambda, double length) {
    return root(width -> ewma(lambda, width, 0) - length, 1.5, 3.5);
  }

  private static double root(DoubleUnaryOperator rising, double low, double high) {
    double from = low;
    double to = high;
    for (int step = 0; step < 24; step++) {
      double middle = (from + to) / 2;
      if (rising.applyAsDouble(middle) < 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }

  /** The probability that a one-sided CUSUM chart alarms within so many values without a change. */
  static double cusumAlarmsWithin(double k, double h, int values) {
    double[] quiet = new double[NODES + 1];
    Arrays.fill(quiet, 1);
    for (int n = 0; n < values; n++) {
      double[] next = new double[NODES + 1];
      for (int i = 0; i <= NODES; i++) {
        double from = i < NODES ? h * (NODE[i] + 1) / 2 : 0;
        for (int j = 0; j <= NODES; j++) {
          next[i] += quiet[j] * cusumStep(k, h, 0, from, j);
        }
      }
      quiet = next;
    }
    return 1 - quiet[NODES];
  }

  /** Gaussian elimination with pivots; the right side is the last column. */
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = system[column];
      system[column] = system[pivot];
      system[pivot] = swap;
      for (int row = column + 1; row < n; row++) {
        double factor = system[row][column] / system[column][column];
        for (int j = column; j <= n && factor != 0; j++) {
          system[row][j] -= factor * system[column][j];
        }
      }
    }
    double[] x = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double rest = system[row][n];
      for (int j = row + 1; j < n; j++) {
        rest -= system[row][j] * x[j];
      }
      x[row] = rest / system[row][row];
    }
    return x;
  }
}
