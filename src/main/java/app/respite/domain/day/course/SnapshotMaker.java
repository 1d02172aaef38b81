package app.respite.domain.day.course;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.Asked;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.Snapshot.NextBreak;
import app.respite.domain.day.Snapshot.Progress;
import app.respite.domain.day.Snapshot.Rests;
import app.respite.domain.day.Snapshot.Work;
import app.respite.domain.day.breaks.BreaksState.Warning;
import app.respite.domain.day.breaks.BreaksView;
import app.respite.domain.day.breaks.PendingBreak;
import app.respite.domain.day.breaks.RunningBreak;
import app.respite.domain.day.holds.HoldsState;
import app.respite.domain.day.holds.HoldsView;
import app.respite.domain.day.presence.PresencePolicy;
import app.respite.domain.day.presence.PresenceState;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionPolicy;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws the coach at one moment for faces. Changes nothing. */
public final class SnapshotMaker {
  private final StepContext context;
  private final PresencePolicy presence;
  private final SessionPolicy session;
  private final WorkFigures figures;
  private final HoldsView holds;
  private final BreaksView breaks;
  private final DayPolicies day;

  private SnapshotMaker(DayPolicies day) {
    this.day = day;
    context = day.context;
    presence = day.presence;
    session = day.session;
    figures = session.figures();
    holds = day.holds;
    breaks = day.breaks;
  }

  /** The coach at an instant at or after the state's own, as if nothing had happened since. */
  public static Snapshot of(DayState state, Instant at) {
    DayPolicies day = new DayPolicies(state);
    day.context.moveTo(Interval.later(at, state.now()));
    return new SnapshotMaker(day).draw(offers(state, day.context.now()));
  }

  /** What somebody who asks for it now can have; asking is coming back, too. */
  private static Set<Action> offers(DayState state, Instant at) {
    DayPolicies asked = new DayPolicies(state);
    asked.catchUp(at);
    asked.absence.asked();
    return new SnapshotMaker(asked).can();
  }

  private Snapshot draw(Set<Action> can) {
    return new Snapshot(
        context.now(),
        mode(),
        presence(),
        work(),
        progress(),
        rests(),
        holds(),
        reason(),
        can,
        asked());
  }

  private Work work() {
    return new Work(
        session.task() == null ? null : session.task().name(),
        session.lastFlow(),
        session.phase() instanceof Phase.Sprint sprint
            ? figures.numberInSet(sprint)
            : figures.sprintsInSet(),
        session.setting(SprintBreakRule.PER_SET),
        items(),
        checkIn(),
        session.claimedUntil());
  }

  private Rests rests() {
    Duration earliest = session.setting(RestRule.EARLIEST);
    Duration latest = Durations.max(earliest, session.setting(RestRule.LATEST));
    Proposal next = breaks.next().orElse(null);
    return new Rests(
        figures.workBetween(figures.lastRest(), certain()),
        new Snapshot.RestWindow(earliest, latest),
        due(),
        next == null ? null : new NextBreak(next.kind(), next.due(), next.length(), next.reason()),
        context.preference(CoachKeys.STRICTNESS),
        context.preference(CoachKeys.POSTPONE_CHOICES),
        basis());
  }

  private Asked asked() {
    return new Asked(
        idleQuestion(),
        session.recovery() != null,
        day.questions.notice(),
        day.advice.state().suggestion(),
        new Snapshot.Questions(
            day.questions.before(), day.questions.evening(), day.questions.burnout()),
        day.offers.offerStands());
  }

  /** Up to when time is certain to be work; an open gap may yet turn out to be none. */
  private Instant certain() {
    return presence.gap() == null ? context.now() : Interval.earlier(presence.gap(), context.now());
  }

  private Snapshot.@Nullable IdleQuestion idleQuestion() {
    PresenceState.IdleQuestion asked = presence.question();
    return asked == null ? null : new Snapshot.IdleQuestion(asked.since(), asked.until());
  }

