package app.respite.ui.review;

import app.respite.domain.fatigue.Range;

/** A range of ratings in whole numbers, as a picture says it. */
final class Rounded {
  private Rounded() {}

  /** The lower end of a range of ratings; never the same as the upper one. */
  static long low(Range range) {
    return wide(range) ? Math.round(range.low()) : Math.max(0, Math.round(range.mid()) - 1);
  }

  /** The upper end. */
  static long high(Range range) {
    return wide(range) ? Math.round(range.high()) : Math.min(10, Math.round(range.mid()) + 1);
  }

  private static boolean wide(Range range) {
    return Math.round(range.high()) > Math.round(range.low());
  }
}
