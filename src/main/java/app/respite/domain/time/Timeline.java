package app.respite.domain.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The coach's own time: the wall clock at the start, moved on by the boot clock. A wall clock that
 * jumps therefore changes neither a countdown nor a record (B7), and sleep and stalls show as gaps
 * between the clocks.
 *
 * @param anchor the instant at {@code anchorBoot}
 * @param anchorBoot the boot clock at the anchor
 * @param last the newest reading
 */
public record Timeline(Instant anchor, Duration anchorBoot, ClockReading last) {
  /** A sleep shorter than this is the clocks' own jitter. */
  private static final Duration JITTER = Duration.ofSeconds(2);

  /** A timeline that begins with the wall clock. */
  public static Timeline startingAt(ClockReading reading) {
    return new Timeline(reading.wall(), reading.boot(), reading);
  }

  /** The moment of the newest reading. */
  public Instant now() {
    return at(last);
  }

  /** The moment of a reading on this timeline. */
  public Instant at(ClockReading reading) {
    return anchor.plus(reading.boot().minus(anchorBoot));
  }

  /**
   * Moves on to a reading that came within the rhythm of ticks: nothing but the newest reading
   * changes. A boot clock that went backwards counts as having stood still.
   */
  public Timeline ticked(ClockReading reading) {
    if (reading.boot().compareTo(last.boot()) < 0) {
      return this;
    }
    return new Timeline(anchor, anchorBoot, reading);
  }

  /**
   * Moves on to a reading and tells what lay between.
   *
   * @param tick the longest time awake between two readings; more is a stall
   */
  public Advance advance(ClockReading reading, Duration tick) {
    Timeline next = ticked(reading);
    Duration boot = next.last.boot().minus(last.boot());
    Duration awake = reading.monotonic().minus(last.monotonic());
    Duration slept = boot.minus(awake);
    Instant from = now();
    Instant to = next.now();
    if (slept.compareTo(JITTER) > 0) {
      // Time awake before the sleep is at most a tick; the sleep is put at the end of the gap.
      Instant start = Interval.later(from, to.minus(slept));
      return new Advance(next, new Gap(GapCause.SUSPEND, new Interval(start, to)));
    }
    if (awake.compareTo(tick) > 0) {
      return new Advance(next, new Gap(GapCause.GAP, new Interval(from, to)));
    }
    return new Advance(next, null);
  }

  /**
   * How far the wall clock has moved away from this timeline; positive where the wall clock is
   * ahead.
   */
  public Duration wallDrift() {
    return Duration.between(now(), last.wall());
  }

  /** A stretch without ticks, and its cause. */
  public record Gap(GapCause cause, Interval interval) {}

  /** The timeline moved on, and the gap on the way, if there was one. */
  public record Advance(Timeline timeline, @Nullable Gap gap) {}
}
