package app.respite.domain.day.breaks;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.RuleBook;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.AskOrAuto;
import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Event;
import app.respite.domain.day.breaks.BreaksState.Gate;
import app.respite.domain.day.breaks.BreaksState.Warning;
import app.respite.domain.day.breaks.PendingBreak.Stage;
import app.respite.domain.day.holds.HoldsView;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.LedgerEditor;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionPolicy;
import app.respite.domain.day.session.SprintEnding;
import app.respite.domain.day.session.UncountedTimePolicy;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.day.tiredness.TirednessView;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.Prompt;
import app.respite.domain.work.JournalRecord.PromptState;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Breaks: falling due, prompting, answers, the break itself and its end. */
public final class BreakPolicy implements BreaksView, TimedPolicy {
  /** Input in a break that lasts this long is work, not a bump of the mouse (B21). */
  static final Duration SUSTAINED = Duration.ofSeconds(5);

  /** Full screen with somebody at work holds a prompt at most this long. */
  private static final Duration FULL_SCREEN_AT_MOST = Duration.ofMinutes(15);

  /** A gated skip is confirmed by the same verb within this time. */
  static final Duration CONFIRM_WITHIN = Duration.ofSeconds(30);

  /** A predicted moment that moves less than this is still the one that was warned of. */
  private static final Duration SAME_WARNING = Duration.ofMinutes(2);

  private static final String COVERED = "a longer break covers it";

  private final StepContext context;
  private final PresenceView presence;
  private final SessionPolicy session;
  private final LedgerEditor ledger;
  private final UncountedTimePolicy uncounted;
  private final WorkFigures figures;
  private final HoldsView holds;
  private final UpcomingBreaks upcoming;

  private @Nullable RunningBreak running;
  private @Nullable PendingBreak pending;
  private @Nullable Warning warned;
  private int skipsInARow;
  private @Nullable Instant restSkippedAt;
  private @Nullable Gate gate;

