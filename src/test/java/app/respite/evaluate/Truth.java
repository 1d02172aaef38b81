package app.respite.evaluate;

import java.util.random.RandomGenerator;

/**
 * What is really so with one simulated person; docs/models.md. Minutes, hours, points of 0 to 10.
 *
 * @param lambda build-up, a minute of work
 * @param mu recovery, a minute of rest
 * @param alpha the rating when fresh
 * @param theta what an hour of work adds for the day
 * @param tau standard deviation of the day effects, in points
 * @param sigma standard deviation of a rating, in points
 * @param kappa share of the rate that is lost between fresh and worn out
 */
record Truth(
    double lambda, double mu, double alpha, double theta, double tau, double sigma, double kappa) {
  static final double LAMBDA = Math.log(2) / 120;
  static final double MU = Math.log(2) / 15;
  static final double LAMBDA_SPREAD = 0.5;
  static final double MU_SPREAD = 0.6;

  /** The person of the starting assumptions. */
  static final Truth ASSUMED = new Truth(LAMBDA, MU, 2, 0.02, 0.7, 1, 0.1);

  /** Somebody drawn from the prior, with given day effects, drift and noise. */
  static Truth drawn(RandomGenerator random, double theta, double tau, double sigma) {
    double lambda = LAMBDA * Math.exp(LAMBDA_SPREAD * random.nextGaussian());
    double mu = MU * Math.exp(MU_SPREAD * random.nextGaussian());
    double alpha = Math.clamp(2 + random.nextGaussian(), 0, 5);
    double kappa = Math.clamp(0.1 + 0.1 * random.nextGaussian(), 0, 0.6);
    return new Truth(lambda, mu, alpha, theta, tau, sigma, kappa);
  }

  Truth withRates(double otherLambda, double otherMu) {
    return new Truth(otherLambda, otherMu, alpha, theta, tau, sigma, kappa);
  }

  Truth withFresh(double other) {
    return new Truth(lambda, mu, other, theta, tau, sigma, kappa);
  }

  Truth withDrift(double other) {
    return new Truth(lambda, mu, alpha, other, tau, sigma, kappa);
  }

  double worked(double tired, double minutes) {
    return 1 - (1 - tired) * Math.exp(-lambda * minutes);
  }

  double rested(double tired, double minutes) {
    return tired * Math.exp(-mu * minutes);
  }

  /** The rating to be expected, before noise and rounding. */
  double rating(double tired, double hours, double dayEffect) {
    return alpha + (10 - alpha) * Math.min(1, tired + theta * hours) + dayEffect;
  }

  /**
   * Work in minutes from a state until the expected rating reaches a threshold; may be infinite.
   */
  double minutesTo(double threshold, double tired, double hours) {
    double step = 0.25;
    double longest = 600;
    for (double t = 0; t <= longest; t += step) {
      if (rating(worked(tired, t), hours + t / 60, 0) >= threshold) {
        return t;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