  private Mode mode() {
    if (session.pause() != null) {
      return Mode.PAUSED;
    }
    return switch (session.phase()) {
      case Phase.Off off -> Mode.OFF;
      case Phase.Sprint sprint -> Mode.SPRINT;
      case Phase.Overrun over -> Mode.OVERRUN;
      case Phase.OnBreak rest -> Mode.BREAK;
      case Phase.Ready ready -> Mode.READY;
    };
  }

  private Snapshot.Presence presence() {
    if (presence.locked() != null) {
      return Snapshot.Presence.AWAY;
    }
    return presence.declared() ? Snapshot.Presence.IDLE : Snapshot.Presence.HERE;
  }

  private Progress progress() {
    return switch (session.phase()) {
      case Phase.Sprint sprint -> {
        Instant until = session.pause() == null ? context.now() : session.pause().since();
        Duration elapsed = Duration.between(sprint.start(), until).minus(sprint.paused());
        Instant end = sprint.end();
        yield new Progress(
            sprint.planned(),
            elapsed,
            end == null ? null : notNegative(Duration.between(until, end)),
            Duration.ZERO,
            session.pause() == null);
      }
      case Phase.OnBreak onBreak -> {
        RunningBreak rest = Objects.requireNonNull(breaks.state().running());
        Duration left = Duration.between(context.now(), rest.over());
        yield new Progress(
            rest.length(),
            Duration.between(rest.start(), context.now()),
            notNegative(left),
            notNegative(left.negated()),
            true);
      }
      case Phase.Off off -> new Progress(null, Duration.ZERO, null, Duration.ZERO, false);
      case Phase.Overrun over ->
          new Progress(null, Duration.ZERO, null, sinceSprint(), session.pause() == null);
      case Phase.Ready ready -> new Progress(null, Duration.ZERO, null, Duration.ZERO, false);
    };
  }

  private Duration sinceSprint() {
    Sprint over = session.lastSprint();
    return over == null || over.end().isAfter(certain())
        ? Duration.ZERO
        : figures.workBetween(over.end(), certain());
  }

  private static Duration notNegative(Duration length) {
    return Durations.max(length, Duration.ZERO);
  }

  private @Nullable DueBreak due() {
    PendingBreak pending = breaks.state().pending();
    if (pending != null) {
      return new DueBreak(
          pending.kind(),
          switch (pending.stage()) {
            case DUE, AWAITING_RETURN -> DueState.DUE;
            case POSTPONED -> DueState.POSTPONED;
            case HELD -> DueState.HELD;
          },
          pending.wholeLength(),
          pending.since(),
          pending.until(),
          pending.postponed(),
          breaks.gateUp() && breaks.state().gate() == null,
          pending.reason(),
          pending.owed());
    }
    Warning warned = breaks.state().warned();
    Proposal next = breaks.next().orElse(null);
    if (warned == null || next == null || warned.kind() != next.kind()) {
      return null;
    }
    return new DueBreak(
        next.kind(),
        DueState.WARNED,
        next.length(),
        next.due(),
        null,
        0,
        false,
        next.reason(),
        Duration.ZERO);
  }

  private List<HeldBy> holds() {
    List<HeldBy> held = new ArrayList<>();
    HoldsState since = holds.state();
    if (since.meetingSince() != null) {
      held.add(new HeldBy(HoldReason.MEETING, since.meetingUntil()));
    } else if (since.callSince() != null) {
      held.add(new HeldBy(HoldReason.MEETING, null));
    }
    if (since.quietSince() != null) {
      held.add(new HeldBy(HoldReason.QUIET, since.quietUntil()));
    }
    if (since.dndSince() != null) {
      held.add(new HeldBy(HoldReason.DND, null));
    }
    if (since.fullScreenSince() != null) {
      held.add(new HeldBy(HoldReason.FULL_SCREEN, null));
    }
    if (presence.locked() != null) {
      held.add(new HeldBy(HoldReason.LOCK, null));
    }
    if (!context.preference(CoachKeys.WORK_HOURS).open(context.now(), context.zone())) {
      held.add(new HeldBy(HoldReason.WORK_HOURS, holds.workHoursChange()));
    }
    return held;
  }