  /** For one step, from the part before it. */
  public BreakPolicy(
      StepContext context,
      PresenceView presence,
      SessionPolicy session,
      HoldsView holds,
      TirednessView tiredness,
      BreaksState before) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.holds = holds;
    ledger = session.ledger();
    uncounted = session.uncounted();
    figures = session.figures();
    upcoming = new UpcomingBreaks(context, session, figures, tiredness, () -> restSkippedAt);
    running = before.running();
    pending = before.pending();
    warned = before.warned();
    skipsInARow = before.skipsInARow();
    restSkippedAt = before.restSkippedAt();
    gate = before.gate();
  }

  @Override
  public BreaksState state() {
    return new BreaksState(running, pending, warned, skipsInARow, restSkippedAt, gate);
  }

  @Override
  public void deadlines(Deadlines to) {
    RunningBreak rest = running;
    if (rest != null) {
      if (context.now().isBefore(rest.over()) && !holding(rest)) {
        to.add(rest.over());
      }
      if (rest.inputSince() != null && strictnessIs(Strictness.GENTLE)) {
        to.add(rest.inputSince().plus(SUSTAINED));
      }
    } else if (session.phase() instanceof Phase.Sprint
        || session.phase() instanceof Phase.Overrun) {
      nextDeadlines(to);
    }
    if (pending != null) {
      to.add(holds.workHoursChange());
      to.add(pending.until());
      to.add(autoStart());
      Instant spent = fullScreenEnds();
      if (spent != null && (context.now().isBefore(spent) || heldBack() == null)) {
        to.add(spent);
      }
    }
  }

  private void nextDeadlines(Deadlines to) {
    Proposal next = next().orElse(null);
    if (next == null) {
      return;
    }
    if (next.kind() == BreakKind.REST) {
      to.add(next.due());
    }
    Instant warning = next.due().minus(context.preference(CoachKeys.WARNING));
    if (context.now().isBefore(warning)) {
      to.add(warning);
    }
  }

  @Override
  public void act() {
    RunningBreak rest = running;
    if (rest != null) {
      actOnBreak(rest);
      return;
    }
    if (pending != null) {
      actOnPending(pending);
    }
    Proposal next = next().orElse(null);
    if (next == null) {
      return;
    }
    if (next.kind() == BreakKind.REST && !context.now().isBefore(next.due())) {
      if (pending != null) {
        cover(pending.kind());
      }
      fallDue(next);
    } else {
      warn(next);
    }
  }

  private void actOnBreak(RunningBreak rest) {
    boolean insists =
        rest.inputSince() != null
            && strictnessIs(Strictness.GENTLE)
            && !context.now().isBefore(rest.inputSince().plus(SUSTAINED));
    boolean over = !context.now().isBefore(rest.over()) && !holding(rest);
    if (insists || (over && !nobodyThere())) {
      end();
    }
  }

  private void actOnPending(PendingBreak due) {
    if (due.until() != null && !context.now().isBefore(due.until())) {
      promptAgain(due);
      return;
    }
    Instant auto = autoStart();
    if (auto != null && !context.now().isBefore(auto)) {
      begin(due.kind(), Route.AUTO, due.wholeLength());
    }
  }

  /** A break that was put off, held back or waited for somebody comes, or gives way to a longer. */
  private void promptAgain(PendingBreak due) {
    if (upcoming.soonAndLonger(due).isEmpty()) {
      prompt(due);
    } else {
      cover(due.kind());
    }
  }

  /** When a due break begins by itself; null where it does not, or nobody is there (B67). */
  private @Nullable Instant autoStart() {
    return pending != null
            && pending.stage() == Stage.DUE
            && session.pause() == null
            && !nobodyThere()
            && context.preference(CoachKeys.NEXT_BREAK) == AskOrAuto.AUTO
        ? pending.from().plus(context.preference(CoachKeys.PATIENCE))
        : null;
  }

  // What falls due.

  @Override
  public Optional<Proposal> next() {
    return upcoming.next(pending);
  }

  private void warn(Proposal next) {
    Duration ahead = context.preference(CoachKeys.WARNING);
    Duration in = Duration.between(context.actsAt(), next.due());
    if (ahead.isZero()
        || in.compareTo(ahead) > 0
        || in.isNegative()
        || in.isZero()
        || pending != null
        || presence.absent()
        || heldBack() != null) {
      return;
    }
    Warning before = warned;
    if (before != null
        && before.kind() == next.kind()
        && Duration.between(before.due(), next.due()).abs().compareTo(SAME_WARNING) < 0) {
      return;
    }
    warned = new Warning(next.kind(), next.due());
    context.tell(new Event.BreakWarned(next.kind(), in));
  }

  /** A sprint was lowered below what had passed of it: it ends after this one warning (B9). */
  public void warnOfLoweredLength(Duration in) {
    BreakKind kind = next().map(Proposal::kind).orElse(BreakKind.SHORT);
    warned = new Warning(kind, context.now().plus(in));
    context.tell(new Event.BreakWarned(kind, in));
  }

  /** The sprint has run to its end. */
  public void sprintOver() {
    if (!(session.phase() instanceof Phase.Sprint sprint)) {
      return;
    }
    boolean lowered = sprint.endsAt() != null;
    // One that was told of late may have been over for long: none of what follows lies in the past.
    List<Proposal> all =
        upcoming.now().stream()
            .map(one -> one.due().isBefore(context.now()) ? one.dueAt(context.now()) : one)
            .toList();
    boolean heard = warned != null;
    session.runOver(sprint);
    Proposal own =
        all.stream().filter(proposal -> proposal.kind() != BreakKind.REST).findFirst().orElse(null);
    if (own == null) {
      return;
    }
    Proposal cover = RuleBook.coverOf(own, all).orElse(null);
    if (cover != null || UpcomingBreaks.standsBefore(pending, own)) {
      cover(own.kind());
      if (cover != null
          && !cover.due().isAfter(context.now())
          && !UpcomingBreaks.standsBefore(pending, cover)) {
        fallDue(cover);
      }
      return;
    }
    Set<BreakKind> covered = EnumSet.noneOf(BreakKind.class);
    if (pending != null) {
      covered.add(pending.kind());
      cover(pending.kind());
    }
    String reason = lowered ? "the sprint length was lowered" : own.reason();
    fallDue(new Proposal(own.kind(), context.now(), own.length(), reason));
    if (pending != null && heard) {
      pending = pending.heard();
    }
    all.stream()
        .filter(other -> other.kind() == BreakKind.REST)
        .filter(other -> !other.due().isAfter(context.now().plus(RuleBook.COVERED_WITHIN)))
        .filter(other -> other.length().compareTo(own.length()) < 0)
        .map(Proposal::kind)
        .filter(covered::add)
        .forEach(kind -> context.tell(new Event.BreakVoid(kind, COVERED)));
  }

  /** A break gives way to a longer one (B42). */
  private void cover(BreakKind kind) {
    if (pending != null && pending.kind() == kind) {
      write(pending, PromptState.VOID);
      pending = null;
    }
    context.tell(new Event.BreakVoid(kind, COVERED));
  }

  private void fallDue(Proposal proposal) {
    pending =
        new PendingBreak(
            context.newId(),
            proposal.kind(),
            proposal.length(),
            proposal.reason(),
            context.now(),
            Stage.AWAITING_RETURN,
            context.now(),
            null,
            0,
            Duration.ZERO,
            warned != null && warned.kind() == proposal.kind(),
            false);
    warned = null;
    prompt(pending);
  }

  /** Prompts, or says why not. */
  private void prompt(PendingBreak due) {
    PendingBreak prompted = due.kind() == BreakKind.REST ? due.because(upcoming.restReason()) : due;
    HoldReason held = heldBack();
    if (held != null && !asleep()) {
      pending = prompted.at(Stage.HELD, context.now());
      context.tell(new Event.BreakDeferred(prompted.kind(), held));
      write(pending, PromptState.DEFERRED);
    } else if (nobodyThere()) {
      pending = prompted.at(Stage.AWAITING_RETURN, context.now());
    } else {
      pending = prompted.at(Stage.DUE, context.now()).toldNow();
      if (!prompted.told()) {
        context.tell(
            new Event.BreakDue(prompted.kind(), reasonWithClaim(prompted), prompted.wholeLength()));
      }
      write(pending, PromptState.DUE);
      context.signal(new StepSignal.BreakPrompted(prompted.wholeLength()));
    }
  }

  private String reasonWithClaim(PendingBreak due) {
    if (session.claimedUntil() == null || !session.claimedUntil().isAfter(context.now())) {
      return due.reason();
    }
    boolean outlasts = context.now().plus(due.wholeLength()).isAfter(session.claimedUntil());
    return due.reason()
        + "; submit or pause the platform timer first"
        + (outlasts ? ": this break would outlast the item's deadline" : "");
  }

  private void write(PendingBreak due, PromptState state) {
    context.put(new Prompt(due.id(), due.kind(), due.since(), state));
  }

  private boolean nobodyThere() {
    return presence.locked() != null || presence.absent();
  }

  @Override
  public @Nullable HoldReason heldBack() {
    return holds.reason(fullScreenSpent());
  }

  /** When full screen has held a prompt for long enough; null where it holds none. */
  private @Nullable Instant fullScreenEnds() {
    Instant since = holds.state().fullScreenSince();
    return since != null
            && pending != null
            && pending.stage() == Stage.HELD
            && session.counting()
            && presence.handsOff() == null
        ? Interval.later(pending.from(), since).plus(FULL_SCREEN_AT_MOST)
        : null;
  }

  private boolean fullScreenSpent() {
    Instant since = holds.state().fullScreenSince();
    if (since != null
        && pending != null
        && pending.stage() == Stage.DUE
        && !pending.from().isBefore(since.plus(FULL_SCREEN_AT_MOST))) {
      return true;
    }
    Instant ends = fullScreenEnds();
    return ends != null && !context.now().isBefore(ends);
  }

  /** Whether this lies inside a sleep or stall long enough to count: nobody hears of it. */
  private boolean asleep() {
    return context.acting() != null && presence.absent();
  }

  /** Holds began or ended: what is prompted is taken back, what was held is prompted. */
  public void holdsChanged() {
    if (pending == null) {
      return;
    }
    HoldReason held = heldBack();
    if (pending.stage() == Stage.DUE && held != null) {
      prompt(pending);
    } else if (pending.stage() == Stage.HELD && held == null) {
      promptAgain(pending);
    }
  }

  /** Somebody is back after a time: a rest stands in for the break, less does not. */
  public void afterAbsence(Duration gap) {
    boolean counts = Durations.atLeast(gap, context.preference(CoachKeys.IDLE_AFTER));
    if (pending != null && counts && restsFor(gap, pending.length())) {
      drop("a rest came between");
      if (session.phase() instanceof Phase.Overrun && session.pause() == null) {
        ready();
      }
    } else if (pending != null && pending.stage() == Stage.AWAITING_RETURN) {
      promptAgain(pending);
    } else if (pending == null
        && session.phase() instanceof Phase.Overrun
        && session.pause() == null
        && counts
        && Durations.atLeast(gap, session.setting(RestRule.RESETS_AFTER))) {
      ready();
    }
  }

  /** A rest that is due for work that history no longer has is void (B83). */
  public void dropGroundless() {
    if (pending != null && pending.kind() == BreakKind.REST && upcoming.restIsGroundless()) {
      drop("the work before it was taken back");
    }
  }

  /** A sprint began: what was announced before is no matter any more. */
  public void sprintBegan() {
    warned = null;
  }

  /** A sprint ended, and with it the warning of its own break. */
  public void sprintFinished() {
    if (warned != null && warned.kind() != BreakKind.REST) {
      warned = null;
    }
  }

  /** The session was closed, for a reason: no break is wanted any more. */
  public void sessionClosed(String reason) {
    warned = null;
    drop(reason);
  }

  /** The pending break, if there is one, is no longer wanted. */
  private void drop(String reason) {
    PendingBreak dropped = pending;
    if (dropped == null) {
      return;
    }
    pending = null;
    write(dropped, PromptState.VOID);
    if (dropped.announced()) {
      context.tell(new Event.BreakVoid(dropped.kind(), reason));
    }
  }

  // What the user answers.

  /** Takes the break that is due, or the one that was announced. */
  public void accept() {
    if (pending != null) {
      begin(pending.kind(), Route.ACCEPTED, pending.wholeLength());
    } else if (warned != null && next().isPresent()) {
      Proposal next = next().get();
      begin(next.kind(), Route.ACCEPTED, next.length());
    } else {
      context.refuse("accept", "no break is due");
    }
  }

  /** Puts the break that is due off; null for the first of {@code postpone.choices}. */
  public void postpone(@Nullable Duration wanted) {
    Duration length =
        wanted == null ? context.preference(CoachKeys.POSTPONE_CHOICES).getFirst() : wanted;
    if (pending == null) {
      context.refuse("postpone", "no break is due");
      return;
    }
    if (strictnessIs(Strictness.STRICT)) {
      context.refuse("postpone", "breaks are strict");
    } else if (pending.stage() == Stage.POSTPONED) {
      context.refuse("postpone", "it is put off already");
    } else if (pending.postponed() >= context.preference(CoachKeys.POSTPONE_LIMIT)) {
      context.refuse(
          "postpone", "it was put off " + pending.postponed() + " times; take it or skip it");
    } else {
      pending = pending.putOff(context.now(), context.now().plus(length), owed(pending, length));
      write(pending, PromptState.POSTPONED);
      context.put(
          new Decision(context.newId(), context.now(), pending.kind(), Answer.POSTPONED, length));
      context.tell(new Event.BreakPostponed(pending.kind(), length, pending.postponed()));
    }
  }

  /**
   * What working on costs: the break grows by the time put off in the proportion in which it pays
   * for work, in whole minutes.
   */
  private Duration owed(PendingBreak due, Duration putOff) {
    Duration pays =
        due.kind() == BreakKind.REST
            ? session.setting(RestRule.EARLIEST)
            : session
                .setting(SprintBreakRule.SPRINT)
                .multipliedBy(
                    due.kind() == BreakKind.LONG ? session.setting(SprintBreakRule.PER_SET) : 1);
    double minutes = putOff.toSeconds() * (double) due.length().toSeconds() / pays.toSeconds() / 60;
    return Duration.ofMinutes((long) Math.ceil(minutes));
  }

  /** Does without the break that is due. */
  public void skip() {
    if (pending == null) {
      context.refuse("skip", "no break is due");
      return;
    }
    if (strictnessIs(Strictness.STRICT)) {
      context.refuse("skip", "breaks are strict");
      return;
    }
    if (gated("skip", pending)) {
      return;
    }
    skipped(pending);
    if (session.phase() instanceof Phase.Overrun && session.pause() == null) {
      session.begin(null, false);
    }
  }

  @Override
  public boolean gateUp() {
    return skipsInARow >= context.preference(CoachKeys.SKIP_IN_A_ROW);
  }

  private boolean gated(String verb, PendingBreak due) {
    if (!gateUp()) {
      return false;
    }
    if (gate != null
        && gate.verb().equals(verb)
        && Duration.between(gate.at(), context.now()).compareTo(CONFIRM_WITHIN) <= 0) {
      gate = null;
      return false;
    }
    gate = new Gate(verb, context.now());
    context.tell(new Event.SkipGated(due.kind(), skipsInARow));
    return true;
  }

  private void skipped(PendingBreak skipped) {
    skipsInARow++;
    gate = null;
    pending = null;
    write(skipped, PromptState.SKIPPED);
    context.put(new Decision(context.newId(), context.now(), skipped.kind(), Answer.SKIPPED, null));
    context.tell(new Event.BreakSkipped(skipped.kind(), skipsInARow));
    if (skipped.kind() == BreakKind.REST) {
      restSkippedAt = context.now();
    }
  }

  /**
   * Makes way for a sprint that is to start: ends the break that runs, or passes over the one that
   * is due. False where it may not, and says why not, or where ending the break began a sprint.
   */
  public boolean makesWay(boolean sinceThen) {
    if (running != null) {
      if (!mayLeave("start")) {
        return false;
      }
      if (sinceThen) {
        context.refuse("start", "that time is a break; start without a time");
        return false;
      }
      end();
      return !(session.phase() instanceof Phase.Sprint);
    }
    if (session.phase() instanceof Phase.Overrun) {
      if (sinceThen) {
        context.refuse("start", "that time counts as work already; start without a time");
        return false;
      }
      return passOver("start");
    }
    return true;
  }

  /** Ends the break that runs for good; false where it may not be left, and says so. */
  public boolean letsStop() {
    if (!mayLeave("stop")) {
      return false;
    }
    endWithoutNext(context.now());
    return true;
  }

  private boolean mayLeave(String verb) {
    if (locksOut()) {
      context.refuse(verb, "this break is strict; hold Esc, or use end-break --emergency");
      return false;
    }
    return true;
  }

  /** The next sprint begins over a break that is due: false where it may not. */
  private boolean passOver(String verb) {
    if (pending == null || pending.stage() == Stage.POSTPONED) {
      return true;
    }
    if (strictnessIs(Strictness.STRICT)) {
      context.refuse(verb, "a strict break is due; take it first");
      return false;
    }
    if (pending.stage() == Stage.HELD) {
      drop("the next sprint began");
      return true;
    }
    if (strictnessIs(Strictness.FIRM) && gated(verb, pending)) {
      return false;
    }
    skipped(pending);
    return true;
  }

  // The break itself.

  /** A break now, unasked; the one that is due counts as answered. */
  public void take(@Nullable Duration length) {
    if (session.onBreak()) {
      context.refuse("break", "you are on a break already");
      return;
    }
    BreakKind kind = pending == null ? BreakKind.REST : pending.kind();
    Duration usual = pending == null ? session.setting(RestRule.LENGTH) : pending.wholeLength();
    boolean bound = pending != null && strictnessIs(Strictness.STRICT);
    Duration wanted = length == null ? usual : length;
    begin(kind, Route.MANUAL, bound ? Durations.max(wanted, usual) : wanted);
  }

  /** I'm tired now: a rest at once; one that runs lasts at least another rest's length (B56). */
  public void tired() {
    Duration length = session.setting(RestRule.LENGTH);
    RunningBreak rest = running;
    if (rest != null) {
      Duration sinceStart = Duration.between(rest.start(), context.now()).minus(rest.held());
      Duration wanted = sinceStart.plus(length);
      if (wanted.compareTo(rest.length()) > 0) {
        running = rest.withLength(wanted);
      }
      context.tell(
          new Event.Advice(
              Event.Advice.Kind.TIRED,
              length,
              "This break goes on for at least " + minutes(length) + "."));
      return;
    }
    Duration due = pending == null ? Duration.ZERO : pending.wholeLength();
    begin(BreakKind.REST, Route.TIRED, Durations.max(length, due));
  }

  private static String minutes(Duration length) {
    return Figures.count(length.toMinutes(), "minute");
  }

  private void begin(BreakKind kind, Route route, Duration length) {
    context.signal(new StepSignal.GapSplit());
    boolean alone = session.makeWayForBreak();
    if (pending != null) {
      write(pending, PromptState.ANSWERED);
      pending = null;
    }
    warned = null;
    running = new RunningBreak(kind, route, context.now(), length, Duration.ZERO, null, alone);
    session.breakBegins();
    context.tell(new Event.BreakStarted(kind, route, length));
    context.signal(new StepSignal.BreakBegan(length));
  }

  /** Takes the break that is due, or goes on with the one that runs, for a length. */
  public void lengthen(Duration length) {
    RunningBreak rest = running;
    if (rest != null) {
      running = rest.withLength(Durations.max(rest.length(), length));
    } else if (pending != null) {
      begin(pending.kind(), Route.ACCEPTED, Durations.max(length, pending.wholeLength()));
    } else {
      begin(BreakKind.REST, Route.ACCEPTED, length);
    }
  }

  @Override
  public boolean locksOut() {
    return running != null
        && strictnessIs(Strictness.STRICT)
        && context.now().isBefore(running.over());
  }

  /** Comes back from the break; {@code emergency} is the way out of a strict one. */
  public void endByUser(boolean emergency) {
    if (!session.onBreak()) {
      context.refuse("end-break", "you are not on a break");
    } else if (emergency || mayLeave("end-break")) {
      end();
    }
  }

  /** The break is over: what comes next is asked or begins. */
  private void end() {
    boolean alone = running != null && running.alone();
    endWithoutNext(context.now());
    if (alone || session.task() == null) {
      session.close(context.now(), "the break is over", SprintEnding.WANTED);
      uncounted.begin(null, StepSignal.Offer.ANEW);
      return;
    }
    context.signal(new StepSignal.BreakOver());
    ready();
  }

  /**
   * Nobody came back from the break: it is over now, and what follows is away until somebody comes
   * (B69). The session is closed where the break was all that it was for; gives whether it was.
   */
  public boolean endUnreturned() {
    boolean last = (running != null && running.alone()) || session.task() == null;
    endWithoutNext(context.now());
    session.awayBeyondBreak();
    Ledger.Open beyond = ledger.ledger().open();
    if (!last || beyond == null) {
      return false;
    }
    session.close(context.now(), "the break is over", SprintEnding.WANTED);
    ledger.awayBeyond(beyond);
    return true;
  }

  /** Somebody is back after all, and what follows the break is theirs to say. */
  public void backFromBeyond() {
    if (session.phase() instanceof Phase.Ready) {
      ready();
    }
  }

  /** Writes the break down as ended at an instant; what comes next is the caller's to say. */
  public void endWithoutNext(Instant at) {
    RunningBreak rest = running;
    if (rest == null) {
      return;
    }
    Duration taken = Duration.between(rest.start(), at);
    Duration beyond = taken.minus(rest.held()).minus(rest.length());
    Duration overtime = beyond.isNegative() ? Duration.ZERO : beyond;
    boolean credited = credited(taken, rest.length());
    context.put(
        new Break(
            context.newId(), rest.kind(), rest.start(), at, rest.route(), credited, rest.length()));
    session.breakOver();
    running = null;
    context.tell(new Event.BreakEnded(rest.kind(), taken, credited, overtime));
    if (credited) {
      credit(rest.kind());
    }
  }

  /** Whether a gap counts as a rest that stands in for a break of a length. */
  private boolean restsFor(Duration gap, Duration length) {
    return Durations.atLeast(gap, Durations.min(length, session.setting(RestRule.RESETS_AFTER)));
  }

  private boolean strictnessIs(Strictness strictness) {
    return context.preference(CoachKeys.STRICTNESS) == strictness;
  }

  private boolean credited(Duration taken, Duration length) {
    return Durations.atLeast(taken, length)
        || Durations.atLeast(taken, session.setting(RestRule.RESETS_AFTER));
  }

  private void credit(BreakKind kind) {
    skipsInARow = 0;
    gate = null;
    if (kind == BreakKind.LONG) {
      session.endSet();
    }
  }

  private void ready() {
    session.breakOver();
    if (context.preference(CoachKeys.NEXT_SPRINT) == AskOrAuto.AUTO && session.task() != null) {
      session.begin(null, session.lastFlow());
    } else {
      session.waitForStart();
      context.signal(new StepSignal.ReadyForSprint());
    }
  }

  /** I already took a break: the time just gone was one. */
  public void took(@Nullable Duration wanted) {
    if (session.id() == null) {
      context.refuse("took", "no session is running");
      return;
    }
    if (session.onBreak()) {
      context.refuse("took", "you are on a break already");
      return;
    }
    if (pending != null && strictnessIs(Strictness.STRICT)) {
      context.refuse("took", "breaks are strict");
      return;
    }
    Duration length = wanted == null ? session.setting(RestRule.RESETS_AFTER) : wanted;
    Instant from = Interval.later(context.now().minus(length), figures.sessionStart());
    Interval stretch = new Interval(from, context.now());
    BreakKind kind = pending == null ? BreakKind.REST : pending.kind();
    Duration planned = pending == null ? length : pending.wholeLength();
    boolean credited = credited(stretch.length(), planned);
    ledger.restate(
        stretch,
        Set.of(
            SpanState.WORK, SpanState.READY, SpanState.IDLE, SpanState.NATURAL, SpanState.PAUSED),
        SpanState.BREAK,
        null,
        null);
    session.recount(stretch);
    context.put(
        new Break(context.newId(), kind, from, context.now(), Route.TOOK, credited, planned));
    context.tell(new Event.BreakStarted(kind, Route.TOOK, planned));
    context.tell(new Event.BreakEnded(kind, stretch.length(), credited, Duration.ZERO));
    if (pending != null) {
      write(pending, PromptState.ANSWERED);
      pending = null;
    }
    warned = null;
    if (credited) {
      credit(kind);
    }
    if (session.phase() instanceof Phase.Overrun && session.pause() == null) {
      ready();
    }
  }

  // Input inside a break.

  private boolean holding(RunningBreak rest) {
    return rest.inputSince() != null
        && !strictnessIs(Strictness.GENTLE)
        && !rest.over().isBefore(rest.inputSince().plus(SUSTAINED));
  }

  @Override
  public boolean overtime() {
    return running != null && !context.now().isBefore(running.over());
  }

  @Override
  public boolean hasInput() {
    return running != null && running.inputSince() != null;
  }

  /** Input begins in a break. */
  public void inputSeen() {
    RunningBreak rest = running;
    if (rest != null && rest.inputSince() == null) {
      running = rest.withInput(context.now(), rest.held());
    }
  }

  /** The last input in a break was at an instant. */
  public void inputStopped(Instant last) {
    RunningBreak rest = running;
    if (rest == null || rest.inputSince() == null) {
      return;
    }
    Duration lasted = Duration.between(rest.inputSince(), Interval.later(last, rest.inputSince()));
    boolean counts = !strictnessIs(Strictness.GENTLE) && Durations.atLeast(lasted, SUSTAINED);
    running = rest.withInput(null, counts ? rest.held().plus(lasted) : rest.held());
  }

  /** Somebody is back in a break: one that has run over its length ends now. */
  public void cameBack() {
    if (overtime()) {
      end();
    }
  }
}
