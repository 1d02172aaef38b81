package app.respite.domain.fatigue;

/**
 * Build-up and decay of tiredness, as pure formulas (docs/models.md; the form is that of Jaber,
 * Givi and Neumann 2013, shown there for physical loading; the parameters are assumptions until a
 * person's own ratings replace them).
 *
 * <p>F is the part that rest takes away, 0 to 1; U the part that only the night does. Times are
 * minutes, rates a minute. F outside 0 to 1 counts as the nearer end; a negative or unknown (NaN)
 * time or rate is an {@link IllegalArgumentException}.
 */
public final class Fatigue {
  /** The lower end of the rating scale at full tiredness is 10. */
  static final double TOP = 10;

  private Fatigue() {}

  /** F after work: {@code 1 - (1 - F) e^(-λt)}. */
  public static double afterWork(double f, double minutes, double buildUp) {
    return 1 - (1 - share(f)) * Math.exp(-given(buildUp) * given(minutes));
  }

  /** F after rest: {@code F e^(-μτ)}. */
  public static double afterRest(double f, double minutes, double recovery) {
    return share(f) * Math.exp(-given(recovery) * given(minutes));
  }

  /**
   * Work until F reaches a target: {@code ln((1 - F) / (1 - F*)) / λ}; 0 where it is there already,
   * infinite where it never comes.
   */
  public static double workUntil(double target, double f, double buildUp) {
    double from = share(f);
    if (from >= target) {
      return 0;
    }
    return target >= 1
        ? Double.POSITIVE_INFINITY
        : Math.log((1 - from) / (1 - target)) / given(buildUp);
  }

  /** Rest until F has fallen to a residual: {@code ln(F / R) / μ}; 0 where it is there already. */
  public static double restUntil(double residual, double f, double recovery) {
    double from = share(f);
    return from <= residual ? 0 : Math.log(from / residual) / given(recovery);
  }

  /** F at the end of work, where work and rest of these lengths take turns for ever. */
  public static double endOfCycle(double work, double rest, double buildUp, double recovery) {
    double exponent = given(buildUp) * given(work);
    return Math.expm1(-exponent) / Math.expm1(-exponent - given(recovery) * given(rest));
  }

  /** The mean of F over so much work from fresh: {@code 1 - (1 - e^(-λt)) / (λt)}. */
  public static double meanOver(double minutes, double buildUp) {
    double exponent = given(buildUp) * given(minutes);
    return exponent == 0 ? 0 : 1 + Math.expm1(-exponent) / exponent;
  }

  /** U after so many hours of work in a day. */
  public static double drift(double hours, double perHour) {
    return given(perHour) * given(hours);
  }

  /** The rating to be expected: {@code α + (10 - α) min(1, F + U)}. */
  public static double rating(double f, double drift, double fresh) {
    return fresh + (TOP - fresh) * Math.min(1, share(f) + given(drift));
  }

  private static double share(double f) {
    if (Double.isNaN(f)) {
      throw new IllegalArgumentException("tiredness is not a number");
    }
    return Math.clamp(f, 0.0, 1.0);
  }

  private static double given(double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("a time or rate should be 0 or more, not " + value);
    }
    return value;
  }
}
