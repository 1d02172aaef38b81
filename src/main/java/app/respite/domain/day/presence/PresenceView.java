package app.respite.domain.day.presence;

import app.respite.domain.day.presence.PresenceState.IdleQuestion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask of presence. */
public interface PresenceView {
  /** The last input, while there is none; null while there is. */
  @Nullable Instant handsOff();

  /** Since when the screen is locked, or null. */
  @Nullable Instant locked();

  /** Start of the gap that is open, or null. */
  @Nullable Instant gap();

  /** Whether the open gap was said to count. */
  boolean declared();

  /** Whether anything tells of input at all. */
  boolean known();

  /** The idle stretch that is asked about, or null. */
  @Nullable IdleQuestion question();

  /**
   * Whether nobody is there: the open gap has lasted long enough to count. What lies inside a sleep
   * or stall is looked at from its end, where it is known how long it was.
   */
  boolean absent();

  /** Whether nobody has been there for at least a time. */
  boolean absentFor(Duration time);

  /**
   * Up to when time is known to be work: where a gap has lasted long enough to count, its start.
   */
  Instant sure();

  /** Since when nobody has touched anything, or could have; null while somebody does. */
  @Nullable Instant stillSince();
}
