package app.respite.ui.breakview;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A key or button held down for five seconds: the way out that is always there, and that nobody
 * takes by accident. Times are monotonic.
 */
final class Hold {
  static final Duration LENGTH = Duration.ofSeconds(5);

  /**
   * Some systems repeat a held key as releases and presses; a release that is followed by a press
   * this soon was none.
   */
  private static final Duration REPEAT = Duration.ofMillis(120);

  private @Nullable Duration since;
  private @Nullable Duration released;

  /** It is down; said again while it stays so, by the keyboard's repeat. */
  void press(Duration now) {
    settle(now);
    released = null;
    if (since == null) {
      since = now;
    }
  }

  /** It is up. */
  void release(Duration now) {
    if (since != null) {
      released = now;
    }
  }

  /** It does not count any more. */
  void cancel() {
    since = null;
    released = null;
  }

  /** Whether it is being held. */
  boolean active(Duration now) {
    settle(now);
    return since != null;
  }

  /** How much of the time has passed, 0 to 1. */
  double share(Duration now) {
    settle(now);
    return since == null
        ? 0
        : Math.clamp((double) now.minus(since).toNanos() / LENGTH.toNanos(), 0, 1);
  }

  /** How much of the time is left. */
  Duration left(Duration now) {
    settle(now);
    return since == null ? LENGTH : since.plus(LENGTH).minus(now);
  }

  /** Whether it was held for long enough; true once. */
  boolean done(Duration now) {
    settle(now);
    if (since == null || now.minus(since).compareTo(LENGTH) < 0) {
      return false;
    }
    cancel();
    return true;
  }

  private void settle(Duration now) {
    if (released != null && now.minus(released).compareTo(REPEAT) >= 0) {
      cancel();
    }
  }
}
