package app.respite.domain.day;

import app.respite.domain.breaks.RestRule;
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
final class PresenceDesk implements Desk {
  /** A session without anybody there for this long is closed. */
  static final Duration CLOSES_AFTER = Duration.ofHours(1);

  private static final Set<SpanState> UNLESS_PAUSED =
      Set.of(SpanState.WORK, SpanState.READY, SpanState.IDLE);
  private static final Set<SpanState> UNLESS_BREAK =
      Set.of(SpanState.WORK, SpanState.READY, SpanState.IDLE, SpanState.NATURAL, SpanState.PAUSED);

  private final Turn turn;
  private final Desks desks;

  PresenceDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  @Override
  public void deadlines(Deadlines to) {
    Presence presence = turn.presence;
    if (turn.session == null || presence.gap() == null || turn.pause != null) {
      return;
    }
    if (!resting() && !presence.declared()) {
      to.add(presence.gap().plus(turn.preferences.get(CoachKeys.IDLE_AFTER)));
    }
    to.add(breakGivenUpAt());
    Instant closes = closesAt();
    if (closes != null && !closes.equals(turn.acting)) {
      to.add(closes);
    }
  }

  @Override
  public void act() {
    Presence presence = turn.presence;
    if (turn.session == null || presence.gap() == null || turn.pause != null) {
      return;
    }
    if (!resting() && !presence.declared() && turn.absent()) {
      boolean aloud = turn.acting == null && countedHandsOff() != null;
      turn.presence = presence.declaredNow(aloud);
      if (aloud) {
        turn.tell(new Event.IdleBegan(presence.gap()));
      }
    }
    Instant givenUp = breakGivenUpAt();
    if (givenUp != null && !turn.now.isBefore(givenUp)) {
      desks.breaks.endUnreturned();
    }
    Instant closes = closesAt();
    if (closes != null && !turn.now.isBefore(closes) && !turn.now.equals(turn.acting)) {
      closeSession(presence.gap());
    }
  }

  /** Whether nobody needs to be there: on a break, and beyond one that nobody came back from. */
  private boolean resting() {
    return turn.onBreak() || turn.beyondBreak();
  }

  /**
   * When a break that nobody comes back from is over, an hour after its start if that is later than
   * its length (B69); null where somebody is there.
   */
  private @Nullable Instant breakGivenUpAt() {
    RunningBreak rest = turn.running;
    return turn.presence.gap() != null && rest != null
        ? Interval.later(rest.over(), rest.start().plus(CLOSES_AFTER))
        : null;
  }

  /** When the session is closed for want of anybody; null where it is not. */
  private @Nullable Instant closesAt() {
    Instant gap = turn.presence.gap();
    if (gap == null || turn.onBreak()) {
      return null;
    }
    Instant from = turn.resumed == null ? gap : Interval.later(gap, turn.resumed);
    return from.plus(CLOSES_AFTER);
  }

  private void closeSession(Instant gap) {
    turn.closed = turn.session;
    Ledger.Open beyond = turn.beyondBreak() ? turn.ledger.open() : null;
    desks.sprints.close(
        beyond == null ? gap : turn.now, "nobody was there for an hour", SprintDesk.Ending.CUT_OFF);
    if (beyond != null) {
      turn.awayBeyond(beyond);
    }
    turn.uncounted = turn.uncounted.begun(null, false);
  }

  // What is told.

  /** The last input was at an instant. */
  void handsOff(Instant lastInput) {
    if (turn.presence.handsOff() != null) {
      return;
    }
    turn.presence = turn.presence.withHandsOff(Interval.earlier(lastInput, turn.now));
    if (turn.phase instanceof Phase.OnBreak) {
      desks.breaks.inputStopped(lastInput);
    }
    if (countedHandsOff() != null) {
      openGap(since(countedHandsOff()));
    }
  }

  /** Input goes on. */
  void handsBack() {
    turn.presence = turn.presence.withHandsOff(null);
    endGapIfBack();
    if (turn.phase instanceof Phase.OnBreak) {
      desks.breaks.inputSeen();
    }
  }

  /** Somebody asked for something: that is input, though in a break not a sign of work. */
  void asked() {
    boolean wasOff = turn.presence.handsOff() != null;
    if (turn.onBreak() && wasOff) {
      if (turn.presence.locked() == null && !desks.breaks.overtime()) {
        turn.presence = turn.presence.withHandsOff(turn.now).withGap(turn.now);
      }
      return;
    }
    if (wasOff || turn.presence.locked() != null) {
      turn.presence = turn.presence.withHandsOff(null);
      if (turn.presence.locked() != null) {
        unlock();
      } else {
        endGapIfBack();
      }
    }
  }

  void lock() {
    if (turn.presence.locked() != null) {
      return;
    }
    turn.presence = turn.presence.withLocked(turn.now);
    desks.breaks.inputStopped(turn.now);
    openGap(turn.now);
    desks.breaks.holdsChanged();
  }

