package app.respite.coach.words;

import app.respite.coach.port.Update;
import app.respite.domain.day.Event;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.text.EnumWords;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.HoldReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened and what is, in a person's words, a line each: for terminals. */
public final class Sentences {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ZoneId zone;

  /** With the times of day of a zone. */
  public Sentences(ZoneId zone) {
    this.zone = zone;
  }

  /** One event; empty where it needs no words. */
  public String of(Event event) {
    return switch (event) {
      case Event.SprintStarted started ->
          "Sprint started: "
              + started.task()
              + (started.planned() == null
                  ? ", counting up."
                  : ", " + length(started.planned()) + ".");
      case Event.SprintPaused paused -> "Paused" + until(paused.until()) + ".";
      case Event.SprintResumed resumed -> "Going on.";
      case Event.SprintEnded ended ->
          "Sprint of "
              + ended.task()
              + " ended: "
              + measured(ended.active())
              + " of work, "
              + EnumWords.of(ended.outcome())
              + ".";
      case Event.TaskSwitched switched -> "Now on " + switched.to() + ".";
      case Event.BreakWarned warned ->
          "A " + kind(warned.kind()) + " in " + length(warned.in()) + ".";
      case Event.BreakDue due ->
          "Time for a "
              + kind(due.kind())
              + " of "
              + length(due.length())
              + (due.reason().isEmpty() ? "." : ": " + due.reason() + ".");
      case Event.BreakDeferred deferred ->
          "A " + kind(deferred.kind()) + " is due and held back (" + hold(deferred.reason()) + ").";
      case Event.BreakVoid gone ->
          "The " + kind(gone.kind()) + " is no longer due: " + gone.reason() + ".";
      case Event.BreakPostponed put ->
          "The " + kind(put.kind()) + " comes back in " + length(put.for_()) + ".";
      case Event.BreakSkipped skipped -> "Skipped the " + kind(skipped.kind()) + ".";
      case Event.SkipGated gated ->
          "That would be "
              + (gated.inARow() + 1)
              + " skipped in a row. Skip again within 30s to do it.";
      case Event.BreakStarted started ->
          capital(kind(started.kind())) + " of " + length(started.length()) + " started.";
      case Event.BreakEnded ended ->
          capital(kind(ended.kind())) + " over after " + measured(ended.taken()) + ".";
      case Event.NaturalBreak rest ->
          "A natural break from "
              + clock(rest.start())
              + " to "
              + clock(rest.end())
              + ", credited.";
      case Event.IdleAsked asked ->
          "You were away from "
              + clock(asked.since())
              + " to "
              + clock(asked.until())
              + "; counted as rest unless you say otherwise.";
      case Event.Away away ->
          "Away from "
              + clock(away.start())
              + " to "
              + clock(away.end())
              + " ("
              + EnumWords.of(away.cause())
              + ").";
      case Event.QuietBegan quiet -> "Quiet" + until(quiet.until()) + ".";
      case Event.QuietEnded ended -> "Quiet is over.";
      case Event.MeetingBegan meeting -> "In a meeting" + until(meeting.until()) + ".";
      case Event.MeetingEnded ended -> "The meeting is over.";
      case Event.DayLimit limit ->
          "You have worked " + measured(limit.worked()) + " today, as much as you wanted.";
      case Event.DayRolled rolled -> "A new day: " + rolled.day() + ".";
      case Event.Recovered found ->
          "Found a sprint of "
              + found.task()
              + " open; at most "
              + length(found.lostAtMost())
              + " of it is lost.";
      case Event.Advice advice -> advice.sentence();
      case Event.Refused refused -> "Not now: " + refused.reason() + ".";
      case Event.IdleBegan began -> "";
      case Event.IdleEnded ended -> "";
      case Event.Summary summary -> "";
    };
  }

  /**
   * The newest thing to tell, in one line. What is advised at one moment stands together, or only
   * the last of it would be seen.
   *
   * @param before what it is where nothing that happened needs words
   */
  public String newest(List<Event> happened, String before) {
    String newest = before;
    boolean advised = false;
    for (Event told : happened) {
      String line = of(told);
      if (!line.isEmpty()) {
        boolean advice = told instanceof Event.Advice;
        newest = advice && advised ? newest + " " + line : line;
        advised = advice;
      }
    }
    return newest;
  }

