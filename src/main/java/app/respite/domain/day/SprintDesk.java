package app.respite.domain.day;

import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions, sprints and pauses: beginning, holding, ending, changing the task. */
final class SprintDesk implements Desk {
  /** A sprint is complete when this share of it was work, in percent. */
  private static final int COMPLETE_PERCENT = 90;

  private final Turn turn;
  private final Desks desks;

  SprintDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  @Override
  public void deadlines(Deadlines to) {
    if (turn.pause != null) {
      to.add(turn.pause.until());
    } else if (turn.phase instanceof Phase.Sprint sprint) {
      to.add(sprint.end());
    }
  }

  @Override
  public void act() {
    if (turn.pause != null
        && turn.pause.until() != null
        && !turn.now.isBefore(turn.pause.until())) {
      desks.presence.split();
      goOn();
    }
    if (turn.pause == null && turn.phase instanceof Phase.Sprint sprint) {
      Instant end = sprint.end();
      if (end != null && !turn.now.isBefore(end)) {
        desks.breaks.sprintOver(sprint);
      }
    }
  }

  void start(Input.Start start) {
    Instant since = start.since();
    if (turn.pause != null) {
      if (since == null || anotherTask(start.task())) {
        desks.refuse("start", "paused; resume or stop first");
      } else if (maySince(since)) {
        goOnSince(since);
      }
      return;
    }
    Task chosen = start.task() == null ? turn.task : start.task();
    if (chosen == null) {
      desks.refuse("start", "no task is chosen; name one");
      return;
    }
    boolean nothingCounts = turn.phase instanceof Phase.Off || turn.phase instanceof Phase.Ready;
    if (since != null && nothingCounts && !maySince(since)) {
      return;
    }
    switch (turn.phase) {
      case Phase.Sprint running -> {
        desks.refuse("start", turn.taskName() + " is running; stop it, or switch the task");
        return;
      }
      case Phase.OnBreak held when desks.breaks.locksOut() -> {
        desks.refuse("start", "this break is strict; hold Esc, or use end-break --emergency");
        return;
      }
      case Phase.OnBreak resting when since != null -> {
        desks.refuse("start", "that time is a break; start without a time");
        return;
      }
      case Phase.Overrun working when since != null -> {
        desks.refuse("start", "that time counts as work already; start without a time");
        return;
      }
      case Phase.OnBreak ending -> desks.breaks.end();
      case Phase.Overrun over -> {
        if (!desks.breaks.passOver("start")) {
          return;
        }
      }
      case Phase.Off off -> {}
      case Phase.Ready ready -> {}
    }
    if (turn.phase instanceof Phase.Sprint) {
      return; // the break that ended opened the next sprint by itself
    }
    if (turn.session == null) {
      open(since == null ? turn.now : since);
    }
    turn.task = chosen;
    boolean flow =
        start.flow()
            || (start.sprint() == null
                && turn.preferences.get(CoachKeys.RHYTHM) == CoachKeys.Rhythm.FLOW);
    begin(start.sprint(), flow);
    if (since != null && turn.phase instanceof Phase.Sprint sprint) {
      turn.phase = sprint.withStart(since);
      turn.workSince(since, sprint.id());
      desks.uncounted.countedFrom(since);
    }
  }

  private boolean anotherTask(@Nullable Task named) {
    return named != null && (turn.task == null || !named.id().equals(turn.task.id()));
  }

  /** Whether time may be counted from an instant on; says why not. */
  private boolean maySince(Instant since) {
    Instant rested = turn.lastRest();
    Instant counted = turn.workedUntil();
    String why = null;
    if (since.isAfter(turn.now)) {
      why = "that time has not come yet";
    } else if (since.isBefore(turn.days().startOf(turn.day))) {
      why = "that was before today began; add it to the log instead";
    } else if (since.isBefore(rested)) {
      why =
          "your last rest went on until " + desks.uncounted.clock(rested) + "; name that or later";
    } else if (since.isBefore(counted)) {
      why =
          "the time until "
              + desks.uncounted.clock(counted)
              + " is booked already; name that or later";
    }
    if (why != null) {
      desks.refuse("start", why);
    }
    return why == null;
  }

