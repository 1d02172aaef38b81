package app.respite.domain.day;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.Snapshot.NextBreak;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws the coach at one moment for faces. Reads a turn, changes nothing. */
public final class SnapshotMaker {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Turn turn;
  private final Desks desks;

  private SnapshotMaker(Turn turn) {
    this.turn = turn;
    this.desks = new Desks(turn);
  }

  /** The coach at an instant at or after the state's own, as if nothing had happened since. */
  public static Snapshot of(State state, Instant at) {
    Turn turn = new Turn(state);
    turn.now = Interval.later(at, state.now());
    return new SnapshotMaker(turn).draw(offers(state, turn.now));
  }

  /** What somebody who asks for it now can have; asking is coming back, too. */
  private static Set<Action> offers(State state, Instant at) {
    SnapshotMaker asked = new SnapshotMaker(new Turn(state));
    asked.desks.catchUp(at);
    asked.desks.presence.asked();
    return asked.can();
  }

  private Snapshot draw(Set<Action> can) {
    Mode mode = mode();
    Progress progress = progress();
    Duration earliest = turn.setting(RestRule.EARLIEST);
    Duration latest = Durations.max(earliest, turn.setting(RestRule.LATEST));
    Proposal next = desks.breaks.next().orElse(null);
    return new Snapshot(
        turn.now,
        mode,
        presence(),
        turn.task == null ? null : turn.task.name(),
        turn.lastFlow,
        progress.planned(),
        progress.elapsed(),
        progress.remaining(),
        progress.overtime(),
        mode == Mode.SPRINT || mode == Mode.OVERRUN || mode == Mode.BREAK,
        turn.ledger.workBetween(turn.lastRest(), certain()),
        earliest,
        latest,
        due(),
        next == null ? null : new NextBreak(next.kind(), next.due(), next.length(), next.reason()),
        holds(),
        reason(),
        turn.phase instanceof Phase.Sprint sprint ? turn.numberInSet(sprint) : turn.sprintsInSet(),
        turn.setting(SprintBreakRule.PER_SET),
        items(),
        can,
        turn.idleQuestion == null
            ? null
            : new Snapshot.IdleQuestion(turn.idleQuestion.since(), turn.idleQuestion.until()),
        turn.recovery != null,
        checkIn(),
        turn.claimedUntil,
        turn.preferences.get(CoachKeys.STRICTNESS),
        turn.preferences.get(CoachKeys.POSTPONE_CHOICES),
        desks.asking.notice(),
        basis(),
        turn.suggestions.suggestion(),
        new Snapshot.Questions(
            desks.asking.before(), desks.asking.evening(), desks.asking.burnout()),
        desks.uncounted.offerStands());
  }

  /** Up to when time is certain to be work; an open gap may yet turn out to be none. */
  private Instant certain() {
    return turn.presence.gap() == null ? turn.now : Interval.earlier(turn.presence.gap(), turn.now);
  }

  private Mode mode() {
    if (turn.pause != null) {
      return Mode.PAUSED;
    }
    return switch (turn.phase) {
      case Phase.Off off -> Mode.OFF;
      case Phase.Sprint sprint -> Mode.SPRINT;
      case Phase.Overrun over -> Mode.OVERRUN;
      case Phase.OnBreak rest -> Mode.BREAK;
      case Phase.Ready ready -> Mode.READY;
    };
  }

  private Snapshot.Presence presence() {
    if (turn.presence.locked() != null) {
      return Snapshot.Presence.AWAY;
    }
    return turn.presence.declared() ? Snapshot.Presence.IDLE : Snapshot.Presence.HERE;
  }

  private record Progress(
      @Nullable Duration planned,
      Duration elapsed,
      @Nullable Duration remaining,
      Duration overtime) {}

  private Progress progress() {
    return switch (turn.phase) {
      case Phase.Sprint sprint -> {
        Instant until = turn.pause == null ? turn.now : turn.pause.since();
        Duration elapsed = Duration.between(sprint.start(), until).minus(sprint.paused());
        Instant end = sprint.end();
        yield new Progress(
            sprint.planned(),
            elapsed,
            end == null ? null : notNegative(Duration.between(until, end)),
            Duration.ZERO);
      }
      case Phase.OnBreak onBreak -> {
        RunningBreak rest = Objects.requireNonNull(turn.running);
        Duration left = Duration.between(turn.now, rest.over());
        yield new Progress(
            rest.length(),
            Duration.between(rest.start(), turn.now),
            notNegative(left),
            notNegative(left.negated()));
      }
      case Phase.Off off -> new Progress(null, Duration.ZERO, null, Duration.ZERO);
      case Phase.Overrun over -> new Progress(null, Duration.ZERO, null, sinceSprint());
      case Phase.Ready ready -> new Progress(null, Duration.ZERO, null, Duration.ZERO);
    };
  }

  private Duration sinceSprint() {
    Sprint over = turn.lastSprint;
    return over == null || over.end().isAfter(certain())
        ? Duration.ZERO
        : turn.ledger.workBetween(over.end(), certain());
  }

  private static Duration notNegative(Duration length) {
    return Durations.max(length, Duration.ZERO);
  }

