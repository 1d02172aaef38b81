package app.respite.coach.words;

import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and names in the words of the screens; independent of the system's locale. */
public final class Phrases {
  /** The button that counts the minutes that nothing counted. */
  public static final String COUNT_THESE = "Count these minutes";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);

  private Phrases() {}

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

  /** What a kind of break is called. */
  public static String name(BreakKind kind) {
    return switch (kind) {
      case SHORT -> "short break";
      case LONG -> "long break";
      case REST -> "rest";
      case NATURAL -> "natural break";
    };
  }

  /** What a stretch of time is called that was spent so. */
  public static String name(SpanState state) {
    return switch (state) {
      case WORK -> "work";
      case BREAK -> "break";
      case NATURAL -> "natural rest";
      case IDLE -> "idle";
      case PAUSED -> "paused";
      case READY -> "ready";
      case AWAY -> "away";
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
      case LONGER_BREAK -> length == null ? "Make it longer" : "Make it " + Durations.words(length);
      case SHORTER_SPRINT ->
          length == null ? "Start a shorter one" : "Start " + Durations.words(length);
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
