package app.respite.domain.day;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The coach as a function: a state, an instant and an input give the next state, what is told, and
 * what the journal shall hold. Knows no clock, no screen and no disk; the course of a day is the
 * same live and simulated.
 */
public final class CourseOfDay {
  private CourseOfDay() {}

  /**
   * The next state, events in the order in which they are told, and changes in the order in which
   * they are made.
   */
  public record Step(State state, List<Happening> events, List<Change> changes) {
    public Step {
      events = List.copyOf(events);
      changes = List.copyOf(changes);
    }
  }

  /**
   * Takes an input at an instant. What the coach does by itself up to that instant comes first. An
   * instant before the state's own counts as the state's own.
   */
  public static Step step(State state, Instant at, Input input) {
    Turn turn = new Turn(state);
    Desks desks = new Desks(turn);
    if (input instanceof Input.Missed missed) {
      desks.catchUp(missed.gap().interval().start());
      desks.presence.missed(missed.gap());
    }
    desks.catchUp(Interval.later(at, state.now()));
    desks.uncounted.follow();
    switch (input) {
      case Input.Command command -> {
        desks.presence.asked();
        command(desks, command);
      }
      case Input.Signal signal -> signal(desks, signal);
    }
    desks.uncounted.follow();
    desks.catchUp(turn.now);
    desks.advice.refresh();
    return new Step(turn.state(), turn.events, turn.changes);
  }

  /**
   * Goes on after the program died: the state is that of the last checkpoint. Soon after, the
   * sprint goes on and the hole is away; later it is closed at the checkpoint, and the user is
   * asked. Whether somebody is there is taken to be as it was; who knows better tells it next.
   *
   * @param lostAtMost what of the running sprint may not have been written
   */
  public static Step relaunch(State state, Instant at, Duration lostAtMost) {
    Turn turn = new Turn(state);
    Desks desks = new Desks(turn);
    Instant checkpoint = state.now();
    Instant now = Interval.later(at, checkpoint);
    if (Durations.atLeast(
        Duration.between(checkpoint, now), turn.preferences.get(CoachKeys.IDLE_AFTER))) {
      desks.uncounted.end(checkpoint); // nobody knows what went on in the hole
    }
    if (turn.session == null) {
      turn.acting = now;
      desks.catchUp(now);
      turn.acting = null;
      restedWhileDead(turn, checkpoint, now);
      desks.uncounted.follow();
      return new Step(turn.state(), turn.events, turn.changes);
    }
    Duration hole = Duration.between(checkpoint, now);
    Duration lost = hole.compareTo(lostAtMost) < 0 ? hole : lostAtMost;
    turn.acting = now;
    turn.tell(new Event.Recovered(turn.taskName(), lost));
    if (hole.compareTo(turn.setting(SprintBreakRule.SHORT)) <= 0) {
      desks.presence.hole(checkpoint, now);
    } else {
      UUID session = turn.session;
      UUID sprint = turn.phase instanceof Phase.Sprint running ? running.id() : null;
      Instant lastInput = turn.sure();
      if (turn.presence.gap() != null) {
        lastInput = Interval.earlier(lastInput, turn.presence.gap());
      }
      desks.presence.leave();
      desks.breaks.endWithoutNext(checkpoint);
      desks.sprints.close(checkpoint, "the program was closed", SprintDesk.Ending.CUT_OFF);
      turn.recovery = new SessionState.Recovery(session, sprint, lastInput);
      restedWhileDead(turn, checkpoint, now);
      desks.catchUp(now);
      turn.uncounted = turn.uncounted.begun(now, false);
    }
    turn.acting = null;
    desks.uncounted.follow();
    desks.catchUp(now);
    return new Step(turn.state(), turn.events, turn.changes);
  }

  /** A gap in ticks is a rest when it is long enough, also where the program was dead in it. */
  private static void restedWhileDead(Turn turn, Instant since, Instant until) {
    if (Durations.atLeast(Duration.between(since, until), turn.setting(RestRule.RESETS_AFTER))) {
      turn.restedAt = until;
    }
  }

  /** Tells something that is not the course's own. */
  public static Step tell(State state, Event event) {
    Turn turn = new Turn(state);
    turn.tell(event);
    return new Step(turn.state(), turn.events, turn.changes);
  }

  /** History was edited, undone or imported: a rest is no longer due for work that is not there. */
  public static Step historyChanged(State state) {
    Turn turn = new Turn(state);
    new Desks(turn).breaks.dropGroundless();
    return new Step(turn.state(), turn.events, turn.changes);
  }

