package app.respite.domain.day.course;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.Change;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionState;
import app.respite.domain.day.session.SprintEnding;
import app.respite.domain.day.session.UncountedTimePolicy;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal.Offer;
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
  public record Step(DayState state, List<TimedEvent> events, List<Change> changes) {
    public Step {
      events = List.copyOf(events);
      changes = List.copyOf(changes);
    }
  }

  /**
   * Takes an input at an instant. What the coach does by itself up to that instant comes first. An
   * instant before the state's own counts as the state's own.
   */
  public static Step step(DayState state, Instant at, Input input) {
    DayPolicies day = new DayPolicies(state);
    if (input instanceof Input.Missed missed) {
      day.missed(missed.gap());
    }
    day.catchUp(Interval.later(at, state.now()));
    day.session.uncounted().follow();
    switch (input) {
      case Input.Command command -> {
        day.absence.asked();
        day.command(command);
      }
      case Input.Signal signal -> day.signal(signal);
    }
    day.session.uncounted().follow();
    day.catchUp(day.context.now());
    if (day.tiredness.refresh()) {
      day.advice.tellOfMovedRest();
    }
    return step(day);
  }

  private static Step step(DayPolicies day) {
    return new Step(day.state(), day.context.events(), day.context.changes());
  }

  /**
   * Goes on after the program died: the state is that of the last checkpoint. Soon after, the
   * sprint goes on and the hole is away; later it is closed at the checkpoint, and the user is
   * asked. Whether somebody is there is taken to be as it was; who knows better tells it next.
   *
   * @param lostAtMost what of the running sprint may not have been written
   */
  public static Step relaunch(DayState state, Instant at, Duration lostAtMost) {
    DayPolicies day = new DayPolicies(state);
    StepContext context = day.context;
    UncountedTimePolicy uncounted = day.session.uncounted();
    Instant checkpoint = state.now();
    Instant now = Interval.later(at, checkpoint);
    Duration hole = Duration.between(checkpoint, now);
    if (Durations.atLeast(hole, context.preference(CoachKeys.IDLE_AFTER))) {
      uncounted.end(checkpoint); // nobody knows what went on in the hole
    }
    context.actAt(now);
    if (day.session.id() == null) {
      day.catchUp(now);
      context.actAt(null);
      restedWhileDead(day, hole, now);
      uncounted.follow();
      return step(day);
    }
    Duration lost = hole.compareTo(lostAtMost) < 0 ? hole : lostAtMost;
    context.tell(new Event.Recovered(day.session.taskName(), lost));
    if (hole.compareTo(day.session.setting(SprintBreakRule.SHORT)) <= 0) {
      day.hole(new Interval(checkpoint, now));
    } else {
      closeWhileDead(day, checkpoint);
      restedWhileDead(day, hole, now);
      day.catchUp(now);
      uncounted.begin(now, Offer.ANEW);
    }
    context.actAt(null);
    uncounted.follow();
    day.catchUp(now);
    return step(day);
  }

  /** The program was dead for too long: the session was over at the checkpoint. */
  private static void closeWhileDead(DayPolicies day, Instant checkpoint) {
    UUID session = day.session.id();
    UUID sprint = day.session.phase() instanceof Phase.Sprint running ? running.id() : null;
    Instant lastInput = day.presence.sure();
    Instant gap = day.presence.gap();
    if (gap != null) {
      lastInput = Interval.earlier(lastInput, gap);
    }
    day.absence.leave();
    day.breaks.endWithoutNext(checkpoint);
    day.session.close(checkpoint, "the program was closed", SprintEnding.CUT_OFF);
    if (session != null) {
      day.session.askRecovery(new SessionState.Recovery(session, sprint, lastInput));
    }
  }

  /** A gap in ticks is a rest when it is long enough, also where the program was dead in it. */
  private static void restedWhileDead(DayPolicies day, Duration hole, Instant until) {
    if (Durations.atLeast(hole, day.session.setting(RestRule.RESETS_AFTER))) {
      day.session.rested(until);
    }
  }

  /** Tells something that is not the course's own. */
  public static Step tell(DayState state, Event event) {
    DayPolicies day = new DayPolicies(state);
    day.context.tell(event);
    return step(day);
  }

  /** History was edited, undone or imported: a rest is no longer due for work that is not there. */
  public static Step historyChanged(DayState state) {
    DayPolicies day = new DayPolicies(state);
    day.breaks.dropGroundless();
    return step(day);
  }

  /**
   * Books the stretch that is open, up to the state's own instant, as what it is so far: the sums
   * then follow from the spans alone. Ends nothing and tells nothing.
   */
  public static Step settle(DayState state) {
    DayPolicies day = new DayPolicies(state);
    day.absence.settle();
    return new Step(day.state(), List.of(), day.context.changes());
  }

  /**
   * The spans that {@link #settle} would write at an instant: what the open session has counted and
   * history lacks, or has as something else while a gap is open. One whose id history knows stands
   * in that one's place.
   */
  public static List<Span> openSpans(DayState state, Instant at) {
    DayPolicies day = new DayPolicies(state);
    day.context.moveTo(Interval.later(at, state.now()));
    day.absence.settle();
    Set<Span> known = new HashSet<>(state.ledger().spans());
    return day.session.ledger().ledger().spans().stream()
        .filter(span -> !known.contains(span))
        .toList();
  }

  /** What is open at an instant: {@link #openSpans} and the sprint that runs. */
  public static OpenWork openWork(DayState state, Instant at) {
    return new OpenWork(openSpans(state, at), runningSprint(state).orElse(null));
  }

  /** The sprint that runs, be it held; empty where none does. */
  public static Optional<RunningSprint> runningSprint(DayState state) {
    return state.session().phase() instanceof Phase.Sprint sprint && state.task() != null
        ? Optional.of(
            new RunningSprint(sprint.id(), state.task().id(), sprint.start(), sprint.items()))
        : Optional.empty();
  }

  /** When the coach next has something to do by itself; empty where nothing is to come. */
  public static Optional<Instant> nextDeadline(DayState state) {
    return Optional.ofNullable(new DayPolicies(state).next());
  }
}
