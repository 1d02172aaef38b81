package app.respite.ui.kit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a face when what it shows moves on: one timer at a time, and none while nothing moves. An
 * earlier wake-up takes the place of a later one.
 */
public final class Ticker {
  private final Later later;
  private final Runnable work;
  private @Nullable Duration due;
  private long turn;

  /** Runs {@code work} at each wake-up; it asks for the next one itself. */
  public Ticker(Later later, Runnable work) {
    this.later = later;
    this.work = work;
  }

  /**
   * Asks to be woken.
   *
   * @param now monotonic time
   * @param wait from now on; a wake-up that comes sooner anyway stays
   */
  public void wake(Duration now, Duration wait) {
    Duration at = now.plus(wait);
    if (due != null && due.compareTo(at) <= 0 && due.compareTo(now) > 0) {
      return;
    }
    due = at;
    long mine = ++turn;
    later.run(
        wait,
        () -> {
          if (mine == turn) {
            due = null;
            work.run();
          }
        });
  }
}
