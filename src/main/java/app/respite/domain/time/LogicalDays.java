package app.respite.domain.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The user's days: a day begins at {@code starts} (04:00 unless set) local time, so that work at
 * 01:30 belongs to the evening before. Lengths follow the zone: a day with a daylight-saving change
 * has 23 or 25 hours.
 */
public record LogicalDays(ZoneId zone, LocalTime starts) {
  /** The logical day an instant belongs to. */
  public LocalDate dayOf(Instant instant) {
    LocalDate calendar = instant.atZone(zone).toLocalDate();
    LocalDate day = instant.isBefore(startOf(calendar)) ? calendar.minusDays(1) : calendar;
    // A zone that skipped or repeated a whole date may be one off on either side.
    while (!instant.isBefore(startOf(day.plusDays(1)))) {
      day = day.plusDays(1);
    }
    while (instant.isBefore(startOf(day))) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The first instant of a logical day; in a daylight-saving gap the instant the gap ends. */
  public Instant startOf(LocalDate day) {
    return day.atTime(starts).atZone(zone).toInstant();
  }

  /** The Monday a day's week begins with. */
  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The whole of a logical day. */
  public Interval interval(LocalDate day) {
    return new Interval(startOf(day), startOf(day.plusDays(1)));
  }

  /** The first day boundary strictly after an instant. */
  public Instant nextBoundary(Instant instant) {
    LocalDate day = dayOf(instant).plusDays(1);
    Instant boundary = startOf(day);
    while (!boundary.isAfter(instant)) {
      day = day.plusDays(1);
      boundary = startOf(day);
    }
    return boundary;
  }
}
