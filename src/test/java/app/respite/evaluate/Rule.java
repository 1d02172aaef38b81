package app.respite.evaluate;

import java.util.List;

/**
 * When to rest (docs/models.md): the first minute of the scan at which the person is likely enough
 * at the threshold.
 *
 * @param from the earliest minute ever
 * @param low the window's start
 * @param high the window's end, where nothing else is found
 * @param threshold in points
 * @param early how probable it must be before the window
 * @param inside how probable it must be inside
 */
record Rule(int from, int low, int high, double threshold, double early, double inside) {
  static final Rule STANDARD = new Rule(25, 60, 90, 6, 0.8, 0.5);

  /** How many minutes are scanned. */
  int minutes() {
    return high - from + 1;
  }

  /**
   * The advice.
   *
   * @param reached how probable it is at each minute of the scan, rising
   */
  double choose(double[] reached) {
    for (int i = 0; i < minutes(); i++) {
      double enough = from + i < low ? early : inside;
      if (reached[i] >= enough) {
        return from + i;
      }
    }
    return high;
  }

  /** What somebody who knows the truth advises after a day so far. */
  double oracle(Truth truth, List<Seen> today) {
    double tired = 0;
    double hours = 0;
    for (Seen step : today) {
      switch (step) {
        case Seen.Worked work -> {
          tired = truth.worked(tired, work.minutes());
          hours += work.minutes() / 60;
        }
        case Seen.Rested rest -> tired = truth.rested(tired, rest.minutes());
        case Seen.Rated _, Seen.Pressed _, Seen.PutOff _ -> {}
      }
    }
    for (int t = from; t <= high; t++) {
      if (truth.rating(truth.worked(tired, t), hours + t / 60.0, 0) >= threshold) {
        return t;
      }
    }
    return high;
  }

  Rule withEarly(double other) {
    return new Rule(from, low, high, threshold, other, inside);
  }

  Rule withInside(double other) {
    return new Rule(from, low, high, threshold, early, other);
  }
}
