package app.respite.domain.review;

import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The user's logical days through all zones travelled.
 *
 * <p>A day begins at the first moment at which the zone in force then says it is {@code starts} of
 * that date or later, and it begins once: flying west makes the running day longer, flying east
 * makes it shorter, and no day comes twice. Before the first known zone change its zone counts;
 * where none is known, the zone given.
 */
public final class DayCalendar {
  private record Stay(Instant from, Instant to, LogicalDays days) {}

  private final List<Stay> stays;

  private DayCalendar(List<Stay> stays) {
    this.stays = List.copyOf(stays);
  }

  /** A calendar by the zones recorded. */
  public static DayCalendar of(List<ZoneChange> changes, ZoneId fallback, LocalTime starts) {
    if (changes.isEmpty()) {
      LogicalDays days = new LogicalDays(fallback, starts);
      return new DayCalendar(List.of(new Stay(Instant.MIN, Instant.MAX, days)));
    }
    List<ZoneChange> ordered = new ArrayList<>(changes);
    ordered.sort(Comparator.comparing(ZoneChange::at).thenComparing(ZoneChange::id));
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Instant from = i == 0 ? Instant.MIN : ordered.get(i).at();
      Instant to = i + 1 == ordered.size() ? Instant.MAX : ordered.get(i + 1).at();
      if (to.isAfter(from)) {
        stays.add(new Stay(from, to, new LogicalDays(ordered.get(i).zone(), starts)));
      }
    }
    return new DayCalendar(stays);
  }

  /** The zone in force at an instant. */
  public ZoneId zoneAt(Instant instant) {
    for (int i = stays.size() - 1; i > 0; i--) {
      if (!instant.isBefore(stays.get(i).from())) {
        return stays.get(i).days().zone();
      }
    }
    return stays.getFirst().days().zone();
  }

  /** The first instant of a day. */
  public Instant startOf(LocalDate day) {
    for (Stay stay : stays) {
      Instant start = Interval.later(stay.from(), stay.days().startOf(day));
      if (start.isBefore(stay.to())) {
        return start;
      }
    }
    return Instant.MAX;
  }

  /** The whole of a day; empty where the zone left the date out. */
  public Interval interval(LocalDate day) {
    return new Interval(startOf(day), startOf(day.plusDays(1)));
  }

  /** The first instant of one day up to the last of another. */
  public Interval interval(LocalDate from, LocalDate to) {
    return new Interval(startOf(from), startOf(to.plusDays(1)));
  }

  /** The day an instant belongs to. */
  public LocalDate dayOf(Instant instant) {
    LocalDate latest = LocalDate.MIN;
    for (Stay stay : stays) {
      if (instant.isBefore(stay.from())) {
        break;
      }
      Instant lastThere = instant.isBefore(stay.to()) ? instant : stay.to().minusNanos(1);
      LocalDate day = stay.days().dayOf(lastThere);
      latest = day.isAfter(latest) ? day : latest;
    }
    return latest;
  }
}