  /** The pause ended at an instant, and what came after it was work. */
  private void goOnSince(Instant since) {
    UUID sprint = turn.phase instanceof Phase.Sprint running ? running.id() : null;
    endPause(since);
    turn.count(SpanState.WORK, sprint);
    turn.restate(
        new Interval(since, turn.now), Set.of(SpanState.PAUSED), SpanState.WORK, null, null);
    desks.uncounted.counting();
    desks.uncounted.countedFrom(since);
    turn.tell(new Event.SprintResumed());
  }

  /** Opens a session; after an hour outside one, work starts anew. */
  void open(Instant from) {
    turn.session = turn.newId();
    turn.inSet = 0;
    turn.recovery = null;
    turn.idleQuestion = null;
    desks.asking.opened();
    desks.uncounted.counting();
    if (!turn.ledger.spans().isEmpty()) {
      Instant last = turn.ledger.spans().getLast().end();
      if (!last.plus(PresenceDesk.CLOSES_AFTER).isAfter(from)) {
        turn.restedAt = from;
      }
    }
    desks.presence.sessionOpened();
  }

  /** Opens the next sprint of the session. */
  void begin(@Nullable Duration own, boolean flow) {
    Duration planned = own != null ? own : turn.setting(SprintBreakRule.SPRINT);
    UUID id = turn.newId();
    turn.phase =
        new Phase.Sprint(
            id,
            turn.now,
            flow ? null : planned,
            own != null,
            Duration.ZERO,
            null,
            turn.sprintsInSet() + 1,
            0);
    turn.lastFlow = flow;
    turn.warned = null;
    desks.uncounted.counting();
    turn.count(SpanState.WORK, id);
    turn.tell(new Event.SprintStarted(turn.taskName(), flow ? null : planned));
    desks.suggestions.pass();
  }

  void stop(String reason) {
    if (turn.session == null) {
      desks.refuse("stop", "no session is running");
      return;
    }
    if (turn.onBreak()) {
      if (desks.breaks.locksOut()) {
        desks.refuse("stop", "this break is strict; hold Esc, or use end-break --emergency");
        return;
      }
      desks.breaks.endWithoutNext(turn.now);
    }
    close(turn.now, reason, Ending.WANTED);
    desks.uncounted.follow();
    turn.uncounted = turn.uncounted.begun(turn.now, true);
    desks.asking.stopped();
  }

  /** Ends the session at an instant that is now or lies at the start of the open gap. */
  void close(Instant at, String reason, Ending how) {
    endPause(at);
    Phase phase = turn.phase;
    turn.cutAt(at);
    if (phase instanceof Phase.Sprint sprint) {
      finish(sprint, at, how);
    }
    turn.phase = new Phase.Off();
    turn.session = null;
    desks.suggestions.pass();
    turn.claimedUntil = null;
    turn.warned = null;
    desks.breaks.drop(reason);
  }

  /** How a sprint came to its end. */
  enum Ending {
    /** Its time was over. */
    RAN_OUT,
    /** The user, or a break that began, ended it: flow ran as long as it was wanted (B71). */
    WANTED,
    /** Nobody was there any more, or the program had died. */
    CUT_OFF
  }

  /** Writes a sprint down as ended; what time counts as afterwards is the caller's to say. */
  void finish(Phase.Sprint sprint, Instant end, Ending how) {
    Duration active = turn.ledger.workOf(sprint.id(), turn.sure());
    Duration planned = sprint.planned();
    boolean complete =
        planned == null
            ? how == Ending.WANTED
            : how == Ending.RAN_OUT
                && active.multipliedBy(100).compareTo(planned.multipliedBy(COMPLETE_PERCENT)) >= 0;
    SprintOutcome outcome = complete ? SprintOutcome.COMPLETED : SprintOutcome.PARTIAL;
    Task task = turn.task;
    if (task == null) {
      throw new IllegalStateException("a sprint without a task");
    }
    turn.lastSprint =
        new Sprint(
            sprint.id(),
            task.id(),
            sprint.start(),
            end,
            active.toSeconds(),
            planned,
            outcome,
            null,
            null,
            sprint.items() == 0 ? null : sprint.items(),
            null,
            null);
    turn.put(turn.lastSprint);
    if (how == Ending.RAN_OUT) {
      turn.inSet = turn.numberInSet(sprint);
    }
    if (turn.warned != null && turn.warned.kind() != BreakKind.REST) {
      turn.warned = null;
    }
    turn.tell(new Event.SprintEnded(turn.taskName(), outcome, active, sprint.start(), end));
  }

