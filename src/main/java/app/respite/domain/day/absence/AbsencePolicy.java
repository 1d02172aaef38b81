package app.respite.domain.day.absence;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.breaks.BreakPolicy;
import app.respite.domain.day.breaks.RunningBreak;
import app.respite.domain.day.holds.HoldsView;
import app.respite.domain.day.presence.PresencePolicy;
import app.respite.domain.day.presence.PresenceState;
import app.respite.domain.day.presence.PresenceState.IdleQuestion;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.LedgerEditor;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionPolicy;
import app.respite.domain.day.session.SprintEnding;
import app.respite.domain.day.session.UncountedTimePolicy;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal.Offer;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.time.Durations;
import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import app.respite.domain.time.Timeline;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there, and what the time was in which nobody was. A gap is dealt with when it
 * ends, from its first moment on: short ones were work, longer ones idle, from {@code idle.natural}
 * on they were a rest; what the machine slept or the screen was locked is away.
 */
public final class AbsencePolicy implements TimedPolicy {
  private static final Set<SpanState> UNLESS_PAUSED =
      Set.of(SpanState.WORK, SpanState.READY, SpanState.IDLE);
  private static final Set<SpanState> UNLESS_BREAK =
      Set.of(SpanState.WORK, SpanState.READY, SpanState.IDLE, SpanState.NATURAL, SpanState.PAUSED);

  private final StepContext context;
  private final PresencePolicy presence;
  private final SessionPolicy session;
  private final LedgerEditor ledger;
  private final UncountedTimePolicy uncounted;
  private final HoldsView holds;
  private final BreakPolicy breaks;