  void unlock() {
    Instant locked = turn.presence.locked();
    if (locked == null) {
      return;
    }
    turn.presence =
        turn.presence
            .withLocked(null)
            .withHandsOff(null)
            .withAbsence(GapCause.LOCK, new Interval(locked, turn.now));
    tellAway(GapCause.LOCK, new Interval(locked, turn.now));
    endGapIfBack();
    desks.breaks.holdsChanged();
  }

  /** The machine slept or the program got no time; the state stands at the stretch's start. */
  void missed(Timeline.Gap gap) {
    Instant end = gap.interval().end();
    boolean input = desks.breaks.hasInput();
    desks.breaks.inputStopped(turn.now);
    turn.acting = end;
    openGap(gap.interval().start());
    turn.presence = turn.presence.withAbsence(gap.cause(), gap.interval());
    if (turn.presence.locked() == null) {
      tellAway(gap.cause(), gap.interval());
    }
    desks.catchUp(end);
    desks.uncounted.follow();
    turn.acting = null;
    endGapIfBack();
    if (input) {
      desks.breaks.inputSeen();
    }
    sayStillIdle();
  }

  /** Awake again and still nobody there: the idle time was not told of during the sleep. */
  private void sayStillIdle() {
    Presence presence = turn.presence;
    if (presence.declared()
        && !presence.said()
        && presence.gap() != null
        && presence.locked() == null
        && countedHandsOff() != null
        && turn.session != null
        && turn.pause == null) {
      turn.presence = presence.declaredNow(true);
      turn.tell(new Event.IdleBegan(presence.gap()));
    }
  }

  /**
   * The program died at {@code since} and is back now; whatever its length, the hole is away. The
   * state stands at its start. A gap that was open then goes on until somebody is told to be back.
   */
  void hole(Instant since, Instant until) {
    Interval hole = new Interval(since, until);
    if (hole.isEmpty()) {
      return;
    }
    turn.acting = until;
    openGap(since);
    turn.presence = turn.presence.withAbsence(GapCause.GAP, hole);
    if (!turn.onBreak()) {
      turn.tell(new Event.Away(GapCause.GAP, since, until));
      turn.put(new JournalRecord.Absence(turn.newId(), GapCause.GAP, since, until));
    }
    desks.catchUp(until);
    desks.uncounted.follow();
    turn.acting = null;
    UUID inside = turn.session != null ? turn.session : turn.closed;
    endGapIfBack();
    if (inside != null) {
      turn.restate(hole, UNLESS_BREAK, SpanState.AWAY, cause(GapCause.GAP), null);
    }
  }

  /** Deals with the open gap for a session that is closed now; it goes on outside it. */
  void leave() {
    Presence was = turn.presence;
    if (was.gap() == null) {
      return;
    }
    Interval gap = new Interval(Interval.earlier(was.gap(), turn.now), turn.now);
    if (turn.beyondBreak()) {
      bookBeyond(was);
    } else if (turn.session != null && !turn.onBreak()) {
      if (turn.pause != null) {
        bookPaused(was, gap);
      } else if (counts(was, gap.length())) {
        bookCounted(was, gap);
      }
    }
    restartGap();
  }

  void sourceUsable(boolean usable) {
    turn.presence = turn.presence.withKnown(usable);
    inputRulesChanged();
  }

  /**
   * Whether missing input counts may have changed: a passive task, a meeting, a source. Where it
   * counts again, it does so from now: what it did not count for stays what it was.
   */
  void inputRulesChanged() {
    if (countedHandsOff() != null) {
      openGap(turn.now);
    } else {
      endGapIfBack();
    }
  }

  /** A session begins: a gap that is open counts in it from now. */
  void sessionOpened() {
    turn.closed = null;
    turn.presence = turn.presence.withGap(null);
    inputRulesChanged();
    if (turn.presence.locked() != null) {
      openGap(turn.now);
    }
  }

  /** Deals with the open gap up to now and lets it go on as a new one. */
  void split() {
    if (turn.presence.gap() == null) {
      return;
    }
    List<PresenceState.Absence> rest =
        turn.presence.absences().stream()
            .filter(absence -> absence.interval().end().isAfter(turn.now))
            .toList();
    resolveOpenGap(turn.now);
    restartGap();
    for (PresenceState.Absence absence : rest) {
      openGap(turn.now);
      turn.presence =
          turn.presence.withAbsence(
              absence.cause(), new Interval(turn.now, absence.interval().end()));
    }
  }

