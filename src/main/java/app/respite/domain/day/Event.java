package app.respite.domain.day;

import app.respite.domain.time.GapCause;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the coach says happened. Names and fields are public surface (docs/contract.md): the name is
 * the record's own in lower case with hyphens, the fields are its components; a trailing
 * underscore, there because of Java's keywords, is not part of a name.
 */
public sealed interface Event {
  record SprintStarted(String task, @Nullable Duration planned) implements Event {}

  record SprintPaused(@Nullable Instant until) implements Event {}

  record SprintResumed() implements Event {}

  record SprintEnded(
      String task, SprintOutcome outcome, Duration active, Instant start, Instant end)
      implements Event {}

  record TaskSwitched(@Nullable String from, String to) implements Event {}

  record BreakWarned(BreakKind kind, Duration in) implements Event {}

  record BreakDue(BreakKind kind, String reason, Duration length) implements Event {}

  record BreakDeferred(BreakKind kind, HoldReason reason) implements Event {}

  record BreakVoid(BreakKind kind, String reason) implements Event {}

  record BreakPostponed(BreakKind kind, Duration for_, int count) implements Event {}

  record BreakSkipped(BreakKind kind, int inARow) implements Event {}

  record SkipGated(BreakKind kind, int inARow) implements Event {}

  record BreakStarted(BreakKind kind, Route route, Duration length) implements Event {}

  record BreakEnded(BreakKind kind, Duration taken, boolean credited, Duration overtime)
      implements Event {}

  record NaturalBreak(Instant start, Instant end) implements Event {}

  record IdleBegan(Instant since) implements Event {}

  record IdleEnded(Instant since, Instant until) implements Event {}

  record IdleAsked(Instant since, Instant until) implements Event {}

  record Away(GapCause cause, Instant start, Instant end) implements Event {}

  record QuietBegan(@Nullable Instant until) implements Event {}

  record QuietEnded() implements Event {}

  record MeetingBegan(@Nullable Instant until) implements Event {}

  record MeetingEnded() implements Event {}

  record DayLimit(Duration worked) implements Event {}

  record DayRolled(LocalDate day) implements Event {}

  record Recovered(String task, Duration lostAtMost) implements Event {}

  record Advice(Kind kind, @Nullable Duration for_, String sentence) implements Event {
    /** What an advice is about. */
    public enum Kind {
      /** Time that nothing counts, and an offer to count it. */
      START,
      /** A rest that moved, or one that is wanted after time that nothing counted. */
      REST,
      /** A break that runs goes on for longer. */
      TIRED,
      /** The week's limit is reached. */
      WEEK_LIMIT,
      /** {@link app.respite.domain.fatigue.Suggestion.Kind#LONGER_BREAK}. */
      LONGER_BREAK,
      /** {@link app.respite.domain.fatigue.Suggestion.Kind#SHORTER_SPRINT}. */
      SHORTER_SPRINT,
      /** {@link app.respite.domain.fatigue.Suggestion.Kind#OTHER_TASK}. */
      OTHER_TASK,
      /** {@link app.respite.domain.fatigue.Suggestion.Kind#ENOUGH}. */
      ENOUGH,
      /** Where to turn when weeks have been hard. */
      SUPPORT,
      /** The day seems over, and can be looked at. */
      EVENING,
      /** Hours that have to be reported soon; said with the evening's offer. */
      HOURS,
      /** An open state that could not be read was put aside. */
      SET_ASIDE
    }
  }

  record Refused(String do_, String reason) implements Event {}

  /** The last line of a simulation. */
  record Summary(
      long workSeconds,
      long breakSeconds,
      long naturalRestSeconds,
      long idleSeconds,
      long pausedSeconds,
      long readySeconds,
      long awaySeconds,
      long sinceRestSeconds,
      int sprintsCompleted,
      int sprintsPartial,
      int breaksTaken,
      int breaksSkipped,
      int breaksPostponed)
      implements Event {}

  /** The event's public name, such as {@code sprint-started}. */
  default String name() {
    return name(getClass());
  }

  /** The public name of events of a type. */
  static String name(Class<?> type) {
    return type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
