package app.respite.domain.setting;

import app.respite.domain.time.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of the week in which prompts may come: {@code mon-fri 09:00-18:00, sat 22:00-02:00}. A
 * range of hours that ends before it begins runs into the next day. No ranges at all means always.
 */
public record WorkHours(List<Range> ranges) {
  /** Always. */
  public static final WorkHours ALWAYS = new WorkHours(List.of());

  private static final Pattern RANGE =
      Pattern.compile(
          "(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))?\\s+"
              + "([01]\\d|2[0-3]):([0-5]\\d)\\s*-\\s*([01]\\d|2[0-3]):([0-5]\\d)");

  /** Days and hours of one stretch. */
  public record Range(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {
    boolean covers(DayOfWeek day) {
      int span = Math.floorMod(last.getValue() - first.getValue(), 7);
      return Math.floorMod(day.getValue() - first.getValue(), 7) <= span;
    }

    @Override
    public String toString() {
      String days = name(first) + (first == last ? "" : "-" + name(last));
      return days + " " + from + "-" + to;
    }

    private static String name(DayOfWeek day) {
      return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
  }

  public WorkHours {
    ranges = List.copyOf(ranges);
  }

  /** Reads hours; empty text is {@link #ALWAYS}, a text that is none gives nothing. */
  public static Optional<WorkHours> parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    if (trimmed.isEmpty()) {
      return Optional.of(ALWAYS);
    }
    List<Range> ranges = new ArrayList<>();
    for (String part : trimmed.split(",", -1)) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        return Optional.empty();
      }
      DayOfWeek first = day(range.group(1));
      DayOfWeek last = range.group(2) == null ? first : day(range.group(2));
      LocalTime from = time(range.group(3), range.group(4));
      LocalTime to = time(range.group(5), range.group(6));
      if (from.equals(to)) {
        return Optional.empty();
      }
      ranges.add(new Range(first, last, from, to));
    }
    return Optional.of(new WorkHours(ranges));
  }

  private static DayOfWeek day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (Range.name(day).equals(name)) {
        return day;
      }
    }
    throw new IllegalStateException("no day of the week: " + name);
  }

  private static LocalTime time(String hour, String minute) {
    return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
  }

  /** Whether prompts may come at an instant. */
  public boolean open(Instant at, ZoneId zone) {
    if (ranges.isEmpty()) {
      return true;
    }
    LocalDate today = at.atZone(zone).toLocalDate();
    return around(today, zone).stream()
        .anyMatch(open -> !at.isBefore(open.start()) && at.isBefore(open.end()));
  }

  /**
   * The next instant after {@code at} at which {@link #open} changes; empty where it never does.
   */
  public Optional<Instant> nextChange(Instant at, ZoneId zone) {
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    boolean now = open(at, zone);
    LocalDate today = at.atZone(zone).toLocalDate();
    return List.of(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8).stream()
        .flatMap(days -> around(today.plusDays(days), zone).stream())
        .flatMap(open -> List.of(open.start(), open.end()).stream())
        .filter(edge -> edge.isAfter(at) && open(edge, zone) != now)
        .min(Instant::compareTo);
  }

  private List<Interval> around(LocalDate today, ZoneId zone) {
    List<Interval> found = new ArrayList<>();
    for (LocalDate day : List.of(today.minusDays(1), today)) {
      for (Range range : ranges) {
        if (range.covers(day.getDayOfWeek())) {
          LocalDate lastDay = range.to().isAfter(range.from()) ? day : day.plusDays(1);
          Instant from = day.atTime(range.from()).atZone(zone).toInstant();
          Instant to = lastDay.atTime(range.to()).atZone(zone).toInstant();
          if (to.isAfter(from)) {
            found.add(new Interval(from, to));
          }
        }
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return String.join(", ", ranges.stream().map(Range::toString).toList());
  }
}
