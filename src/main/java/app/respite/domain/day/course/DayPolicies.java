package app.respite.domain.day.course;

import app.respite.domain.day.Input;
import app.respite.domain.day.absence.AbsencePolicy;
import app.respite.domain.day.advice.AdvicePolicy;
import app.respite.domain.day.advice.CheckInPolicy;
import app.respite.domain.day.advice.QuestionPolicy;
import app.respite.domain.day.breaks.BreakPolicy;
import app.respite.domain.day.holds.HoldPolicy;
import app.respite.domain.day.limits.LimitPolicy;
import app.respite.domain.day.limits.OfferPolicy;
import app.respite.domain.day.presence.PresencePolicy;
import app.respite.domain.day.session.SessionPolicy;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.day.tiredness.TirednessPolicy;
import app.respite.domain.time.Interval;
import app.respite.domain.time.Timeline;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of a day around one step, each with its part of the state. A room knows those below it;
 * what concerns a room above comes here as a signal. Commands that concern several rooms are put
 * together here.
 */
final class DayPolicies {
  /** More actions than this without time going on is a fault of the rules, not a busy day. */
  private static final int MOST_AT_ONCE = 10_000;

  final StepContext context;
  final PresencePolicy presence;
  final SessionPolicy session;
  final HoldPolicy holds;
  final TirednessPolicy tiredness;
  final BreakPolicy breaks;
  final AbsencePolicy absence;
  final LimitPolicy limits;
  final OfferPolicy offers;
  final AdvicePolicy advice;
  final QuestionPolicy questions;
  private final CheckInPolicy checkIns;

  DayPolicies(DayState state) {
    context = new StepContext(state.frame(), this::heard);
    presence = new PresencePolicy(context, state.presence());
    session =
        new SessionPolicy(context, presence, state.session(), state.ledger(), state.uncounted());
    holds = new HoldPolicy(context, presence, state.holds());
    tiredness =
        new TirednessPolicy(context, presence, session, session.figures(), state.tiredness());
    breaks = new BreakPolicy(context, presence, session, holds, tiredness, state.breaks());
    absence = new AbsencePolicy(context, presence, session, holds, breaks);
    limits = new LimitPolicy(context, presence, session, session.figures(), breaks, state.limits());
    offers =
        new OfferPolicy(
            context,
            presence,
            session,
            session.uncounted(),
            session.figures(),
            breaks,
            state.offers());
    advice =
        new AdvicePolicy(context, session, session.figures(), tiredness, breaks, state.advice());
    questions =
        new QuestionPolicy(
            context, presence, session, session.figures(), tiredness, breaks, state.questions());
    checkIns = new CheckInPolicy(context, session, questions);
  }

  /** The state as the step leaves it. */
  DayState state() {
    return new DayState(
        context.frame(),
        presence.state(),
        session.ledger().ledger(),
        session.state(),
        session.uncounted().state(),
        holds.state(),
        tiredness.state(),
        breaks.state(),
        limits.state(),
        offers.state(),
        advice.state(),
        questions.state());
  }

  // Time.

  /** The next instant at which something is to be done; null where nothing is. */
  @Nullable Instant next() {
    TimedPolicy.Deadlines deadlines = new TimedPolicy.Deadlines();
    limits.deadlines(deadlines);
    holds.deadlines(deadlines);
    absence.deadlines(deadlines);
    session.deadlines(deadlines);
    breaks.deadlines(deadlines);
    questions.deadlines(deadlines);
    offers.deadlines(deadlines);
    return deadlines.earliest();
  }

  /** Does everything that is due up to an instant, each thing at its own time, and stands there. */
  void catchUp(Instant until) {
    int without = 0;
    for (Instant due = next(); due != null && !due.isAfter(until); due = next()) {
      if (due.isAfter(context.now())) {
        context.moveTo(due);
        without = 0;
      } else if (without++ > MOST_AT_ONCE) {
        throw new IllegalStateException("the coach does not come to rest at " + context.now());
      }
      act();
    }
    if (until.isAfter(context.now())) {
      context.moveTo(until);
    }
  }

  /** What is due at the same instant is done in this order. */
  private void act() {
    limits.act();
    holds.act();
    breaks.holdsChanged();
    absence.act();
    session.act();
    breaks.act();
    questions.act();
    session.uncounted().follow();
    offers.act();
  }

  /** The machine slept or the program got no time: what was due in it comes first. */
  void missed(Timeline.Gap gap) {
    catchUp(gap.interval().start());
    boolean input = breaks.hasInput();
    absence.missedFrom(gap);
    catchUp(gap.interval().end());
    session.uncounted().follow();
    absence.missedUntil(input);
  }

  /** The program was dead for a while: what was due in it comes first. */
  void hole(Interval hole) {
    if (hole.isEmpty()) {
      return;
    }
    absence.holeFrom(hole);
    catchUp(hole.end());
    session.uncounted().follow();
    absence.holeUntil(hole);
  }

  // What happens in one room and concerns those above it.

