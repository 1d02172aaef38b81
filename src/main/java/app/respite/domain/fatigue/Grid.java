package app.respite.domain.fatigue;

/**
 * The values of a person's traits that the estimator weighs against each other, with their prior
 * (docs/models.md): ln λ and ln μ normal around the assumed ones, out to 2.5 standard deviations; α
 * normal around 2; θ falling off exponentially. A cell is a triple of λ, μ and θ, with θ running
 * fastest; the values of α of a cell follow each other.
 */
final class Grid {
  static final int BUILD_UPS = 25;
  static final int RECOVERIES = 19;
  static final int FRESHES = 15;
  private static final double[] DRIFTS = {0, .01, .02, .03, .045, .06};
  static final int CELLS = BUILD_UPS * RECOVERIES * DRIFTS.length;

  private static final double BUILD_UP_SD = .5;
  private static final double RECOVERY_SD = .6;
  private static final double REACH = 2.5;
  private static final double MOST_FRESH = 5;
  private static final double DRIFT_SCALE = .02;

  private Grid() {}

  static int drifts() {
    return DRIFTS.length;
  }

  static double drift(int cell) {
    return DRIFTS[cell % DRIFTS.length];
  }

  static int buildUpOf(int cell) {
    return cell / (DRIFTS.length * RECOVERIES);
  }

  static int recoveryOf(int cell) {
    return cell / DRIFTS.length % RECOVERIES;
  }

  static double logBuildUp(int i) {
    return Math.log(Traits.ASSUMED.buildUp()) + BUILD_UP_SD * deviation(i, BUILD_UPS);
  }

  static double logRecovery(int i) {
    return Math.log(Traits.ASSUMED.recovery()) + RECOVERY_SD * deviation(i, RECOVERIES);
  }

  private static final double[] FRESH = freshValues();

  private static double[] freshValues() {
    double[] values = new double[FRESHES];
    for (int i = 0; i < FRESHES; i++) {
      values[i] = MOST_FRESH * i / (FRESHES - 1);
    }
    return values;
  }

  static double fresh(int i) {
    return FRESH[i];
  }

  private static double deviation(int i, int n) {
    return REACH * (2.0 * i / (n - 1) - 1);
  }

  /** The prior's logarithm, up to a constant, of each value of α of each cell. */
  static double[] logPrior() {
    double[] log = new double[CELLS * FRESHES];
    for (int cell = 0; cell < CELLS; cell++) {
      double b = deviation(buildUpOf(cell), BUILD_UPS);
      double r = deviation(recoveryOf(cell), RECOVERIES);
      double of = -(b * b + r * r) / 2 - drift(cell) / DRIFT_SCALE;
      for (int i = 0; i < FRESHES; i++) {
        double a = fresh(i) - Traits.ASSUMED.fresh();
        log[cell * FRESHES + i] = of - a * a / 2;
      }
    }
    return log;
  }
}
