package app.respite.domain.time;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time as people read and write them, each form by its name, the same in every locale.
 *
 * <p>What runs is cut to what has passed, as on a clock; what is left counts what has begun; what
 * is over is rounded half up.
 */
public final class Durations {
  /** The step to which what was measured is told. */
  public static final Duration MINUTE = Duration.ofMinutes(1);

  /** The step to which what is estimated or compared is told. */
  public static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** From this length on a length in whole hours is told in hours. */
  public static final Duration TOLD_IN_HOURS = Duration.ofHours(3);

  private static final Pattern PLAIN =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");

  private Durations() {}

  /**
   * Reads a length as it is typed, {@code 25m}, {@code 1h30m}, {@code 90s} or {@code 2d}, or in
   * ISO-8601, {@code PT25M}; empty where the text is none, or negative.
   */
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

  /** Time that is left, {@code 18:42} or {@code 1:02:05}; 0:00 only once nothing is left. */
  public static String left(Duration left) {
    return digits(left.isPositive() ? left.plusNanos(999_999_999) : Duration.ZERO);
  }

  /** Time that has passed, {@code 18:42} or {@code 1:02:05}. */
  public static String passed(Duration passed) {
    return digits(passed.isNegative() ? Duration.ZERO : passed);
  }

  /** Hours and minutes, {@code 1:40}, and seconds where there are some, {@code 1:40:30}. */
  public static String hours(Duration length) {
    String minutes =
        String.format(Locale.ROOT, "%d:%02d", length.toHours(), length.toMinutesPart());
    return length.toSecondsPart() == 0
        ? minutes
        : minutes + String.format(Locale.ROOT, ":%02d", length.toSecondsPart());
  }

  private static String digits(Duration length) {
    long hours = length.toHours();
    int minutes = length.toMinutesPart();
    return (hours == 0 ? "" : hours + (minutes < 10 ? ":0" : ":"))
        + minutes
        + (length.toSecondsPart() < 10 ? ":0" : ":")
        + length.toSecondsPart();
  }

  /** In words, {@code 30 s}, {@code 47 min}, {@code 1 h 12 min}; whole minutes from one on. */
  public static String words(Duration length) {
    long seconds = length.toSeconds();
    return seconds > 0 && seconds < 60 ? seconds + " s" : inWords(length.toMinutes());
  }

  /**
   * Exactly and in one unit where there is one that it is usually told in, {@code 30 s}, {@code 90
   * min}, {@code 8 h}; else as {@link #format}.
   */
  public static String oneUnit(Duration length) {
    long seconds = length.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (length.compareTo(TOLD_IN_HOURS) >= 0) {
      return seconds % 3600 == 0 ? seconds / 3600 + " h" : format(length);
    }
    return seconds % 60 == 0 ? minutes(length) : format(length);
  }

  /** In whole minutes however long it is, {@code 62 min}. */
  public static String minutes(Duration length) {
    return Math.max(0, length.toMinutes()) + " min";
  }

  /** As {@link #minutes}, of what is left: a minute that has begun counts. */
  public static String minutesLeft(Duration left) {
    return minutes(left.plus(MINUTE).minusNanos(1));
  }

  /**
   * To a step of whole minutes, {@code 1 h 35 min}; what is there but too short for the step is
   * {@code under 5 min}.
   */
  public static String rounded(Duration length, Duration step) {
    long steps = length.plus(step.dividedBy(2)).dividedBy(step);
    return steps <= 0 && length.isPositive()
        ? "under " + inWords(step.toMinutes())
        : inWords(steps * step.toMinutes());
  }

  /** Seconds to the minute, as {@link #rounded}. */
  public static String toTheMinute(long seconds) {
    return rounded(Duration.ofSeconds(seconds), MINUTE);
  }

  /** Hours of a calculation to five minutes, as {@link #rounded}. */
  public static String toFiveMinutes(double hours) {
    return rounded(ofHours(hours), FIVE_MINUTES);
  }

  /** The minutes nearest to a length. */
  public static long nearestMinutes(Duration length) {
    return length.plusSeconds(30).toMinutes();
  }

  /** Until something comes, {@code 3 days}, {@code 1 h 12 min}, and a minute at the least. */
  public static String ahead(Duration until) {
    return until.toDays() >= 2 ? until.toDays() + " days" : inWords(Math.max(1, until.toMinutes()));
  }

  /** Before a noun, {@code 10-minute}, {@code 90-second}. */
  public static String attribute(Duration length) {
    long seconds = length.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + "-minute" : seconds + "-second";
  }

  /** Hours of a calculation as a length, to the second. */
  public static Duration ofHours(double hours) {
    return Duration.ofSeconds(Math.round(hours * 3600));
  }

  private static String inWords(long minutes) {
    if (minutes < 60) {
      return Math.max(0, minutes) + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
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