  /** Books what is open up to now as what it is so far. */
  void settle() {
    Presence was = turn.presence;
    Presence open =
        was.locked() == null
            ? was
            : was.withAbsence(GapCause.LOCK, new Interval(was.locked(), turn.now));
    if (turn.beyondBreak()) {
      turn.closeOpenNow();
      return;
    }
    if (turn.session == null) {
      if (turn.closed != null && open.gap() != null) {
        bookClosed(open, new Interval(open.gap(), turn.now), turn.closed);
      }
      return;
    }
    if (open.gap() != null && !turn.onBreak()) {
      Interval gap = new Interval(Interval.earlier(open.gap(), turn.now), turn.now);
      if (turn.pause != null) {
        bookAway(open, gap);
      } else if (counts(open, gap.length())) {
        SpanState kind = isRest(gap.length()) ? SpanState.NATURAL : SpanState.IDLE;
        turn.restate(gap, UNLESS_PAUSED, kind, null, null);
        bookAway(open, gap);
      }
    }
    turn.closeOpenNow();
  }

  /** Lets the open gap, if its reasons go on, begin now; what it was until now is not looked at. */
  void restartGap() {
    boolean open = countedHandsOff() != null || turn.presence.locked() != null;
    turn.presence = turn.presence.withGap(null);
    if (open) {
      openGap(turn.now);
    }
  }

  private @Nullable Instant countedHandsOff() {
    Presence presence = turn.presence;
    if (!presence.known() || turn.passive() || turn.holds.talkingSince() != null) {
      return null;
    }
    return presence.handsOff();
  }

  /** A gap inside a session begins no earlier than what is being counted. */
  private Instant since(Instant input) {
    Ledger.Open open = turn.ledger.open();
    return open == null ? input : Interval.later(input, open.since());
  }

  private void openGap(Instant since) {
    if (turn.presence.gap() == null) {
      turn.presence = turn.presence.withGap(since);
    }
  }

  private void endGapIfBack() {
    if (turn.presence.gap() != null
        && countedHandsOff() == null
        && turn.presence.locked() == null) {
      resolveOpenGap(turn.now);
    }
  }

  private void tellAway(GapCause cause, Interval stretch) {
    Instant gap = turn.presence.gap();
    boolean inSession =
        turn.session != null
            || (turn.closed != null
                && gap != null
                && stretch.start().isBefore(gap.plus(CLOSES_AFTER)));
    if (inSession && !resting() && isRest(stretch.length())) {
      turn.tell(new Event.Away(cause, stretch.start(), stretch.end()));
      turn.put(new JournalRecord.Absence(turn.newId(), cause, stretch.start(), stretch.end()));
    }
  }

  private boolean isRest(Duration length) {
    return Durations.atLeast(length, turn.preferences.get(CoachKeys.IDLE_NATURAL));
  }

  // What the gap was.

  private void resolveOpenGap(Instant end) {
    Presence was = turn.presence;
    if (was.gap() == null) {
      return;
    }
    turn.presence = was.withGap(null);
    Interval gap = new Interval(Interval.earlier(was.gap(), end), end);
    if (turn.beyondBreak()) {
      bookBeyond(was);
      turn.closed = null;
      if (turn.session == null) {
        turn.restedAt = end;
      } else {
        desks.breaks.backFromBeyond();
      }
      return;
    }
    if (turn.closed != null) {
      resolveClosed(was, gap, turn.closed);
      turn.closed = null;
      return;
    }
    if (turn.session == null) {
      if (Durations.atLeast(gap.length(), turn.setting(RestRule.RESETS_AFTER))) {
        turn.restedAt = end;
      }
    } else if (turn.onBreak()) {
      desks.breaks.cameBack();
    } else if (turn.pause != null) {
      resolvePaused(was, gap);
    } else {
      resolveCounted(was, gap);
    }
  }

  private void resolveCounted(Presence was, Interval gap) {
    Duration length = gap.length();
    if (!counts(was, length)) {
      desks.breaks.afterAbsence(length);
      return;
    }
    bookCounted(was, gap);
    desks.breaks.afterAbsence(length);
  }

  /** Whether a gap is no work; what was said to be idle stays so though the settings change. */
  private boolean counts(Presence was, Duration length) {
    return was.declared() || Durations.atLeast(length, turn.preferences.get(CoachKeys.IDLE_AFTER));
  }

  private void bookCounted(Presence was, Interval gap) {
    Duration length = gap.length();
    boolean rest = isRest(length);
    turn.restate(gap, UNLESS_PAUSED, rest ? SpanState.NATURAL : SpanState.IDLE, null, null);
    Duration natural = rest ? length.minus(bookAway(was, gap)) : Duration.ZERO;
    desks.sprints.recount(gap);
    tellIdle(was, gap, natural, turn.session);
  }

  private void resolvePaused(Presence was, Interval gap) {
    bookPaused(was, gap);
    desks.breaks.afterAbsence(gap.length());
  }

