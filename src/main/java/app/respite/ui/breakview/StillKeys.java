package app.respite.ui.breakview;

import java.time.Duration;

/**
 * Keys that were typed for something else answer nothing (B27). In the view's first second no key
 * counts; after it the first one counts only if the hands were still for a second before it, for
 * who types on blindly has not read the question. From then on every key is meant. Times are
 * monotonic.
 */
final class StillKeys {
  static final Duration QUIET = Duration.ofSeconds(1);

  private Duration opened = Duration.ZERO;
  private Duration last = Duration.ZERO;
  private boolean meant;

  /** The view has come up. */
  void opened(Duration now) {
    opened = now;
    last = now;
    meant = false;
  }

  /**
   * The view has the keyboard from now on.
   *
   * @param still since when the hands are known to be still; {@code now} where nobody knows
   */
  void heard(Duration now, Duration still) {
    last = still.compareTo(now) < 0 ? still : now;
  }

  /** The user has answered with the pointer: what comes now is meant. */
  void meant() {
    meant = true;
  }

  /** A key was pressed; whether it counts. */
  boolean press(Duration now) {
    boolean early = now.minus(opened).compareTo(QUIET) < 0;
    boolean typing = !meant && now.minus(last).compareTo(QUIET) < 0;
    last = now;
    if (early || typing) {
      return false;
    }
    meant = true;
    return true;
  }
}
