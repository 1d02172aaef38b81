package app.respite.evaluate;

import java.util.Random;

/** Draws of days that resemble the days before them. */
final class Draws {
  private Draws() {}

  /** Normal values of mean 0 and deviation 1, each correlated with the one before by memory. */
  static double[] days(Random random, int days, double memory) {
    double[] values = new double[days];
    for (int i = 0; i < days; i++) {
      double fresh = random.nextGaussian();
      values[i] = i == 0 ? fresh : memory * values[i - 1] + Math.sqrt(1 - memory * memory) * fresh;
    }
    return values;
  }
}
