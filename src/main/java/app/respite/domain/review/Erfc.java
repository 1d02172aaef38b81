package app.respite.domain.review;

/** The complementary error function, which java.base does not have. */
final class Erfc {
  /** Below it the series is short and loses nothing; above, the fraction converges quickly. */
  private static final double SPLIT = 2.5;

  private Erfc() {}

  /** For x of at least 0, to about 14 digits. */
  static double of(double x) {
    return x < SPLIT ? 1 - series(x) : fraction(x);
  }

  /** erf as a sum of positive terms: 2/sqrt(pi) e^(-x²) Σ 2^k x^(2k+1) / (1·3·…·(2k+1)). */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= 2 * x * x / (2 * k + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** e^(-x²)/sqrt(pi) · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), from the inside out. */
  private static double fraction(double x) {
    double inner = x;
    for (int k = 120; k > 0; k--) {
      inner = x + k / 2.0 / inner;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / inner;
  }
}