  /** The state, in one line. */
  public String status(Update update) {
    Snapshot now = update.snapshot();
    List<String> parts = new ArrayList<>();
    parts.add(state(now));
    if (now.state() != Snapshot.Mode.OFF || !now.sinceRest().isZero()) {
      parts.add(Durations.minutes(now.sinceRest()) + " since the last rest");
    }
    DueBreak due = now.due();
    if (due != null) {
      parts.add(due(due));
    }
    if (!now.reason().isEmpty() && !now.reason().equalsIgnoreCase(now.state().name())) {
      parts.add(now.reason());
    }
    if (now.countFrom() != null) {
      String since = clock(now.countFrom());
      parts.add("not counted since " + since + " (respite start --since " + since + ")");
    }
    asked(now).ifPresent(parts::add);
    if (now.suggestion() != null) {
      parts.add("Suggested: " + now.suggestion().sentence() + " (respite take, respite dismiss)");
    }
    if (!update.presenceKnown() && !now.reason().startsWith("Timer only")) {
      parts.add("Timer only: no idle source");
    }
    if (!update.trouble().isEmpty()) {
      parts.add(update.trouble());
    }
    return String.join(" - ", parts);
  }

  /** What the coach asks beside the sprints, and how it is answered. */
  private static Optional<String> asked(Snapshot now) {
    return now.questions()
        .first()
        .map(
            question ->
                switch (question) {
                  case BEFORE ->
                      "How tired are you before this sprint? check-in --before --fatigue";
                  case EVENING -> "How tired are you at the day's end? check-in --fatigue";
                  case BURNOUT -> "The two-weekly question is open: check-in --burnout";
                  case SPRINT -> "How was that sprint? check-in";
                });
  }

  /** What is going on, in a few words. */
  public String state(Snapshot now) {
    String task = now.task() == null ? "" : now.task();
    return switch (now.state()) {
      case OFF -> "No session" + (task.isEmpty() ? "" : ", last task " + task);
      case SPRINT ->
          now.remaining() == null
              ? task + ": " + Durations.passed(now.elapsed()) + " in flow"
              : task
                  + ": "
                  + left(now.remaining())
                  + " left of "
                  + (now.planned() == null ? "" : Durations.words(now.planned()))
                  + ", sprint "
                  + now.sprintInSet()
                  + " of "
                  + now.perSet();
      case OVERRUN -> task + ": the sprint is over, work goes on";
      case PAUSED -> task + ": paused";
      case BREAK ->
          now.overtime().isPositive()
              ? "On a break, " + Durations.words(now.overtime()) + " over"
              : "On a break, " + left(now.remaining()) + " left";
      case READY -> task + ": ready when you are";
    };
  }

  /** A break that is due, in a few words. */
  public String due(DueBreak due) {
    String kind = kind(due.kind());
    return switch (due.state()) {
      case WARNED -> kind + " at " + clock(due.since());
      case DUE -> kind + " of " + Durations.words(due.length()) + " is due";
      case POSTPONED -> kind + " postponed" + (due.at() == null ? "" : " to " + clock(due.at()));
      case HELD -> kind + " held back";
    };
  }

  /** The break to come, in a few words. */
  public String next(Snapshot.NextBreak next) {
    return "next: " + kind(next.kind()) + " at " + clock(next.at());
  }

  /** Whether a break waits for an answer. */
  public static boolean asks(Snapshot now) {
    DueBreak due = now.due();
    return due != null && due.state() == DueState.DUE;
  }

  /** A time of day. */
  public String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  private String until(@Nullable Instant until) {
    return until == null ? "" : " until " + clock(until);
  }

  private static String kind(BreakKind kind) {
    return kind == BreakKind.REST ? "rest break" : EnumWords.of(kind) + " break";
  }

  private static String hold(HoldReason reason) {
    return switch (reason) {
      case QUIET -> "quiet";
      case MEETING -> "in a meeting";
      case DND -> "do not disturb";
      case FULL_SCREEN -> "full screen";
      case LOCK -> "screen locked";
      case WORK_HOURS -> "outside working hours";
    };
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What was chosen or is to come. */
  private static String length(Duration length) {
    return Durations.words(length);
  }

  /** What is over. */
  private static String measured(Duration length) {
    return Durations.rounded(length, Durations.MINUTE);
  }

  private static String left(@Nullable Duration left) {
    return left == null ? "" : Durations.left(left);
  }
}
