package app.respite.coach.typed;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.Deadlines;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Days and times as users type them: {@code today}, {@code 2026-03-02}, {@code 09:30}. A bare clock
 * time belongs to a logical day, so that at 01:34 {@code 23:50} is an hour and a half ago and
 * {@code 00:10} is after it. What a clock change leaves open is decided here and told.
 */
public final class Moments {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  /** A bare end that lies before its start is meant for the next morning if that is no further. */
  private static final Duration ACROSS_THE_BOUNDARY = Duration.ofHours(12);

  private static final Pattern DAY_ALONE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|today", Pattern.CASE_INSENSITIVE);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final LogicalDays days;
  private final LocalDate today;
  private final Consumer<String> remarks;

  /**
   * Reads what is typed now.
   *
   * @param today the running logical day
   * @param remarks hears how a time was taken that the clock shows twice or not at all
   */
  public Moments(LogicalDays days, LocalDate today, Consumer<String> remarks) {
    this.days = days;
    this.today = today;
    this.remarks = remarks;
  }

  /** A day. */
  public LocalDate day(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "today" -> today;
      case "yesterday" -> today.minusDays(1);
      default ->
          read(() -> LocalDate.parse(text.strip()))
              .filter(day -> known(day.getYear()))
              .orElseThrow(
                  () -> wrong("'" + text + "' is no day; write 2026-03-02, today or yesterday"));
    };
  }

  /** When something has to be done: by the end of a logical day, or by a moment. */
  public Instant deadline(String text) {
    return DAY_ALONE.matcher(text.strip()).matches()
        ? Deadlines.endOf(day(text), days)
        : moment(text);
  }

  /** A deadline as it would be typed. */
  public String deadline(Instant deadline) {
    return Deadlines.text(deadline, days);
  }

  /** A moment: a time of the running day, a day and time, or one with its offset. */
  public Instant moment(String text) {
    return moment(text, today);
  }

  /** The same, where a bare time belongs to another logical day. */
  public Instant moment(String text, LocalDate day) {
    String typed = text.strip().replace(' ', 'T');
    Optional<OffsetDateTime> exact = read(() -> OffsetDateTime.parse(typed));
    if (exact.isPresent()) {
      return within(text, exact.get().toLocalDateTime(), exact.get().toInstant());
    }
    LocalDateTime local =
        read(() -> LocalDateTime.parse(typed))
            .or(() -> bare(typed).map(time -> on(day, time)))
            .orElseThrow(() -> noMoment(text));
    return within(text, local, instant(local));
  }

  /**
   * The end of what began at an instant: a bare time belongs to that day, or to the morning after
   * it where that is near.
   */
  public Instant end(String text, Instant start) {
    LocalDate day = days.dayOf(start);
    Optional<LocalTime> time = bare(text.strip());
    if (time.isPresent()) {
      LocalDateTime local = on(day, time.get());
      LocalDateTime later = on(day.plusDays(1), time.get());
      boolean before = !local.atZone(days.zone()).toInstant().isAfter(start);
      Instant next = later.atZone(days.zone()).toInstant();
      return instant(before && near(start, next) ? later : local);
    }
    return moment(text, day);
  }

  private static boolean near(Instant start, Instant end) {
    return Duration.between(start, end).compareTo(ACROSS_THE_BOUNDARY) <= 0;
  }

  private static Optional<LocalTime> bare(String typed) {
    return read(() -> LocalTime.parse(typed.length() == 4 ? "0" + typed : typed));
  }

  private LocalDateTime on(LocalDate day, LocalTime time) {
    return (time.isBefore(days.starts()) ? day.plusDays(1) : day).atTime(time);
  }

  /**
   * A time that does not exist moves on with the clock, of one that comes twice it is the first.
   */
  private Instant instant(LocalDateTime local) {
    ZoneId zone = days.zone();
    Instant taken = local.atZone(zone).toInstant();
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      remarks.accept(
          CLOCK.format(local)
              + " is left out on "
              + local.toLocalDate()
              + " in "
              + zone
              + ", where clocks go forward; taken as "
              + CLOCK.format(taken.atZone(zone)));
    } else if (offsets.size() > 1) {
      remarks.accept(
          CLOCK.format(local)
              + " comes twice on "
              + local.toLocalDate()
              + " in "
              + zone
              + ", where clocks go back; taken as the first, write "
              + local
              + offsets.getLast()
              + " for the second");
    }
    return taken;
  }

  private static Instant within(String text, LocalDateTime local, Instant at) {
    if (!known(local.getYear())) {
      throw wrong("'" + text + "' is out of the calendar; write a year from 1900 to 9999");
    }
    return at;
  }

  private static boolean known(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static <T> Optional<T> read(Supplier<T> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeException not) {
      return Optional.empty();
    }
  }

  private static CoachException noMoment(String text) {
    return wrong(
        "'" + text + "' is no moment; write 09:30, 2026-03-02T09:30 or 2026-03-02T09:30:00+01:00");
  }

  private static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
