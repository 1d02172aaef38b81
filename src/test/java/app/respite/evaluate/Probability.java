package app.respite.evaluate;

/** The little probability the evaluation itself needs. */
final class Probability {
  private Probability() {}

  /** Probability of a standard normal value below z (Abramowitz and Stegun 26.2.17, to 1e-7). */
  static double below(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double sum =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
    return z > 0 ? 1 - tail : tail;
  }

  /**
   * A share with its 95 % interval after Wilson.
   *
   * @param hits how often it happened
   * @param of out of how many
   */
  record Share(int hits, int of) {
    double value() {
      return of == 0 ? Double.NaN : (double) hits / of;
    }

    double low() {
      return wilson(-1);
    }

    double high() {
      return wilson(1);
    }

    private double wilson(int side) {
      if (of == 0) {
        return Double.NaN;
      }
      double z = 1.959963984540054;
      double p = value();
      double mid = p + z * z / (2 * of);
      double half = z * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
      return Math.clamp((mid + side * half) / (1 + z * z / of), 0, 1);
    }
  }
}