  void pause(@Nullable Duration length) {
    if (turn.pause != null) {
      desks.refuse("pause", "already paused");
      return;
    }
    UUID sprint = turn.phase instanceof Phase.Sprint running ? running.id() : null;
    if (sprint == null && !(turn.phase instanceof Phase.Overrun)) {
      desks.refuse("pause", "nothing is running");
      return;
    }
    Instant until = length == null ? null : turn.now.plus(length);
    turn.pause = new SessionState.Pause(turn.now, until);
    turn.count(SpanState.PAUSED, sprint);
    turn.tell(new Event.SprintPaused(until));
  }

  void resume() {
    if (turn.pause == null) {
      desks.refuse("resume", "nothing is paused");
      return;
    }
    goOn();
  }

  private void goOn() {
    endPause(turn.now);
    desks.uncounted.counting();
    turn.count(SpanState.WORK, turn.phase instanceof Phase.Sprint running ? running.id() : null);
    turn.tell(new Event.SprintResumed());
    if (turn.phase instanceof Phase.Sprint lowered && lowered.endsAt() == null) {
      Instant end = lowered.end();
      if (end != null && !end.isAfter(turn.now)) {
        endAfterWarning(lowered);
      }
    }
  }

  /** Takes the running pause out of the sprint's countdown. */
  void endPause(Instant at) {
    if (turn.pause == null) {
      return;
    }
    if (turn.phase instanceof Phase.Sprint sprint) {
      turn.phase =
          sprint.withPaused(sprint.paused().plus(Duration.between(turn.pause.since(), at)));
    }
    turn.pause = null;
    turn.resumed = turn.now;
  }

  void switchTask(Task next) {
    if (turn.session == null) {
      desks.refuse("switch", "no session is running; start the task instead");
      return;
    }
    if (turn.task != null && turn.task.id().equals(next.id())) {
      desks.refuse("switch", turn.taskName() + " is already chosen");
      return;
    }
    String from = turn.task == null ? null : turn.task.name();
    turn.task = next;
    if (turn.ledger.open() != null) {
      Ledger.Open open = turn.ledger.open();
      turn.count(open.state(), open.sprint());
    }
    turn.tell(new Event.TaskSwitched(from, next.name()));
    desks.presence.inputRulesChanged();
  }

  /**
   * A gap that ended turned out longer than it seemed when a sprint ended in it: its work is
   * counted again.
   */
  void recount(Interval gap) {
    Sprint last = turn.lastSprint;
    if (last != null && last.end().isAfter(gap.start()) && last.start().isBefore(gap.end())) {
      turn.recountSprint(last);
    }
  }

  void taskChanged(Task task) {
    if (turn.task != null && turn.task.id().equals(task.id())) {
      turn.task = task;
      desks.presence.inputRulesChanged();
    }
  }

  /**
   * Other settings hold; a sprint that is already longer than it should be ends after one warning
   * (B9).
   */
  void settingsChanged(Preferences preferences) {
    turn.preferences = preferences;
    if (!(turn.phase instanceof Phase.Sprint sprint) || sprint.planned() == null || sprint.own()) {
      return;
    }
    Duration planned = turn.setting(SprintBreakRule.SPRINT);
    if (planned.equals(sprint.planned())) {
      return;
    }
    Instant end = sprint.start().plus(planned).plus(sprint.paused());
    Instant held = turn.pause == null ? turn.now : turn.pause.since();
    boolean over = !end.isAfter(held);
    Phase.Sprint changed = sprint.withPlanned(planned);
    turn.phase = changed;
    if (over && turn.pause == null) {
      endAfterWarning(changed);
    }
  }

  /** More of a sprint has passed than its length now is: it ends after one warning (B9). */
  private void endAfterWarning(Phase.Sprint sprint) {
    Duration warning = turn.preferences.get(CoachKeys.WARNING);
    turn.phase = sprint.withEndsAt(turn.now.plus(warning));
    desks.breaks.warnOfLoweredLength(warning);
  }

  void count(int items) {
    if (turn.phase instanceof Phase.Sprint sprint) {
      turn.phase = sprint.withItems(Math.max(0, sprint.items() + items));
      return;
    }
    if (turn.session == null || turn.lastSprint == null) {
      desks.refuse("item", "no sprint is running to count it in");
      return;
    }
    Sprint last = turn.lastSprint;
    int before = last.items() == null ? 0 : last.items();
    desks.ratings.amend(last, null, null, Math.max(0, before + items), null, null);
  }
}