  /**
   * Books the stretch that is open, up to the state's own instant, as what it is so far: the sums
   * then follow from the spans alone. Ends nothing and tells nothing.
   */
  public static Step settle(State state) {
    Turn turn = new Turn(state);
    new Desks(turn).presence.settle();
    return new Step(turn.state(), List.of(), turn.changes);
  }

  /**
   * The spans that {@link #settle} would write at an instant: what the open session has counted and
   * history lacks, or has as something else while a gap is open. One whose id history knows stands
   * in that one's place.
   */
  public static List<Span> openSpans(State state, Instant at) {
    Turn turn = new Turn(state);
    turn.now = Interval.later(at, state.now());
    new Desks(turn).presence.settle();
    Set<Span> known = new HashSet<>(state.ledger().spans());
    return turn.ledger.spans().stream().filter(span -> !known.contains(span)).toList();
  }

  /** What is open at an instant: {@link #openSpans} and the sprint that runs. */
  public static OpenWork openWork(State state, Instant at) {
    return new OpenWork(openSpans(state, at), runningSprint(state).orElse(null));
  }

  /** The sprint that runs, be it held; empty where none does. */
  public static Optional<RunningSprint> runningSprint(State state) {
    return state.session().phase() instanceof Phase.Sprint sprint && state.task() != null
        ? Optional.of(
            new RunningSprint(sprint.id(), state.task().id(), sprint.start(), sprint.items()))
        : Optional.empty();
  }

  /** When the coach next has something to do by itself; empty where nothing is to come. */
  public static Optional<Instant> nextDeadline(State state) {
    return Optional.ofNullable(new Desks(new Turn(state)).next());
  }

  private static void command(Desks desks, Input.Command command) {
    switch (command) {
      case Input.Start start -> desks.sprints.start(start);
      case Input.Stop stop -> desks.sprints.stop("you stopped");
      case Input.Pause pause -> desks.sprints.pause(pause.length());
      case Input.Resume resume -> desks.sprints.resume();
      case Input.SwitchTask next -> desks.sprints.switchTask(next.task());
      case Input.TakeBreak take -> desks.breaks.take(take.length());
      case Input.Accept accept -> desks.breaks.accept();
      case Input.Postpone postpone -> desks.breaks.postpone(postpone.length());
      case Input.Skip skip -> desks.breaks.skip();
      case Input.EndBreak end -> desks.breaks.endByUser(end.emergency());
      case Input.Tired tired -> desks.breaks.tired();
      case Input.Took took -> desks.breaks.took(took.length());
      case Input.Quiet quiet -> desks.holds.quiet(quiet);
      case Input.Meeting meeting -> {
        desks.holds.meeting(meeting);
        desks.presence.inputRulesChanged();
      }
      case Input.CheckIn rating -> desks.ratings.checkIn(rating);
      case Input.SkipQuestion skip -> desks.asking.skip(skip.which());
      case Input.AnswerIdle answer -> desks.presence.answer(answer);
      case Input.Items items -> desks.sprints.count(items.n());
      case Input.Claim claim -> desks.ratings.claim(claim);
      case Input.Submitted submitted -> desks.ratings.submitted();
      case Input.Recover recover -> desks.ratings.recover(recover);
      case Input.TakeSuggestion take -> desks.suggestions.take();
      case Input.DismissSuggestion dismiss -> desks.suggestions.dismiss();
      case Input.DayEnd end -> {
        if (desks.turn.session != null) {
          desks.sprints.stop("the day is closed");
        }
        desks.asking.dayEnds();
      }
    }
  }

  private static void signal(Desks desks, Input.Signal signal) {
    switch (signal) {
      case Input.Tick tick -> {}
      case Input.Active active -> desks.presence.handsBack();
      case Input.Idle idle -> desks.presence.handsOff(idle.lastInput());
      case Input.Lock lock -> desks.presence.lock();
      case Input.Unlock unlock -> desks.presence.unlock();
      case Input.DoNotDisturb dnd -> desks.holds.doNotDisturb(dnd.on());
      case Input.FullScreen fullScreen -> desks.holds.fullScreen(fullScreen.on());
      case Input.Call call -> desks.holds.call(call.on());
      case Input.Missed missed -> {}
      case Input.SettingsChanged changed -> {
        desks.sprints.settingsChanged(changed.preferences());
        desks.presence.inputRulesChanged();
        desks.breaks.holdsChanged();
      }
      case Input.ZoneChanged zone -> desks.day.travel(zone.zone());
      case Input.Learned learned -> desks.advice.learned(learned.knowledge());
      case Input.TaskChanged changed -> desks.sprints.taskChanged(changed.task());
      case Input.IdleSource source -> desks.presence.sourceUsable(source.usable());
    }
  }
}
