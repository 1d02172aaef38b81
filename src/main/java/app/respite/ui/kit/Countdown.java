package app.respite.ui.kit;

import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Mode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot's durations moved on by the time since it came, so that a countdown runs between
 * snapshots.
 *
 * @param remaining null where there is no end
 */
public record Countdown(
    Duration elapsed, @Nullable Duration remaining, Duration overtime, Duration sinceRest) {
  /**
   * Moves a snapshot on.
   *
   * @param passed monotonic time since the snapshot was made
   */
  public static Countdown of(Snapshot now, Duration passed) {
    Duration moved = now.running() && passed.isPositive() ? passed : Duration.ZERO;
    Duration remaining = now.remaining();
    Duration overtime = now.overtime();
    if (remaining != null) {
      Duration over = moved.minus(remaining);
      remaining = over.isPositive() ? Duration.ZERO : remaining.minus(moved);
      if (now.state() == Mode.BREAK && over.isPositive()) {
        overtime = overtime.plus(over);
      }
    }
    if (now.state() == Mode.OVERRUN) {
      overtime = overtime.plus(moved);
    }
    boolean working = now.state() == Mode.SPRINT || now.state() == Mode.OVERRUN;
    return new Countdown(
        now.elapsed().plus(moved),
        remaining,
        overtime,
        working ? now.sinceRest().plus(moved) : now.sinceRest());
  }
}
