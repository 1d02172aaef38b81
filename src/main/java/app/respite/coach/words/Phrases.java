package app.respite.coach.words;

import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times, lengths and counts in the words of the screens; independent of the system's locale. */
public final class Phrases {
  /** The button that counts the minutes that nothing counted. */
  public static final String COUNT_THESE = "Count these minutes";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);

  private Phrases() {}

  /** Time that is left, {@code 18:42} or {@code 1:02:05}; 0:00 only once nothing is left. */
  public static String left(Duration left) {
    return digits(left.isPositive() ? left.plusNanos(999_999_999) : Duration.ZERO);
  }

  /** Time that has passed, {@code 18:42} or {@code 1:02:05}. */
  public static String passed(Duration passed) {
    return digits(passed.isNegative() ? Duration.ZERO : passed);
  }

  private static String digits(Duration length) {
    long hours = length.toHours();
    int minutes = length.toMinutesPart();
    int seconds = length.toSecondsPart();
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds)
        : String.format(Locale.ROOT, "%d:%02d", minutes, seconds);
  }

  /** A length in words: {@code 30 s}, {@code 47 min}, {@code 1 h 12 min}. */
  public static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds == 0) {
      return "0 min";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /** A length in whole minutes however long it is, {@code 62 min}. */
  public static String minutes(Duration length) {
    return Math.max(0, length.toMinutes()) + " min";
  }

  /** A length as an attribute: {@code 10-minute}, {@code 90-second}. */
  public static String attribute(Duration length) {
    long seconds = length.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + "-minute" : seconds + "-second";
  }

  /** The time of day, {@code 10:35}. */
  public static String clock(Instant at, ZoneId zone) {
    return CLOCK.format(at.atZone(zone));
  }

  /**
   * Names the zone of what is shown where its clock is not this machine's; else empty.
   *
   * @param zone what is shown is told in it
   * @param here this machine's
   */
  public static String elsewhere(ZoneId zone, ZoneId here, Instant at) {
    return zone.getRules().getOffset(at).equals(here.getRules().getOffset(at))
        ? ""
        : "times in " + zone;
  }

  /** The time of day to the nearest five minutes, for what is only about then. */
  public static String about(Instant at, ZoneId zone) {
    return AdviceWords.around(at, zone);
  }

  /** The day, {@code Mon 2 March}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A count and its noun: {@code 1 sprint}, {@code 3 sprints}. */
  public static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /** What a kind of break is called. */
  public static String name(BreakKind kind) {
    return switch (kind) {
      case SHORT -> "short break";
      case LONG -> "long break";
      case REST -> "rest";
      case NATURAL -> "natural break";
    };
  }

  /**
   * What taking a suggestion does, as a button says it.
   *
   * @param task the name of the task it is about, null where it is about none or is not known
   */
  public static String taking(Suggestion suggestion, @Nullable String task) {
    Duration length = suggestion.length();
    return switch (suggestion.kind()) {
      case LONGER_BREAK -> length == null ? "Make it longer" : "Make it " + length(length);
      case SHORTER_SPRINT -> length == null ? "Start a shorter one" : "Start " + length(length);
      case OTHER_TASK -> task == null ? "Start that task" : "Start " + task;
      case ENOUGH -> "Stop for today";
    };
  }

  /** With its first letter in upper case. */
  public static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