  private String reason() {
    if (session.pause() != null) {
      return session.pause().until() == null
          ? "Paused"
          : "Paused until " + context.clock(session.pause().until());
    }
    List<HeldBy> held = holds();
    if (!held.isEmpty()) {
      HeldBy first = held.getFirst();
      String what =
          switch (first.reason()) {
            case MEETING -> holds.state().meetingSince() == null ? "In a call" : "In a meeting";
            case QUIET -> "Quiet";
            case DND -> "Do not disturb is on";
            case FULL_SCREEN -> "Full screen";
            case LOCK -> "The screen is locked";
            case WORK_HOURS -> "Outside your working hours";
          };
      return first.until() == null ? what : what + " until " + context.clock(first.until());
    }
    if (session.id() != null && presence.declared()) {
      return "Idle";
    }
    if (session.id() != null && !presence.known()) {
      return "Timer only: nothing tells of input here";
    }
    return "";
  }

  private String basis() {
    Knowledge known = day.tiredness.knowledge();
    return known == null ? "" : AdviceWords.basis(known.belief());
  }

  private int items() {
    if (session.phase() instanceof Phase.Sprint sprint) {
      return sprint.items();
    }
    Integer last = session.lastSprint() == null ? null : session.lastSprint().items();
    return session.id() == null || last == null ? 0 : last;
  }

  private @Nullable UUID checkIn() {
    return session.lastSprint() != null && day.questions.sprint()
        ? session.lastSprint().id()
        : null;
  }

  private Set<Action> can() {
    Mode mode = mode();
    Set<Action> can = EnumSet.of(Action.TIRED);
    boolean strict = context.preference(CoachKeys.STRICTNESS) == CoachKeys.Strictness.STRICT;
    boolean lockedOut = breaks.locksOut();
    PendingBreak pending = breaks.state().pending();
    boolean free = mode == Mode.OFF || mode == Mode.READY || mode == Mode.OVERRUN;
    boolean blocked = strict && pending != null && pending.stage() != PendingBreak.Stage.POSTPONED;
    add(can, (free && !blocked) || (mode == Mode.BREAK && !lockedOut), Action.START);
    add(can, session.id() != null && !lockedOut, Action.STOP);
    add(can, mode == Mode.SPRINT || mode == Mode.OVERRUN, Action.PAUSE);
    add(can, mode == Mode.PAUSED, Action.RESUME);
    add(can, session.id() != null, Action.SWITCH);
    add(can, mode != Mode.BREAK, Action.BREAK);
    boolean limit = pending == null && day.limits.state().said();
    add(
        can,
        pending != null || (breaks.state().warned() != null && breaks.next().isPresent()),
        Action.ACCEPT);
    add(
        can,
        (pending != null
                && !strict
                && pending.stage() != PendingBreak.Stage.POSTPONED
                && pending.postponed() < context.preference(CoachKeys.POSTPONE_LIMIT))
            || (limit && day.limits.state().again() == null),
        Action.POSTPONE);
    add(can, (pending != null && !strict) || limit, Action.SKIP);
    add(can, mode == Mode.BREAK && !lockedOut, Action.END_BREAK);
    boolean owedStrictly = strict && pending != null;
    add(can, session.id() != null && mode != Mode.BREAK && !owedStrictly, Action.TOOK);
    add(can, true, Action.QUIET);
    add(can, holds.state().quietSince() != null, Action.QUIET_OFF);
    add(can, true, Action.MEETING);
    add(can, holds.state().talkingSince() != null, Action.MEETING_OFF);
    add(
        can,
        session.lastSprint() != null
            || session.phase() instanceof Phase.Sprint
            || day.questions.evening(),
        Action.CHECK_IN);
    add(
        can,
        session.phase() instanceof Phase.Sprint
            || (session.id() != null && session.lastSprint() != null),
        Action.ITEM);
    add(can, presence.question() != null, Action.ANSWER_IDLE);
    add(can, session.recovery() != null, Action.RECOVER);
    add(can, day.advice.state().suggestion() != null, Action.TAKE);
    add(can, day.advice.state().suggestion() != null, Action.DISMISS);
    return can;
  }

  private static void add(Set<Action> can, boolean allowed, Action action) {
    if (allowed) {
      can.add(action);
    }
  }
}
