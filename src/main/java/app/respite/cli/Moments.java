package app.respite.cli;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Days and times as users type them: {@code today}, {@code 2026-03-02}, {@code 09:30}. */
final class Moments {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private final LocalDate today;
  private final ZoneId zone;

  Moments(LocalDate today, ZoneId zone) {
    this.today = today;
    this.zone = zone;
  }

  /** A day. */
  LocalDate day(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "today" -> today;
      case "yesterday" -> today.minusDays(1);
      default ->
          read(() -> LocalDate.parse(text.strip()))
              .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
              .orElseThrow(
                  () -> wrong("'" + text + "' is no day; write 2026-03-02, today or yesterday"));
    };
  }

  /** A moment: a time of today, a day and time, or one with its offset. */
  Instant moment(String text) {
    String typed = text.strip().replace(' ', 'T');
    return read(() -> OffsetDateTime.parse(typed).toInstant())
        .or(() -> read(() -> LocalDateTime.parse(typed).atZone(zone).toInstant()))
        .or(() -> read(() -> today.atTime(LocalTime.parse(typed)).atZone(zone).toInstant()))
        .orElseThrow(
            () ->
                wrong(
                    "'"
                        + text
                        + "' is no moment; write 09:30, 2026-03-02T09:30 or"
                        + " 2026-03-02T09:30:00+01:00"));
  }

  private static <T> Optional<T> read(Supplier<T> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeException not) {
      return Optional.empty();
    }
  }

  private static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