  /** For one step. */
  public AbsencePolicy(
      StepContext context,
      PresencePolicy presence,
      SessionPolicy session,
      HoldsView holds,
      BreakPolicy breaks) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.holds = holds;
    this.breaks = breaks;
    ledger = session.ledger();
    uncounted = session.uncounted();
  }

  @Override
  public void deadlines(Deadlines to) {
    if (session.id() == null || presence.gap() == null || session.pause() != null) {
      return;
    }
    if (!resting() && !presence.declared()) {
      to.add(presence.gap().plus(context.preference(CoachKeys.IDLE_AFTER)));
    }
    to.add(breakGivenUpAt());
    Instant closes = closesAt();
    if (closes != null && !closes.equals(context.acting())) {
      to.add(closes);
    }
  }

  @Override
  public void act() {
    if (session.id() == null || presence.gap() == null || session.pause() != null) {
      return;
    }
    if (!resting() && !presence.declared() && presence.absent()) {
      boolean aloud = context.acting() == null && countedHandsOff() != null;
      presence.declare(aloud);
      if (aloud && presence.gap() != null) {
        context.tell(new Event.IdleBegan(presence.gap()));
      }
    }
    Instant givenUp = breakGivenUpAt();
    if (givenUp != null && !context.now().isBefore(givenUp)) {
      UUID ended = session.id();
      if (breaks.endUnreturned()) {
        presence.closedInGap(ended);
      }
    }
    Instant closes = closesAt();
    if (closes != null
        && !context.now().isBefore(closes)
        && !context.now().equals(context.acting())) {
      closeSession(presence.gap());
    }
  }

  /** Whether nobody needs to be there: on a break, and beyond one that nobody came back from. */
  private boolean resting() {
    return session.onBreak() || session.beyondBreak();
  }

  /**
   * When a break that nobody comes back from is over, an hour after its start if that is later than
   * its length (B69); null where somebody is there.
   */
  private @Nullable Instant breakGivenUpAt() {
    RunningBreak rest = breaks.state().running();
    return presence.gap() != null && rest != null
        ? Interval.later(rest.over(), rest.start().plus(SessionPolicy.CLOSES_AFTER))
        : null;
  }

  /** When the session is closed for want of anybody; null where it is not. */
  private @Nullable Instant closesAt() {
    Instant gap = presence.gap();
    if (gap == null || session.onBreak()) {
      return null;
    }
    Instant from = session.resumed() == null ? gap : Interval.later(gap, session.resumed());
    return from.plus(SessionPolicy.CLOSES_AFTER);
  }

  private void closeSession(Instant gap) {
    presence.closedInGap(session.id());
    Ledger.Open beyond = session.beyondBreak() ? ledger.ledger().open() : null;
    session.close(
        beyond == null ? gap : context.now(), "nobody was there for an hour", SprintEnding.CUT_OFF);
    if (beyond != null) {
      ledger.awayBeyond(beyond);
    }
    uncounted.begin(null, Offer.ANEW);
  }

  // What is told.

  /** The last input was at an instant. */
  public void handsOff(Instant lastInput) {
    if (presence.handsOff() != null) {
      return;
    }
    presence.handsOff(Interval.earlier(lastInput, context.now()));
    if (session.phase() instanceof Phase.OnBreak) {
      breaks.inputStopped(lastInput);
    }
    Instant counted = countedHandsOff();
    if (counted != null) {
      presence.openGap(since(counted));
    }
  }

  /** Input goes on. */
  public void handsBack() {
    presence.handsBack();
    endGapIfBack();
    if (session.phase() instanceof Phase.OnBreak) {
      breaks.inputSeen();
    }
  }

  /** Somebody asked for something: that is input, though in a break not a sign of work. */
  public void asked() {
    boolean wasOff = presence.handsOff() != null;
    if (session.onBreak() && wasOff) {
      if (presence.locked() == null && !breaks.overtime()) {
        presence.handsOff(context.now());
        presence.restartGap();
      }
      return;
    }
    if (wasOff || presence.locked() != null) {
      presence.handsBack();
      if (presence.locked() != null) {
        unlock();
      } else {
        endGapIfBack();
      }
    }
  }

  /** The screen was locked. */
  public void lock() {
    if (presence.locked() != null) {
      return;
    }
    presence.lock();
    breaks.inputStopped(context.now());
    presence.openGap(context.now());
    breaks.holdsChanged();
  }

  /** The screen was unlocked. */
  public void unlock() {
    Instant locked = presence.locked();
    if (locked == null) {
      return;
    }
    Interval lock = new Interval(locked, context.now());
    presence.unlock();
    presence.unseen(GapCause.LOCK, lock);
    tellAway(GapCause.LOCK, lock);
    endGapIfBack();
    breaks.holdsChanged();
  }

  /**
   * The machine slept or the program got no time; the step stands at the stretch's start. What was
   * due in it comes next, and then {@link #missedUntil}.
   */
  public void missedFrom(Timeline.Gap gap) {
    breaks.inputStopped(context.now());
    context.actAt(gap.interval().end());
    presence.openGap(gap.interval().start());
    presence.unseen(gap.cause(), gap.interval());
    if (presence.locked() == null) {
      tellAway(gap.cause(), gap.interval());
    }
  }

  /**
   * The stretch is over, and what was due in it is done.
   *
   * @param input whether there was input in a break when it began
   */
  public void missedUntil(boolean input) {
    context.actAt(null);
    endGapIfBack();
    if (input) {
      breaks.inputSeen();
    }
    sayStillIdle();
  }

  /** Awake again and still nobody there: the idle time was not told of during the sleep. */
  private void sayStillIdle() {
    PresenceState now = presence.state();
    if (now.declared()
        && !now.said()
        && now.gap() != null
        && now.locked() == null
        && countedHandsOff() != null
        && session.id() != null
        && session.pause() == null) {
      presence.declare(true);
      context.tell(new Event.IdleBegan(now.gap()));
    }
  }

  /**
   * The program died at {@code since} and is back now; whatever its length, the hole is away. The
   * step stands at its start. A gap that was open then goes on until somebody is told to be back.
   * What was due in it comes next, and then {@link #holeUntil}.
   */
  public void holeFrom(Interval hole) {
    context.actAt(hole.end());
    presence.openGap(hole.start());
    presence.unseen(GapCause.GAP, hole);
    if (!session.onBreak()) {
      context.tell(new Event.Away(GapCause.GAP, hole.start(), hole.end()));
      context.put(
          new JournalRecord.Absence(context.newId(), GapCause.GAP, hole.start(), hole.end()));
    }
  }

  /** The hole is over, and what was due in it is done. */
  public void holeUntil(Interval hole) {
    context.actAt(null);
    UUID inside = session.id() != null ? session.id() : presence.state().closed();
    endGapIfBack();
    if (inside != null) {
      ledger.restate(hole, UNLESS_BREAK, SpanState.AWAY, cause(GapCause.GAP), null);
    }
  }

  /** Deals with the open gap for a session that is closed now; it goes on outside it. */
  public void leave() {
    PresenceState was = presence.state();
    if (was.gap() == null) {
      return;
    }
    Interval gap = new Interval(Interval.earlier(was.gap(), context.now()), context.now());
    if (session.beyondBreak()) {
      bookBeyond(was);
    } else if (session.id() != null && !session.onBreak()) {
      if (session.pause() != null) {
        bookPaused(was, gap);
      } else if (counts(was, gap.length())) {
        bookCounted(was, gap);
      }
    }
    restartGap();
  }

  /** Whether anything tells of input. */
  public void sourceUsable(boolean usable) {
    presence.sourceUsable(usable);
    inputRulesChanged();
  }

  /**
   * Whether missing input counts may have changed: a passive task, a meeting, a source. Where it
   * counts again, it does so from now: what it did not count for stays what it was.
   */
  public void inputRulesChanged() {
    if (countedHandsOff() != null) {
      presence.openGap(context.now());
    } else {
      endGapIfBack();
    }
  }

  /** A session begins: a gap that is open counts in it from now. */
  public void sessionOpened() {
    presence.ask(null);
    presence.closedInGap(null);
    presence.endGap();
    inputRulesChanged();
    if (presence.locked() != null) {
      presence.openGap(context.now());
    }
  }

  /** Deals with the open gap up to now and lets it go on as a new one. */
  public void split() {
    if (presence.gap() == null) {
      return;
    }
    List<PresenceState.Absence> rest =
        presence.state().absences().stream()
            .filter(absence -> absence.interval().end().isAfter(context.now()))
            .toList();
    resolveOpenGap(context.now());
    restartGap();
    for (PresenceState.Absence absence : rest) {
      presence.openGap(context.now());
      presence.unseen(absence.cause(), new Interval(context.now(), absence.interval().end()));
    }
  }

  /** Books what is open up to now as what it is so far. */
  public void settle() {
    PresenceState open = presence.stateWithLock();
    if (session.beyondBreak()) {
      ledger.closeOpenNow();
      return;
    }
    if (session.id() == null) {
      if (open.closed() != null && open.gap() != null) {
        bookClosed(open, new Interval(open.gap(), context.now()), open.closed());
      }
      return;
    }
    if (open.gap() != null && !session.onBreak()) {
      Interval gap = new Interval(Interval.earlier(open.gap(), context.now()), context.now());
      if (session.pause() != null) {
        bookAway(open, gap);
      } else if (counts(open, gap.length())) {
        SpanState kind = isRest(gap.length()) ? SpanState.NATURAL : SpanState.IDLE;
        ledger.restate(gap, UNLESS_PAUSED, kind, null, null);
        bookAway(open, gap);
      }
    }
    ledger.closeOpenNow();
  }

  /** Lets the open gap, if its reasons go on, begin now; what it was until now is not looked at. */
  public void restartGap() {
    boolean open = countedHandsOff() != null || presence.locked() != null;
    presence.endGap();
    if (open) {
      presence.openGap(context.now());
    }
  }

  private @Nullable Instant countedHandsOff() {
    return presence.known() && !session.passive() && holds.state().talkingSince() == null
        ? presence.handsOff()
        : null;
  }

  /** A gap inside a session begins no earlier than what is being counted. */
  private Instant since(Instant input) {
    Ledger.Open open = ledger.ledger().open();
    return open == null ? input : Interval.later(input, open.since());
  }

  private void endGapIfBack() {
    if (presence.gap() != null && countedHandsOff() == null && presence.locked() == null) {
      resolveOpenGap(context.now());
    }
  }

  private void tellAway(GapCause cause, Interval stretch) {
    Instant gap = presence.gap();
    boolean inSession =
        session.id() != null
            || (presence.state().closed() != null
                && gap != null
                && stretch.start().isBefore(gap.plus(SessionPolicy.CLOSES_AFTER)));
    if (inSession && !resting() && isRest(stretch.length())) {
      context.tell(new Event.Away(cause, stretch.start(), stretch.end()));
      context.put(
          new JournalRecord.Absence(context.newId(), cause, stretch.start(), stretch.end()));
    }
  }

  private boolean isRest(Duration length) {
    return Durations.atLeast(length, context.preference(CoachKeys.IDLE_NATURAL));
  }

  // What the gap was.

  private void resolveOpenGap(Instant end) {
    PresenceState was = presence.state();
    if (was.gap() == null) {
      return;
    }
    presence.endGap();
    Interval gap = new Interval(Interval.earlier(was.gap(), end), end);
    if (session.beyondBreak()) {
      bookBeyond(was);
      presence.closedInGap(null);
      if (session.id() == null) {
        session.rested(end);
      } else {
        breaks.backFromBeyond();
      }
      return;
    }
    if (was.closed() != null) {
      resolveClosed(was, gap, was.closed());
      presence.closedInGap(null);
      return;
    }
    if (session.id() == null) {
      if (Durations.atLeast(gap.length(), session.setting(RestRule.RESETS_AFTER))) {
        session.rested(end);
      }
    } else if (session.onBreak()) {
      breaks.cameBack();
    } else if (session.pause() != null) {
      resolvePaused(was, gap);
    } else {
      resolveCounted(was, gap);
    }
  }

  private void resolveCounted(PresenceState was, Interval gap) {
    Duration length = gap.length();
    if (!counts(was, length)) {
      breaks.afterAbsence(length);
      return;
    }
    bookCounted(was, gap);
    breaks.afterAbsence(length);
  }

  /** Whether a gap is no work; what was said to be idle stays so though the settings change. */
  private boolean counts(PresenceState was, Duration length) {
    return was.declared() || Durations.atLeast(length, context.preference(CoachKeys.IDLE_AFTER));
  }

  private void bookCounted(PresenceState was, Interval gap) {
    Duration length = gap.length();
    boolean rest = isRest(length);
    ledger.restate(gap, UNLESS_PAUSED, rest ? SpanState.NATURAL : SpanState.IDLE, null, null);
    Duration natural = rest ? length.minus(bookAway(was, gap)) : Duration.ZERO;
    session.recount(gap);
    tellIdle(was, gap, natural, session.id());
  }

  private void resolvePaused(PresenceState was, Interval gap) {
    bookPaused(was, gap);
    breaks.afterAbsence(gap.length());
  }

  private void bookPaused(PresenceState was, Interval gap) {
    if (Durations.atLeast(gap.length(), session.setting(RestRule.RESETS_AFTER))) {
      ledger.restate(gap, Set.of(SpanState.PAUSED), SpanState.PAUSED, Ledger.NO_INPUT, null);
    }
    bookAway(was, gap);
  }

  /**
   * The gap in which the session was closed: a sleep that began while it was open is booked, the
   * rest was outside the session.
   */
  private void resolveClosed(PresenceState was, Interval gap, UUID closed) {
    Duration away = bookClosed(was, gap, closed);
    session.rested(gap.end());
    uncounted.begin(gap.end(), Offer.ANEW);
    tellIdle(was, gap, gap.length().minus(away), closed);
  }

  /** Books what went beyond a break as away up to now, in one stretch, and tells of it. */
  private void bookBeyond(PresenceState was) {
    Interval beyond = ledger.endBeyond();
    if (!isRest(beyond.length())) {
      return;
    }
    GapCause cause =
        was.absences().stream()
            .filter(absence -> absence.interval().overlaps(beyond))
            .map(PresenceState.Absence::cause)
            .findFirst()
            .orElse(GapCause.GAP);
    context.tell(new Event.Away(cause, beyond.start(), beyond.end()));
    context.put(new JournalRecord.Absence(context.newId(), cause, beyond.start(), beyond.end()));
  }

  private Duration bookClosed(PresenceState was, Interval gap, UUID closed) {
    Duration away = Duration.ZERO;
    for (PresenceState.Absence absence : was.absences()) {
      Interval part = absence.interval().clip(gap);
      if (isRest(part.length())
          && part.start().isBefore(gap.start().plus(SessionPolicy.CLOSES_AFTER))) {
        ledger.book(closed, part, SpanState.AWAY, cause(absence.cause()));
        away = away.plus(part.length());
      }
    }
    return away;
  }

  /** Books sleeps, locks and stalls that were long enough; gives their length in all. */
  private Duration bookAway(PresenceState was, Interval gap) {
    Duration away = Duration.ZERO;
    for (PresenceState.Absence absence : was.absences()) {
      Interval part = absence.interval().clip(gap);
      if (isRest(part.length())) {
        ledger.restate(part, UNLESS_BREAK, SpanState.AWAY, cause(absence.cause()), null);
        away = away.plus(part.length());
      }
    }
    return away;
  }

  private void tellIdle(
      PresenceState was, Interval gap, Duration natural, @Nullable UUID inSession) {
    if (was.said()) {
      context.tell(new Event.IdleEnded(gap.start(), gap.end()));
    }
    if (!isRest(natural)) {
      return;
    }
    context.tell(new Event.NaturalBreak(gap.start(), gap.end()));
    context.put(
        new Break(
            context.newId(), BreakKind.NATURAL, gap.start(), gap.end(), Route.NATURAL, true, null));
    if (inSession != null
        && !ledger.ledger().breakEndsAt(gap.start())
        && Durations.atLeast(natural, context.preference(CoachKeys.IDLE_ASK_AFTER))) {
      presence.ask(new IdleQuestion(gap.start(), gap.end(), inSession));
      context.tell(new Event.IdleAsked(gap.start(), gap.end()));
    }
  }

  private static String cause(GapCause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  // What the user says it was.

  /**
   * Says anew what the idle stretch was that is asked about; never alters a sprint that has ended.
   */
  public void answer(Input.AnswerIdle answer) {
    IdleQuestion question = presence.question();
    if (question == null) {
      context.refuse("answer-idle", "no idle time is asked about");
      return;
    }
    presence.ask(null);
    Interval stretch = new Interval(question.since(), question.until());
    Set<SpanState> idle = Set.of(SpanState.NATURAL, SpanState.IDLE);
    switch (answer.as()) {
      case REST -> mark(stretch, IdleAnswer.REST);
      case WORK -> asWork(question, stretch, IdleAnswer.WORK);
      case SPLIT -> {
        Duration rest =
            Durations.min(answer.rest() == null ? Duration.ZERO : answer.rest(), stretch.length());
        Instant middle = stretch.start().plus(rest);
        mark(new Interval(stretch.start(), middle), IdleAnswer.SPLIT);
        asWork(question, new Interval(middle, stretch.end()), IdleAnswer.SPLIT);
      }
      case DISCARD ->
          ledger.restate(stretch, idle, SpanState.AWAY, "discarded", IdleAnswer.DISCARD);
    }
    session.recountLastSprint();
  }

  private void mark(Interval stretch, IdleAnswer answer) {
    ledger.restate(stretch, Set.of(SpanState.NATURAL), SpanState.NATURAL, null, answer);
  }

  private void asWork(IdleQuestion question, Interval stretch, IdleAnswer answer) {
    ledger.restate(
        stretch,
        Set.of(SpanState.NATURAL, SpanState.IDLE, SpanState.READY),
        SpanState.WORK,
        null,
        answer);
    ledger.book(question.session(), stretch, SpanState.WORK, null);
    if (question.until().equals(session.restedAt())) {
      session.rested(null);
    }
    // The work of a sprint that has ended stays what it was.
    Phase.Sprint running = session.phase() instanceof Phase.Sprint sprint ? sprint : null;
    for (Span span : ledger.spansIn(stretch)) {
      if (span.state() == SpanState.WORK
          && span.sprint() != null
          && (running == null || !running.id().equals(span.sprint()))) {
        ledger.detach(span);
      }
    }
  }
}