  private @Nullable DueBreak due() {
    PendingBreak pending = turn.pending;
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
          desks.breaks.gateUp() && turn.gate == null,
          pending.reason(),
          pending.owed());
    }
    BreaksState.Warning warned = turn.warned;
    Proposal next = desks.breaks.next().orElse(null);
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
    Holds holds = turn.holds;
    if (holds.meetingSince() != null) {
      held.add(new HeldBy(HoldReason.MEETING, holds.meetingUntil()));
    } else if (holds.callSince() != null) {
      held.add(new HeldBy(HoldReason.MEETING, null));
    }
    if (holds.quietSince() != null) {
      held.add(new HeldBy(HoldReason.QUIET, holds.quietUntil()));
    }
    if (holds.dndSince() != null) {
      held.add(new HeldBy(HoldReason.DND, null));
    }
    if (holds.fullScreenSince() != null) {
      held.add(new HeldBy(HoldReason.FULL_SCREEN, null));
    }
    if (turn.presence.locked() != null) {
      held.add(new HeldBy(HoldReason.LOCK, null));
    }
    ZoneId zone = turn.zone;
    if (!turn.preferences.get(CoachKeys.WORK_HOURS).open(turn.now, zone)) {
      Instant opens =
          turn.preferences.get(CoachKeys.WORK_HOURS).nextChange(turn.now, zone).orElse(null);
      held.add(new HeldBy(HoldReason.WORK_HOURS, opens));
    }
    return held;
  }

  private String reason() {
    if (turn.pause != null) {
      return turn.pause.until() == null ? "Paused" : "Paused until " + clock(turn.pause.until());
    }
    List<HeldBy> holds = holds();
    if (!holds.isEmpty()) {
      HeldBy first = holds.getFirst();
      String what =
          switch (first.reason()) {
            case MEETING -> turn.holds.meetingSince() == null ? "In a call" : "In a meeting";
            case QUIET -> "Quiet";
            case DND -> "Do not disturb is on";
            case FULL_SCREEN -> "Full screen";
            case LOCK -> "The screen is locked";
            case WORK_HOURS -> "Outside your working hours";
          };
      return first.until() == null ? what : what + " until " + clock(first.until());
    }
    if (turn.session != null && turn.presence.declared()) {
      return "Idle";
    }
    if (turn.session != null && !turn.presence.known()) {
      return "Timer only: nothing tells of input here";
    }
    return "";
  }

  private String clock(Instant instant) {
    return CLOCK.format(instant.atZone(turn.zone));
  }

  private String basis() {
    Knowledge known = turn.tiredness.knowledge();
    return known == null ? "" : AdviceWords.basis(known.belief());
  }

  private int items() {
    if (turn.phase instanceof Phase.Sprint sprint) {
      return sprint.items();
    }
    Integer last = turn.lastSprint == null ? null : turn.lastSprint.items();
    return turn.session == null || last == null ? 0 : last;
  }

  private @Nullable UUID checkIn() {
    return turn.lastSprint != null && desks.asking.sprint() ? turn.lastSprint.id() : null;
  }

  private Set<Action> can() {
    Mode mode = mode();
    Set<Action> can = EnumSet.of(Action.TIRED);
    boolean strict = turn.strictnessIs(CoachKeys.Strictness.STRICT);
    boolean lockedOut = desks.breaks.locksOut();
    PendingBreak pending = turn.pending;
    boolean free = mode == Mode.OFF || mode == Mode.READY || mode == Mode.OVERRUN;
    boolean blocked = strict && pending != null && pending.stage() != PendingBreak.Stage.POSTPONED;
    add(can, (free && !blocked) || (mode == Mode.BREAK && !lockedOut), Action.START);
    add(can, turn.session != null && !lockedOut, Action.STOP);
    add(can, mode == Mode.SPRINT || mode == Mode.OVERRUN, Action.PAUSE);
    add(can, mode == Mode.PAUSED, Action.RESUME);
    add(can, turn.session != null, Action.SWITCH);
    add(can, mode != Mode.BREAK, Action.BREAK);
    boolean limit = pending == null && turn.limit.said();
    add(
        can,
        pending != null || (turn.warned != null && desks.breaks.next().isPresent()),
        Action.ACCEPT);
    add(
        can,
        (pending != null
                && !strict
                && pending.stage() != PendingBreak.Stage.POSTPONED
                && pending.postponed() < turn.preferences.get(CoachKeys.POSTPONE_LIMIT))
            || (limit && turn.limit.again() == null),
        Action.POSTPONE);
    add(can, (pending != null && !strict) || limit, Action.SKIP);
    add(can, mode == Mode.BREAK && !lockedOut, Action.END_BREAK);
    boolean owedStrictly = strict && pending != null;
    add(can, turn.session != null && mode != Mode.BREAK && !owedStrictly, Action.TOOK);
    add(can, true, Action.QUIET);
    add(can, turn.holds.quietSince() != null, Action.QUIET_OFF);
    add(can, true, Action.MEETING);
    add(can, turn.holds.talkingSince() != null, Action.MEETING_OFF);
    add(
        can,
        turn.lastSprint != null || turn.phase instanceof Phase.Sprint || desks.asking.evening(),
        Action.CHECK_IN);
    add(
        can,
        turn.phase instanceof Phase.Sprint || (turn.session != null && turn.lastSprint != null),
        Action.ITEM);
    add(can, turn.idleQuestion != null, Action.ANSWER_IDLE);
    add(can, turn.recovery != null, Action.RECOVER);
    add(can, turn.suggestions.suggestion() != null, Action.TAKE);
    add(can, turn.suggestions.suggestion() != null, Action.DISMISS);
    return can;
  }

  private static void add(Set<Action> can, boolean allowed, Action action) {
    if (allowed) {
      can.add(action);
    }
  }
}
