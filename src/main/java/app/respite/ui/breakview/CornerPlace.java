package app.respite.ui.breakview;

import app.respite.ui.kit.Box;
import app.respite.ui.kit.Corner;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which corner the small prompt is in, and when it gets out of the pointer's way. A pointer that
 * rests on its words wants what is below; so does one that stays on an answer for long without
 * pressing it. One that goes straight to an answer is let be. It jumps, and not twice in a row.
 */
final class CornerPlace {
  /** What of the prompt the pointer is on. */
  enum Under {
    NOTHING,
    WORDS,
    ANSWER
  }

  static final double MARGIN = 24;

  /** A pointer this near may be in a menu of the panel, which the prompt would cover. */
  private static final double NEAR = 240;

  private static final Duration ON_WORDS = Duration.ofMillis(400);
  private static final Duration ON_ANSWER = Duration.ofSeconds(3);
  private static final Duration APART = Duration.ofSeconds(1);

  private Corner corner = Corner.TOP_RIGHT;
  private Under under = Under.NOTHING;
  private Duration since = Duration.ZERO;
  private @Nullable Duration moved;

  /** The corner it is in. */
  Corner corner() {
    return corner;
  }

  /**
   * It is about to appear: in the first corner the pointer is not near.
   *
   * @param usable the screen, panels left out
   * @param pointer where the pointer is, as {@code x, y}; null where nobody knows
   */
  void appear(Box usable, double width, double height, double @Nullable [] pointer) {
    under = Under.NOTHING;
    moved = null;
    corner = Corner.TOP_RIGHT;
    if (pointer == null) {
      return;
    }
    for (Corner each : Corner.values()) {
      Box near = each.at(usable, width, height, MARGIN).grown(NEAR);
      if (!near.contains(pointer[0], pointer[1])) {
        corner = each;
        return;
      }
    }
  }

  /** Where it is, at this size. */
  Box at(Box usable, double width, double height) {
    return corner.at(usable, width, height, MARGIN);
  }

  /** Where the pointer is on it; whether that is somewhere else than before. */
  boolean pointer(Under now, Duration at) {
    if (now == under) {
      return false;
    }
    under = now;
    since = at;
    return true;
  }

  /** In how long it would move if the pointer stays as it is; empty where it would not. */
  Optional<Duration> waiting(Duration now) {
    if (under == Under.NOTHING) {
      return Optional.empty();
    }
    Duration due = since.plus(under == Under.WORDS ? ON_WORDS : ON_ANSWER);
    if (moved != null && due.compareTo(moved.plus(APART)) < 0) {
      due = moved.plus(APART);
    }
    Duration left = due.minus(now);
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  /** Moves it if it is time; whether it did. */
  boolean step(Duration now) {
    if (waiting(now).filter(Duration::isZero).isEmpty()) {
      return false;
    }
    corner = corner.across();
    under = Under.NOTHING;
    moved = now;
    return true;
  }
}
