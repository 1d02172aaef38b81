package app.respite.domain.work;

import app.respite.domain.time.LogicalDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Until when something has to be done. A day alone means the end of that logical day, so that work
 * after midnight is still in time, and is told as that day again.
 */
public final class Deadlines {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Deadlines() {}

  /** The deadline of a logical day. */
  public static Instant endOf(LocalDate day, LogicalDays days) {
    return days.interval(day).end();
  }

  /**
   * A deadline as it would be typed: the day where it is the end of one, {@code 2026-12-04}, else
   * the moment, {@code 2026-12-04 18:00}.
   */
  public static String text(Instant deadline, LogicalDays days) {
    LocalDate day = days.dayOf(deadline.minusNanos(1));
    return endOf(day, days).equals(deadline)
        ? day.toString()
        : MOMENT.format(deadline.atZone(days.zone()));
  }
}
