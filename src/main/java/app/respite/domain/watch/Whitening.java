package app.respite.domain.watch;

/**
 * Takes out of a series that each day resembles the one before; without it a chart alarms far too
 * often. First-order autoregression: {@code w = (z - phi z') / sqrt(1 - phi²)}.
 *
 * @param phi how much of the day before is left, 0 to 0.6
 */
public record Whitening(double phi) {
  private static final double MOST = 0.6;

  /** Leaves a series as it is. */
  public static final Whitening NONE = new Whitening(0);

  public Whitening {
    if (!(phi >= 0 && phi <= MOST)) {
      throw new IllegalArgumentException("phi " + phi + " is not in 0 to " + MOST);
    }
  }

  /**
   * Estimated from a series of mean 0: the sum of products of neighbours by the sum of squares of
   * all but the last, clipped to 0 to 0.6.
   */
  public static Whitening of(double[] z) {
    double products = 0;
    double squares = 0;
    for (int i = 1; i < z.length; i++) {
      products += z[i] * z[i - 1];
      squares += z[i - 1] * z[i - 1];
    }
    return squares == 0 ? NONE : new Whitening(Math.clamp(products / squares, 0, MOST));
  }

  /** A value freed of the one before. */
  public double next(double z, double before) {
    return (z - phi * before) / Math.sqrt(1 - phi * phi);
  }

  /** A series freed of its memory; the first value, which nothing is known before, stays. */
  public double[] whiten(double[] z) {
    double[] free = z.clone();
    for (int i = 1; i < z.length; i++) {
      free[i] = next(z[i], z[i - 1]);
    }
    return free;
  }
}
