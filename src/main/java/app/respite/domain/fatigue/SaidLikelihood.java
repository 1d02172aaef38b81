package app.respite.domain.fatigue;

import app.respite.domain.statistics.Normal;

/**
 * The logarithm of the probability of what was said without a number, {@code log(.8 Φ(z) + .1)}: z
 * is how far the rating to be expected lies on the side that was said, in standard deviations. One
 * in five is taken to mean something else, a deadline or a phone call, so that no press alone
 * decides anything. From a table, for it is asked for millions of times.
 */
final class SaidLikelihood {
  private static final double HONEST = .8;
  private static final int REACH = 8;
  private static final int STEPS = 32;
  private static final double[] TABLE = table();

  private SaidLikelihood() {}

  private static double[] table() {
    double[] table = new double[2 * REACH * STEPS + 2];
    for (int i = 0; i < table.length; i++) {
      double z = (double) i / STEPS - REACH;
      table[i] = Math.log(HONEST * Normal.below(z) + (1 - HONEST) / 2);
    }
    return table;
  }

  static double log(double z) {
    double at = (Math.clamp(z, -REACH, REACH) + REACH) * STEPS;
    int below = (int) at;
    double share = at - below;
    return TABLE[below] + share * (TABLE[below + 1] - TABLE[below]);
  }
}
