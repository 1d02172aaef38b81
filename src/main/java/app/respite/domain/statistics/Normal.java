package app.respite.domain.statistics;

import org.apache.commons.numbers.gamma.Erfc;

/** The normal distribution with mean 0 and standard deviation 1. */
public final class Normal {
  /** A tenth of the probability lies above this value. */
  public static final double UPPER_TENTH = 1.2815515655446004;

  private static final double SQRT_2 = Math.sqrt(2);

  private Normal() {}

  /** The probability of a value up to x. */
  public static double below(double x) {
    return Erfc.value(-x / SQRT_2) / 2;
  }

  /** The probability of a value at least as far from 0 as z, to either side. */
  public static double twoSided(double z) {
    return Erfc.value(Math.abs(z) / SQRT_2);
  }
}
