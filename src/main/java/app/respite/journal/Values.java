package app.respite.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values stand in the tables; the first migration says it in full. */
final class Values {
  private static final long NANOS = 1_000_000_000L;

  private Values() {}

  /**
   * Values as SQLite keeps them.
   *
   * @throws IllegalArgumentException for a time before 1678 or after 2261
   */
  static List<@Nullable Object> toSql(@Nullable Object... values) {
    List<@Nullable Object> kept = new ArrayList<>(values.length);
    for (Object value : values) {
      kept.add(toSql(value));
    }
    return kept;
  }

  private static @Nullable Object toSql(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> nanos(instant);
      case String text -> text;
      case Integer number -> number;
      case Long number -> number;
      default -> throw new IllegalArgumentException("no column for " + value.getClass());
    };
  }

  static long nanos(Instant instant) {
    try {
      return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the journal keeps times from 1678 to 2261 only, not " + instant, e);
    }
  }

  /** Like {@link #nanos}; times too early or too late to be kept give the earliest or latest. */
  static long nearestNanos(Instant instant) {
    if (instant.isBefore(Instant.ofEpochSecond(0, Long.MIN_VALUE))) {
      return Long.MIN_VALUE;
    }
    return instant.isAfter(Instant.ofEpochSecond(0, Long.MAX_VALUE))
        ? Long.MAX_VALUE
        : nanos(instant);
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }
}
