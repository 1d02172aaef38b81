package app.respite.domain.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time, start included, end excluded; may be empty. An end before the start is refused
 * as a programming error.
 */
public record Interval(Instant start, Instant end) {
  public Interval {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("interval ends " + end + " before it starts " + start);
    }
  }

  /** Its length. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** Whether it has no length. */
  public boolean isEmpty() {
    return start.equals(end);
  }

  /** Whether the two share more than an edge. */
  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** What is left of it outside another, in order: nothing, one part or two. */
  public List<Interval> without(Interval other) {
    if (!overlaps(other)) {
      return List.of(this);
    }
    List<Interval> left = new ArrayList<>();
    if (start.isBefore(other.start)) {
      left.add(new Interval(start, other.start));
    }
    if (other.end.isBefore(end)) {
      left.add(new Interval(other.end, end));
    }
    return left;
  }

  /** The shared part; empty at the later start where they share none. */
  public Interval clip(Interval other) {
    Instant from = later(start, other.start);
    Instant to = earlier(end, other.end);
    return to.isBefore(from) ? new Interval(from, from) : new Interval(from, to);
  }

  /** The later of two instants. */
  public static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** The earlier of two instants. */
  public static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
