package app.respite.coach.port.desktop;

import java.time.Duration;

/** How closely the desktop is watched: no more often than the moment needs. */
public enum Attention {
  /** No session runs. */
  RELAXED(Duration.ofSeconds(60)),
  /** A session runs. */
  WORKING(Duration.ofSeconds(12)),
  /** A prompt waits for the hands to stop, or a break for them to stay still. */
  CLOSE(Duration.ofSeconds(2));

  private final Duration still;

  Attention(Duration still) {
    this.still = still;
  }

  /** Without input for this long it is told that the hands are still. */
  public Duration still() {
    return still;
  }
}
