package app.respite.evaluate;

/**
 * Work done in a day with breaks, where the rate falls with tiredness: {@code rate = p0 (1 - κ F)}
 * (docs/models.md). Minutes.
 *
 * @param worked time at work
 * @param tired integral of F over it
 */
record Output(double worked, double tired) {
  private static final double DAY = 480;

  /** Eight hours of so much work and so much rest in turn, from fresh; no rest at all for 0. */
  static Output of(double work, double rest, Truth truth) {
    double worked = 0;
    double tired = 0;
    double f = 0;
    double at = 0;
    while (at < DAY) {
      double stretch = Math.min(work, DAY - at);
      tired += stretch - (1 - f) * (1 - Math.exp(-truth.lambda() * stretch)) / truth.lambda();
      worked += stretch;
      at += stretch;
      f = truth.worked(f, stretch);
      double pause = Math.min(rest, DAY - at);
      f = truth.rested(f, pause);
      at += pause;
    }
    return new Output(worked, tired);
  }

  static Output withoutBreaks(Truth truth) {
    return of(DAY, 0, truth);
  }

  /** Items done, in units of what a fresh minute yields. */
  double items(double kappa) {
    return worked - kappa * tired;
  }

  /** By what share that is more than another day. */
  double gain(Output other, double kappa) {
    return items(kappa) / other.items(kappa) - 1;
  }

  /** The κ at which both days yield the same. */
  double breakEven(Output other) {
    return (other.worked - worked) / (other.tired - tired);
  }

  /** Mean F while at work. */
  double meanTired() {
    return tired / worked;
  }

  /**
   * What is left unknown of κ after some sprints: a normal prior and normal noise.
   *
   * @param prior standard deviation before
   * @param noise of a sprint's rate, as a share
   * @param spread standard deviation of F between sprints, which is all that tells κ from p0
   */
  static double kappaDeviation(int sprints, double prior, double noise, double spread) {
    return 1 / Math.sqrt(1 / (prior * prior) + sprints * spread * spread / (noise * noise));
  }
}
