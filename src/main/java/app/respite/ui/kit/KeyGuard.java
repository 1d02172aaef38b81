package app.respite.ui.kit;

import app.respite.coach.port.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps keys typed for something else from answering what has just appeared (B27): for a second
 * after {@link #appeared} no key counts.
 */
public final class KeyGuard {
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Clock clock;
  private @Nullable Duration since;

  /** With the clock that measures the second. */
  public KeyGuard(Clock clock) {
    this.clock = clock;
  }

  /** Something that keys can answer has come up by itself. */
  public void appeared() {
    since = clock.read().monotonic();
  }

  /** Whether a key pressed now counts. */
  public boolean open() {
    return since == null || clock.read().monotonic().minus(since).compareTo(QUIET) >= 0;
  }
}