  private void heard(StepSignal signal) {
    switch (signal) {
      case StepSignal.DayBegan began -> advice.dayBegan();
      case StepSignal.GapSplit split -> absence.split();
      case StepSignal.InputRulesChanged changed -> absence.inputRulesChanged();
      case StepSignal.HoldsChanged changed -> breaks.holdsChanged();
      case StepSignal.SessionOpened opened -> {
        questions.opened();
        absence.sessionOpened();
      }
      case StepSignal.SessionStopped stopped -> questions.stopped();
      case StepSignal.SessionClosed closed -> {
        advice.pass();
        breaks.sessionClosed(closed.reason());
      }
      case StepSignal.SprintBegan began -> {
        breaks.sprintBegan();
        advice.pass();
      }
      case StepSignal.SprintTimeOver over -> breaks.sprintOver();
      case StepSignal.SprintFinished finished -> breaks.sprintFinished();
      case StepSignal.SprintShortened shortened -> breaks.warnOfLoweredLength(shortened.in());
      case StepSignal.BreakPrompted prompted -> advice.breakPrompted(prompted.length());
      case StepSignal.BreakBegan began -> advice.breakBegan(began.length());
      case StepSignal.BreakOver over -> absence.restartGap();
      case StepSignal.ReadyForSprint ready -> advice.ready();
      case StepSignal.UncountedBegan began -> offers.begun(began.offer());
      case StepSignal.UncountedEnded ended -> offers.ended();
      case StepSignal.Agreed agreed -> command(agreed.to());
    }
  }

  // What a user asks for, and what the machine tells.

  void command(Input.Command command) {
    switch (command) {
      case Input.Start start -> {
        if (session.takes(start) && breaks.makesWay(start.since() != null)) {
          session.start(start);
        }
      }
      case Input.Stop stop -> stop("you stopped");
      case Input.Pause pause -> session.pause(pause.length());
      case Input.Resume resume -> session.resume();
      case Input.SwitchTask next -> session.switchTask(next.task());
      case Input.TakeBreak take -> breaks.take(take.length());
      case Input.Accept accept -> breaks.accept();
      case Input.Postpone postpone -> {
        if (breakPends() || !limits.postpone(postpone.length())) {
          breaks.postpone(postpone.length());
        }
      }
      case Input.Skip skip -> {
        if (breakPends() || !limits.said()) {
          breaks.skip();
        }
      }
      case Input.EndBreak end -> breaks.endByUser(end.emergency());
      case Input.Tired tired -> breaks.tired();
      case Input.Took took -> breaks.took(took.length());
      case Input.Quiet quiet -> holds.quiet(quiet);
      case Input.Meeting meeting -> {
        holds.meeting(meeting);
        absence.inputRulesChanged();
      }
      case Input.CheckIn rating -> checkIns.checkIn(rating);
      case Input.SkipQuestion skip -> questions.skip(skip.which());
      case Input.AnswerIdle answer -> absence.answer(answer);
      case Input.Items items -> session.count(items.n());
      case Input.Claim claim -> session.claim(claim.length());
      case Input.Submitted submitted -> session.submitted();
      case Input.Recover recover -> session.recover(recover);
      case Input.TakeSuggestion take -> advice.take();
      case Input.DismissSuggestion dismiss -> advice.dismiss();
      case Input.DayEnd end -> {
        if (session.id() != null) {
          stop("the day is closed");
        }
        questions.dayEnds();
      }
    }
  }

  private void stop(String reason) {
    if (session.id() == null) {
      context.refuse("stop", "no session is running");
    } else if (breaks.letsStop()) {
      session.stop(reason);
    }
  }

  private boolean breakPends() {
    return breaks.state().pending() != null;
  }

  void signal(Input.Signal signal) {
    switch (signal) {
      case Input.Tick tick -> {}
      case Input.Active active -> absence.handsBack();
      case Input.Idle idle -> absence.handsOff(idle.lastInput());
      case Input.Lock lock -> absence.lock();
      case Input.Unlock unlock -> absence.unlock();
      case Input.DoNotDisturb dnd -> holds.doNotDisturb(dnd.on());
      case Input.FullScreen fullScreen -> holds.fullScreen(fullScreen.on());
      case Input.InCall call -> holds.call(call.on());
      case Input.Missed missed -> {}
      case Input.SettingsChanged changed -> {
        context.prefer(changed.preferences());
        session.settingsChanged();
        absence.inputRulesChanged();
        breaks.holdsChanged();
      }
      case Input.ZoneChanged changed -> travel(changed.zone());
      case Input.Learned learned -> advice.learned(tiredness.learned(learned.knowledge()));
      case Input.TaskChanged changed -> session.taskChanged(changed.task());
      case Input.IdleSource source -> absence.sourceUsable(source.usable());
    }
  }

  private void travel(ZoneId zone) {
    context.travelTo(zone);
    context.put(new ZoneChange(context.newId(), context.now(), zone));
    breaks.holdsChanged();
  }
}
