package app.respite.domain.review;

import app.respite.domain.time.Interval;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Finds days quickly for records in order of time: remembers the day it found last. For one thread.
 */
final class DayFinder {
  private final DayCalendar calendar;
  private LocalDate day = LocalDate.MIN;
  private Interval whole = new Interval(Instant.EPOCH, Instant.EPOCH);

  DayFinder(DayCalendar calendar) {
    this.calendar = calendar;
  }

  /** See {@link DayCalendar#dayOf}. */
  LocalDate dayOf(Instant instant) {
    if (instant.isBefore(whole.start()) || !instant.isBefore(whole.end())) {
      day = calendar.dayOf(instant);
      whole = calendar.interval(day);
    }
    return day;
  }

  /**
   * The day a stretch of time ends in: that of its last moment, so that what ends at the stroke of
   * the boundary belongs to the day it was done in.
   */
  LocalDate dayOfEnd(Instant start, Instant end) {
    return dayOf(end.isAfter(start) ? end.minusNanos(1) : end);
  }

  /** The end of the day that was found last. */
  Instant endOfDay() {
    return whole.end();
  }
}
