package app.respite.ui.breakview;

import java.time.Duration;

/** A calm breath: four seconds in, six out, with a soft turn at either end. */
final class Breath {
  /** Between two drawings; more often would not look calmer. */
  static final Duration STEP = Duration.ofMillis(200);

  /** How full it is where nothing shall move. */
  static final double STILL = 0.5;

  private static final double IN = 4;
  private static final double OUT = 6;

  private Breath() {}

  /** How full it is at a moment, 0 to 1. */
  static double at(Duration since) {
    double second = (since.toMillis() / 1000.0) % (IN + OUT);
    double share = second < IN ? second / IN : 1 - (second - IN) / OUT;
    return (1 - Math.cos(Math.PI * share)) / 2;
  }
}
