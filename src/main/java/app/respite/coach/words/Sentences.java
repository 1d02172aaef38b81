package app.respite.coach.words;

import app.respite.coach.port.Fields;
import app.respite.coach.port.Told;
import app.respite.coach.port.Update;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.time.Durations;
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
  public String of(Told told) {
    Fields f = new Fields(told.fields());
    return switch (told.event()) {
      case "sprint-started" ->
          "Sprint started: "
              + f.text("task")
              + (f.durationOrNull("planned") == null
                  ? ", counting up."
                  : ", " + length(f, "planned") + ".");
      case "sprint-paused" -> "Paused" + until(f) + ".";
      case "sprint-resumed" -> "Going on.";
      case "sprint-ended" ->
          "Sprint of "
              + f.text("task")
              + " ended: "
              + measured(f, "active")
              + " of work, "
              + f.text("outcome")
              + ".";
      case "task-switched" -> "Now on " + f.text("to") + ".";
      case "break-warned" -> "A " + kind(f) + " in " + length(f, "in") + ".";
      case "break-due" ->
          "Time for a "
              + kind(f)
              + " of "
              + length(f, "length")
              + (f.text("reason").isEmpty() ? "." : ": " + f.text("reason") + ".");
      case "break-deferred" ->
          "A " + kind(f) + " is due and held back (" + hold(f.text("reason")) + ").";
      case "break-void" -> "The " + kind(f) + " is no longer due: " + f.text("reason") + ".";
      case "break-postponed" -> "The " + kind(f) + " comes back in " + length(f, "for") + ".";
      case "break-skipped" -> "Skipped the " + kind(f) + ".";
      case "skip-gated" ->
          "That would be "
              + (f.number("inARow") + 1)
              + " skipped in a row. Skip again within 30s to do it.";
      case "break-started" -> capital(kind(f)) + " of " + length(f, "length") + " started.";
      case "break-ended" -> capital(kind(f)) + " over after " + measured(f, "taken") + ".";
      case "natural-break" ->
          "A natural break from " + clock(f, "start") + " to " + clock(f, "end") + ", credited.";
      case "idle-asked" ->
          "You were away from "
              + clock(f, "since")
              + " to "
              + clock(f, "until")
              + "; counted as rest unless you say otherwise.";
      case "away" ->
          "Away from "
              + clock(f, "start")
              + " to "
              + clock(f, "end")
              + " ("
              + f.text("cause")
              + ").";
      case "quiet-began" -> "Quiet" + until(f) + ".";
      case "quiet-ended" -> "Quiet is over.";
      case "meeting-began" -> "In a meeting" + until(f) + ".";
      case "meeting-ended" -> "The meeting is over.";
      case "day-limit" ->
          "You have worked " + measured(f, "worked") + " today, as much as you wanted.";
      case "day-rolled" -> "A new day: " + f.text("day") + ".";
      case "recovered" ->
          "Found a sprint of "
              + f.text("task")
              + " open; at most "
              + length(f, "lostAtMost")
              + " of it is lost.";
      case "advice" -> f.text("sentence");
      case "refused" -> "Not now: " + f.text("reason") + ".";
      default -> "";
    };
  }

  /**
   * The newest thing to tell, in one line. What is advised at one moment stands together, or only
   * the last of it would be seen.
   *
   * @param before what it is where nothing that happened needs words
   */
  public String newest(List<Told> happened, String before) {
    String newest = before;
    boolean advised = false;
    for (Told told : happened) {
      String line = of(told);
      if (!line.isEmpty()) {
        boolean advice = told.event().equals("advice");
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
    String kind = kindName(Fields.name(due.kind()));
    return switch (due.state()) {
      case WARNED -> kind + " at " + clock(due.since());
      case DUE -> kind + " of " + Durations.words(due.length()) + " is due";
      case POSTPONED -> kind + " postponed" + (due.at() == null ? "" : " to " + clock(due.at()));
      case HELD -> kind + " held back";
    };
  }

  /** The break to come, in a few words. */
  public String next(Snapshot.NextBreak next) {
    return "next: " + kindName(Fields.name(next.kind())) + " at " + clock(next.at());
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

  private String clock(Fields f, String name) {
    return clock(f.instant(name));
  }

  private String until(Fields f) {
    Instant until = f.instantOrNull("until");
    return until == null ? "" : " until " + clock(until);
  }

  private static String kind(Fields f) {
    return kindName(f.text("kind"));
  }

  private static String kindName(String kind) {
    return kind.equals("rest") ? "rest break" : kind + " break";
  }

  private static String hold(String reason) {
    return switch (reason) {
      case "quiet" -> "quiet";
      case "meeting" -> "in a meeting";
      case "dnd" -> "do not disturb";
      case "full-screen" -> "full screen";
      case "lock" -> "screen locked";
      case "work-hours" -> "outside working hours";
      default -> reason;
    };
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What was chosen or is to come. */
  private static String length(Fields f, String name) {
    Duration length = f.durationOrNull(name);
    return length == null ? "" : Durations.words(length);
  }

  /** What is over. */
  private static String measured(Fields f, String name) {
    Duration length = f.durationOrNull(name);
    return length == null ? "" : Durations.rounded(length, Durations.MINUTE);
  }

  private static String left(@Nullable Duration left) {
    return left == null ? "" : Durations.left(left);
  }
}
