package app.respite.domain.time;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as people write them: {@code 25m}, {@code 1h30m}, {@code 90s}, {@code 2d}, or ISO-8601
 * ({@code PT25M}).
 *
 * <p>Never negative. Independent of the locale.
 */
public final class Durations {
  private static final Pattern PLAIN =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");

  private Durations() {}

  /** Reads a duration; empty where the text is none, or negative. */
  public static Optional<Duration> parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    if (trimmed.isEmpty()) {
      return Optional.empty();
    }
    Matcher plain = PLAIN.matcher(trimmed);
    if (plain.matches()) {
      return Optional.of(
          Duration.ofDays(part(plain.group(1)))
              .plusHours(part(plain.group(2)))
              .plusMinutes(part(plain.group(3)))
              .plusSeconds(part(plain.group(4))));
    }
    try {
      Duration iso = Duration.parse(trimmed);
      return iso.isNegative() ? Optional.empty() : Optional.of(iso);
    } catch (DateTimeParseException | ArithmeticException notIso) {
      return Optional.empty();
    }
  }

  private static long part(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /**
   * Writes the shortest plain form that {@link #parse} reads back: {@code 1h30m}, {@code 0s}; part
   * seconds are cut.
   */
  public static String format(Duration duration) {
    if (duration.toSeconds() == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), 'h');
    append(text, duration.toMinutesPart(), 'm');
    append(text, duration.toSecondsPart(), 's');
    return text.toString();
  }

  private static void append(StringBuilder text, long amount, char unit) {
    if (amount != 0) {
      text.append(amount).append(unit);
    }
  }

  /** The shorter of two. */
  public static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** The longer of two. */
  public static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Whether {@code a} is at least {@code b}. */
  public static boolean atLeast(Duration a, Duration b) {
    return a.compareTo(b) >= 0;
  }
}