  private void bookPaused(Presence was, Interval gap) {
    if (Durations.atLeast(gap.length(), turn.setting(RestRule.RESETS_AFTER))) {
      turn.restate(gap, Set.of(SpanState.PAUSED), SpanState.PAUSED, Ledger.NO_INPUT, null);
    }
    bookAway(was, gap);
  }

  /**
   * The gap in which the session was closed: a sleep that began while it was open is booked, the
   * rest was outside the session.
   */
  private void resolveClosed(Presence was, Interval gap, UUID session) {
    Duration away = bookClosed(was, gap, session);
    turn.restedAt = gap.end();
    turn.uncounted = turn.uncounted.begun(gap.end(), false);
    tellIdle(was, gap, gap.length().minus(away), session);
  }

  /** Books what went beyond a break as away up to now, in one stretch, and tells of it. */
  private void bookBeyond(Presence was) {
    Interval beyond = turn.endBeyond();
    if (!isRest(beyond.length())) {
      return;
    }
    GapCause cause =
        was.absences().stream()
            .filter(absence -> absence.interval().overlaps(beyond))
            .map(PresenceState.Absence::cause)
            .findFirst()
            .orElse(GapCause.GAP);
    turn.tell(new Event.Away(cause, beyond.start(), beyond.end()));
    turn.put(new JournalRecord.Absence(turn.newId(), cause, beyond.start(), beyond.end()));
  }

  private Duration bookClosed(Presence was, Interval gap, UUID session) {
    Duration away = Duration.ZERO;
    for (PresenceState.Absence absence : was.absences()) {
      Interval part = absence.interval().clip(gap);
      if (isRest(part.length()) && part.start().isBefore(gap.start().plus(CLOSES_AFTER))) {
        turn.book(session, part, SpanState.AWAY, cause(absence.cause()));
        away = away.plus(part.length());
      }
    }
    return away;
  }

  /** Books sleeps, locks and stalls that were long enough; gives their length in all. */
  private Duration bookAway(Presence was, Interval gap) {
    Duration away = Duration.ZERO;
    for (PresenceState.Absence absence : was.absences()) {
      Interval part = absence.interval().clip(gap);
      if (isRest(part.length())) {
        turn.restate(part, UNLESS_BREAK, SpanState.AWAY, cause(absence.cause()), null);
        away = away.plus(part.length());
      }
    }
    return away;
  }

  private void tellIdle(Presence was, Interval gap, Duration natural, @Nullable UUID session) {
    if (was.said()) {
      turn.tell(new Event.IdleEnded(gap.start(), gap.end()));
    }
    if (!isRest(natural)) {
      return;
    }
    turn.tell(new Event.NaturalBreak(gap.start(), gap.end()));
    turn.put(
        new Break(
            turn.newId(), BreakKind.NATURAL, gap.start(), gap.end(), Route.NATURAL, true, null));
    if (session != null
        && !turn.ledger.breakEndsAt(gap.start())
        && Durations.atLeast(natural, turn.preferences.get(CoachKeys.IDLE_ASK_AFTER))) {
      turn.idleQuestion = new PresenceState.IdleQuestion(gap.start(), gap.end(), session);
      turn.tell(new Event.IdleAsked(gap.start(), gap.end()));
    }
  }

  private static String cause(GapCause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  // What the user says it was.

  /**
   * Says anew what the idle stretch was that is asked about; never alters a sprint that has ended.
   */
  void answer(Input.AnswerIdle answer) {
    PresenceState.IdleQuestion question = turn.idleQuestion;
    if (question == null) {
      desks.refuse("answer-idle", "no idle time is asked about");
      return;
    }
    turn.idleQuestion = null;
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
      case DISCARD -> turn.restate(stretch, idle, SpanState.AWAY, "discarded", IdleAnswer.DISCARD);
    }
    turn.recountSprint(turn.lastSprint);
  }

  private void mark(Interval stretch, IdleAnswer answer) {
    turn.restate(stretch, Set.of(SpanState.NATURAL), SpanState.NATURAL, null, answer);
  }

  private void asWork(PresenceState.IdleQuestion question, Interval stretch, IdleAnswer answer) {
    turn.restate(
        stretch,
        Set.of(SpanState.NATURAL, SpanState.IDLE, SpanState.READY),
        SpanState.WORK,
        null,
        answer);
    turn.book(question.session(), stretch, SpanState.WORK, null);
    boolean wasOutside = turn.restedAt != null && turn.restedAt.equals(question.until());
    if (wasOutside) {
      turn.restedAt = null;
    }
    // The work of a sprint that has ended stays what it was.
    Phase.Sprint running = turn.phase instanceof Phase.Sprint sprint ? sprint : null;
    for (Span span : turn.spansIn(stretch)) {
      if (span.state() == SpanState.WORK
          && span.sprint() != null
          && (running == null || !running.id().equals(span.sprint()))) {
        turn.detach(span);
      }
    }
  }
}
