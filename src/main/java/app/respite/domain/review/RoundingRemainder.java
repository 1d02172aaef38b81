package app.respite.domain.review;

import java.time.Duration;

/**
 * Whole seconds of one length after the other; what is left over goes to the next, so that the
 * seconds add up to the lengths' sum.
 */
final class RoundingRemainder {
  private Duration total = Duration.ZERO;

  long next(Duration length) {
    long before = total.toSeconds();
    total = total.plus(length);
    return total.toSeconds() - before;
  }
}
