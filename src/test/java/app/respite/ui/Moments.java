package app.respite.ui;

import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.day.Snapshot.IdleQuestion;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.Snapshot.NextBreak;
import app.respite.domain.day.Snapshot.Presence;
import app.respite.domain.day.Snapshot.Questions;
import app.respite.domain.fatigue.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Builds snapshots for tests, from a sprint that runs. */
public final class Moments {
  /** Monday 2 March 2026, 10:17 in Berlin. */
  public static final Instant AT = Instant.parse("2026-03-02T09:17:18Z");

  public Instant at = AT;
  public Mode state = Mode.SPRINT;
  public Presence presence = Presence.HERE;
  public String task = "Boxes";
  public boolean flow;
  public Duration planned = Duration.ofMinutes(25);
  public Duration elapsed = Duration.ofSeconds(6 * 60 + 18);
  public Duration remaining = Duration.ofSeconds(18 * 60 + 42);
  public Duration overtime = Duration.ZERO;
  public boolean running = true;
  public Duration sinceRest = Duration.ofMinutes(47);
  public DueBreak due;
  public NextBreak next;
  public List<HeldBy> holds = List.of();
  public String reason = "";
  public int sprintInSet = 2;
  public int items = 14;
  public Set<Action> can =
      EnumSet.of(
          Action.PAUSE,
          Action.STOP,
          Action.SWITCH,
          Action.BREAK,
          Action.TIRED,
          Action.TOOK,
          Action.QUIET,
          Action.MEETING,
          Action.ITEM);
  public IdleQuestion askIdle;
  public boolean askRecovery;
  public UUID checkIn;
  public Instant claimedUntil;
  public String notice;
  public String basis = "";
  public Suggestion suggestion;
  public Questions questions = Questions.NONE;
  public Instant countFrom;
  public Strictness strictness = Strictness.GENTLE;

  /** The snapshot. */
  public Snapshot build() {
    return new Snapshot(
        at,
        state,
        presence,
        new Snapshot.Work(task, flow, sprintInSet, 4, items, checkIn, claimedUntil),
        new Snapshot.Progress(planned, elapsed, remaining, overtime, running),
        new Snapshot.Rests(
            sinceRest,
            new Snapshot.RestWindow(Duration.ofMinutes(60), Duration.ofMinutes(90)),
            due,
            next,
            strictness,
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15)),
            basis),
        holds,
        reason,
        can,
        new Snapshot.Asked(askIdle, askRecovery, notice, suggestion, questions, countFrom));
  }

  /** No session, nothing chosen. */
  public static Moments nothingChosen() {
    Moments moment = off();
    moment.task = null;
    return moment;
  }

  /** No session, the last task still chosen. */
  public static Moments off() {
    Moments moment = new Moments();
    moment.state = Mode.OFF;
    moment.running = false;
    moment.planned = null;
    moment.elapsed = Duration.ZERO;
    moment.remaining = null;
    moment.sprintInSet = 0;
    moment.items = 0;
    moment.sinceRest = Duration.ZERO;
    moment.can = EnumSet.of(Action.START, Action.TIRED, Action.QUIET, Action.MEETING);
    return moment;
  }

  /** A sprint under way, with the next rest in sight. */
  public static Moments sprint() {
    Moments moment = new Moments();
    moment.next =
        new NextBreak(
            app.respite.domain.work.JournalRecord.BreakKind.REST,
            AT.plus(Duration.ofMinutes(18)),
            Duration.ofMinutes(10),
            "about 60 minutes of work since the last rest");
    return moment;
  }

  /** A rest is due. */
  public static Moments restDue() {
    Moments moment = new Moments();
    moment.state = Mode.OVERRUN;
    moment.planned = null;
    moment.elapsed = Duration.ZERO;
    moment.remaining = null;
    moment.overtime = Duration.ofSeconds(74);
    moment.sinceRest = Duration.ofSeconds(62 * 60 + 14);
    moment.due =
        new DueBreak(
            app.respite.domain.work.JournalRecord.BreakKind.REST,
            Snapshot.DueState.DUE,
            Duration.ofMinutes(10),
            AT.minusSeconds(74),
            AT.minusSeconds(74),
            0,
            false,
            "about 60 minutes of work since the last rest",
            Duration.ZERO);
    moment.can =
        EnumSet.of(
            Action.ACCEPT,
            Action.POSTPONE,
            Action.SKIP,
            Action.START,
            Action.STOP,
            Action.TIRED,
            Action.TOOK,
            Action.QUIET,
            Action.MEETING);
    return moment;
  }

  /** On a break that still runs. */
  public static Moments onBreak() {
    Moments moment = new Moments();
    moment.state = Mode.BREAK;
    moment.planned = Duration.ofMinutes(10);
    moment.elapsed = Duration.ofSeconds(190);
    moment.remaining = Duration.ofSeconds(410);
    moment.sinceRest = Duration.ofMinutes(62);
    moment.can = EnumSet.of(Action.END_BREAK, Action.STOP, Action.TIRED);
    return moment;
  }

  /** On a break that is over. */
  public static Moments breakOver() {
    Moments moment = onBreak();
    moment.elapsed = Duration.ofSeconds(785);
    moment.remaining = Duration.ZERO;
    moment.overtime = Duration.ofSeconds(185);
    return moment;
  }

  /** Held. */
  public static Moments paused() {
    Moments moment = new Moments();
    moment.state = Mode.PAUSED;
    moment.running = false;
    moment.can = EnumSet.of(Action.RESUME, Action.STOP, Action.TIRED, Action.BREAK, Action.SWITCH);
    return moment;
  }

  /** The break is over and nothing counts. */
  public static Moments ready() {
    Moments moment = new Moments();
    moment.state = Mode.READY;
    moment.running = false;
    moment.planned = null;
    moment.elapsed = Duration.ZERO;
    moment.remaining = null;
    moment.sinceRest = Duration.ZERO;
    moment.can = EnumSet.of(Action.START, Action.STOP, Action.TIRED, Action.BREAK);
    return moment;
  }
}
