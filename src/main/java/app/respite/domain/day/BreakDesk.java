package app.respite.domain.day;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.RuleBook;
import app.respite.domain.breaks.Situation;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys.AskOrAuto;
import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.PendingBreak.Stage;
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
final class BreakDesk implements Desk {
  /** Input in a break that lasts this long is work, not a bump of the mouse (B21). */
  static final Duration SUSTAINED = Duration.ofSeconds(5);

  /** A gated skip is confirmed by the same verb within this time. */
  static final Duration CONFIRM_WITHIN = Duration.ofSeconds(30);

  /** A predicted moment that moves less than this is still the one that was warned of. */
  private static final Duration SAME_WARNING = Duration.ofMinutes(2);

  private final Turn turn;
  private final Desks desks;

  BreakDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  @Override
  public void deadlines(Deadlines to) {
    RunningBreak rest = turn.running;
    if (rest != null) {
      if (turn.now.isBefore(rest.over()) && !holding(rest)) {
        to.add(rest.over());
      }
      if (rest.inputSince() != null && turn.strictnessIs(Strictness.GENTLE)) {
        to.add(rest.inputSince().plus(SUSTAINED));
      }
    } else if (turn.phase instanceof Phase.Sprint || turn.phase instanceof Phase.Overrun) {
      upcoming(to);
    }
    PendingBreak pending = turn.pending;
    if (pending != null) {
      to.add(pending.until());
      to.add(autoStart());
      Instant spent = desks.holds.fullScreenEnds();
      if (spent != null && (turn.now.isBefore(spent) || desks.holds.reason() == null)) {
        to.add(spent);
      }
    }
  }

  private void upcoming(Deadlines to) {
    Proposal next = next().orElse(null);
    if (next == null) {
      return;
    }
    if (next.kind() == BreakKind.REST) {
      to.add(next.due());
    }
    Instant warning = next.due().minus(turn.preferences.get(CoachKeys.WARNING));
    if (turn.now.isBefore(warning)) {
      to.add(warning);
    }
  }

  @Override
  public void act() {
    RunningBreak rest = turn.running;
    if (rest != null) {
      actOnBreak(rest);
      return;
    }
    PendingBreak pending = turn.pending;
    if (pending != null) {
      actOnPending(pending);
    }
    Proposal next = next().orElse(null);
    if (next == null) {
      return;
    }
    if (next.kind() == BreakKind.REST && !turn.now.isBefore(next.due())) {
      if (turn.pending != null) {
        cover(turn.pending.kind());
      }
      fallDue(next);
    } else {
      warn(next);
    }
  }

  private void actOnBreak(RunningBreak rest) {
    boolean insists =
        rest.inputSince() != null
            && turn.strictnessIs(Strictness.GENTLE)
            && !turn.now.isBefore(rest.inputSince().plus(SUSTAINED));
    boolean over = !turn.now.isBefore(rest.over()) && !holding(rest);
    if (insists || (over && !nobodyThere())) {
      end();
    }
  }

  private void actOnPending(PendingBreak pending) {
    if (pending.until() != null && !turn.now.isBefore(pending.until())) {
      promptAgain(pending);
      return;
    }
    Instant auto = autoStart();
    if (auto != null && !turn.now.isBefore(auto)) {
      begin(pending.kind(), Route.AUTO, pending.wholeLength());
    }
  }

  /** A break that was put off, held back or waited for somebody comes, or gives way to a longer. */
  private void promptAgain(PendingBreak pending) {
    if (soonAndLonger(pending).isEmpty()) {
      prompt(pending);
    } else {
      cover(pending.kind());
    }
  }

  /** A longer break that falls due so soon that the pending one gives way to it. */
  private Optional<Proposal> soonAndLonger(PendingBreak pending) {
    Instant soon = turn.now.plus(RuleBook.COVERED_WITHIN);
    return proposals().stream()
        .filter(proposal -> !standsBefore(pending, proposal) && !proposal.due().isAfter(soon))
        .findFirst();
  }

  /** When a due break begins by itself; null where it does not, or nobody is there (B67). */
  private @Nullable Instant autoStart() {
    PendingBreak pending = turn.pending;
    return pending != null
            && pending.stage() == Stage.DUE
            && turn.pause == null
            && !nobodyThere()
            && turn.preferences.get(CoachKeys.NEXT_BREAK) == AskOrAuto.AUTO
        ? pending.from().plus(turn.preferences.get(CoachKeys.PATIENCE))
        : null;
  }

  // What falls due.

  private Situation situation() {
    Phase.Sprint sprint = turn.phase instanceof Phase.Sprint running ? running : null;
    return new Situation(
        turn.now,
        turn.preferences,
        turn.task == null ? null : turn.task.name(),
        turn.heavy(),
        turn.lastFlow,
        sprint == null ? null : sprint.end(),
        null,
        sprint == null ? Math.max(1, turn.sprintsInSet()) : turn.numberInSet(sprint),
        turn.sinceRest(),
        turn.towardsRest(),
        desks.advice.rest());
  }

  private List<Proposal> proposals() {
    return turn.counting() ? RuleBook.proposals(situation()) : List.of();
  }

  /** The break that comes next if work goes on and nothing longer that is due stands before it. */
  Optional<Proposal> next() {
    List<Proposal> all = proposals();
    return all.stream()
        .filter(proposal -> !standsBefore(turn.pending, proposal))
        .filter(proposal -> RuleBook.coverOf(proposal, all).isEmpty())
        .findFirst();
  }

  private static boolean standsBefore(@Nullable PendingBreak pending, Proposal proposal) {
    return pending != null
        && (pending.kind() == proposal.kind()
            || pending.length().compareTo(proposal.length()) >= 0);
  }

  private void warn(Proposal next) {
    Duration ahead = turn.preferences.get(CoachKeys.WARNING);
    Duration in = Duration.between(turn.acting == null ? turn.now : turn.acting, next.due());
    if (ahead.isZero()
        || in.compareTo(ahead) > 0
        || in.isNegative()
        || in.isZero()
        || turn.pending != null
        || turn.absent()
        || desks.holds.reason() != null) {
      return;
    }
    BreaksState.Warning before = turn.warned;
    if (before != null
        && before.kind() == next.kind()
        && Duration.between(before.due(), next.due()).abs().compareTo(SAME_WARNING) < 0) {
      return;
    }
    turn.warned = new BreaksState.Warning(next.kind(), next.due());
    turn.tell(new Event.BreakWarned(next.kind(), in));
  }

  /** A sprint was lowered below what had passed of it: it ends after this one warning (B9). */
  void warnOfLoweredLength(Duration in) {
    BreakKind kind = next().map(Proposal::kind).orElse(BreakKind.SHORT);
    turn.warned = new BreaksState.Warning(kind, turn.now.plus(in));
    turn.tell(new Event.BreakWarned(kind, in));
  }

  /** The sprint has run to its end. */
  void sprintOver(Phase.Sprint sprint) {
    boolean lowered = sprint.endsAt() != null;
    // One that was told of late may have been over for long: none of what follows lies in the past.
    List<Proposal> all =
        RuleBook.proposals(situation()).stream()
            .map(one -> one.due().isBefore(turn.now) ? one.dueAt(turn.now) : one)
            .toList();
    boolean warned = turn.warned != null;
    Instant planned = sprint.end();
    Instant end = planned == null ? turn.now : Interval.earlier(planned, turn.now);
    if (end.isBefore(turn.now)) {
      turn.count(SpanState.WORK, null);
      turn.detachFrom(end, sprint.id());
    }
    desks.sprints.finish(sprint, end, SprintDesk.Ending.RAN_OUT);
    turn.phase = new Phase.Overrun();
    turn.count(SpanState.WORK, null);
    Proposal own =
        all.stream().filter(proposal -> proposal.kind() != BreakKind.REST).findFirst().orElse(null);
    if (own == null) {
      return;
    }
    Proposal cover = RuleBook.coverOf(own, all).orElse(null);
    if (cover != null || standsBefore(turn.pending, own)) {
      cover(own.kind());
      if (cover != null && !cover.due().isAfter(turn.now) && !standsBefore(turn.pending, cover)) {
        fallDue(cover);
      }
      return;
    }
    Set<BreakKind> covered = EnumSet.noneOf(BreakKind.class);
    if (turn.pending != null) {
      covered.add(turn.pending.kind());
      cover(turn.pending.kind());
    }
    String reason = lowered ? "the sprint length was lowered" : own.reason();
    fallDue(new Proposal(own.kind(), turn.now, own.length(), reason));
    if (turn.pending != null && warned) {
      turn.pending = turn.pending.heard();
    }
    all.stream()
        .filter(other -> other.kind() == BreakKind.REST)
        .filter(other -> !other.due().isAfter(turn.now.plus(RuleBook.COVERED_WITHIN)))
        .filter(other -> other.length().compareTo(own.length()) < 0)
        .map(Proposal::kind)
        .filter(covered::add)
        .forEach(kind -> turn.tell(new Event.BreakVoid(kind, COVERED)));
  }

  private static final String COVERED = "a longer break covers it";

  /** A break gives way to a longer one (B42). */
  private void cover(BreakKind kind) {
    if (turn.pending != null && turn.pending.kind() == kind) {
      write(turn.pending, PromptState.VOID);
      turn.pending = null;
    }
    turn.tell(new Event.BreakVoid(kind, COVERED));
  }

  private void fallDue(Proposal proposal) {
    turn.pending =
        new PendingBreak(
            turn.newId(),
            proposal.kind(),
            proposal.length(),
            proposal.reason(),
            turn.now,
            Stage.AWAITING_RETURN,
            turn.now,
            null,
            0,
            Duration.ZERO,
            turn.warned != null && turn.warned.kind() == proposal.kind(),
            false);
    turn.warned = null;
    prompt(turn.pending);
  }

  /** Prompts, or says why not. */
  private void prompt(PendingBreak due) {
    PendingBreak pending =
        due.kind() == BreakKind.REST
            ? due.because(RestRule.reason(turn.sinceRest(), turn.heavy(), desks.advice.rest()))
            : due;
    HoldReason held = desks.holds.reason();
    if (held != null && !asleep()) {
      turn.pending = pending.at(Stage.HELD, turn.now);
      turn.tell(new Event.BreakDeferred(pending.kind(), held));
      write(turn.pending, PromptState.DEFERRED);
    } else if (nobodyThere()) {
      turn.pending = pending.at(Stage.AWAITING_RETURN, turn.now);
    } else {
      turn.pending = pending.at(Stage.DUE, turn.now).toldNow();
      if (!pending.told()) {
        turn.tell(
            new Event.BreakDue(pending.kind(), reasonWithClaim(pending), pending.wholeLength()));
      }
      write(turn.pending, PromptState.DUE);
      desks.suggestions.breakDue(pending.wholeLength());
    }
  }

  private String reasonWithClaim(PendingBreak pending) {
    if (turn.claimedUntil == null || !turn.claimedUntil.isAfter(turn.now)) {
      return pending.reason();
    }
    boolean outlasts = turn.now.plus(pending.wholeLength()).isAfter(turn.claimedUntil);
    return pending.reason()
        + "; submit or pause the platform timer first"
        + (outlasts ? ": this break would outlast the item's deadline" : "");
  }

  private void write(PendingBreak pending, PromptState state) {
    turn.put(new Prompt(pending.id(), pending.kind(), pending.since(), state));
  }

  private boolean nobodyThere() {
    return turn.presence.locked() != null || turn.absent();
  }

  /** Whether this lies inside a sleep or stall long enough to count: nobody hears of it. */
  private boolean asleep() {
    return turn.acting != null && turn.absent();
  }

  /** Holds began or ended: what is prompted is taken back, what was held is prompted. */
  void holdsChanged() {
    PendingBreak pending = turn.pending;
    if (pending == null) {
      return;
    }
    HoldReason held = desks.holds.reason();
    if (pending.stage() == Stage.DUE && held != null) {
      prompt(pending);
    } else if (pending.stage() == Stage.HELD && held == null) {
      promptAgain(pending);
    }
  }

  /** Somebody is back after a time: a rest stands in for the break, less does not. */
  void afterAbsence(Duration gap) {
    PendingBreak pending = turn.pending;
    boolean counts = Durations.atLeast(gap, turn.preferences.get(CoachKeys.IDLE_AFTER));
    if (pending != null && counts && turn.restsFor(gap, pending.length())) {
      drop("a rest came between");
      if (turn.phase instanceof Phase.Overrun && turn.pause == null) {
        ready();
      }
    } else if (pending != null && pending.stage() == Stage.AWAITING_RETURN) {
      promptAgain(pending);
    } else if (pending == null
        && turn.phase instanceof Phase.Overrun
        && turn.pause == null
        && counts
        && Durations.atLeast(gap, turn.setting(RestRule.RESETS_AFTER))) {
      ready();
    }
  }

  /** A rest that is due for work that history no longer has is void (B83). */
  void dropGroundless() {
    if (turn.pending != null
        && turn.pending.kind() == BreakKind.REST
        && RuleBook.restAfter(situation()).compareTo(turn.towardsRest()) > 0) {
      drop("the work before it was taken back");
    }
  }

  /** The pending break, if there is one, is no longer wanted. */
  void drop(String reason) {
    PendingBreak pending = turn.pending;
    if (pending == null) {
      return;
    }
    turn.pending = null;
    write(pending, PromptState.VOID);
    if (pending.announced()) {
      turn.tell(new Event.BreakVoid(pending.kind(), reason));
    }
  }

  // What the user answers.

  void accept() {
    if (turn.pending != null) {
      begin(turn.pending.kind(), Route.ACCEPTED, turn.pending.wholeLength());
    } else if (turn.warned != null && next().isPresent()) {
      Proposal next = next().get();
      begin(next.kind(), Route.ACCEPTED, next.length());
    } else {
      desks.refuse("accept", "no break is due");
    }
  }

  void postpone(@Nullable Duration wanted) {
    Duration length =
        wanted == null ? turn.preferences.get(CoachKeys.POSTPONE_CHOICES).getFirst() : wanted;
    PendingBreak pending = turn.pending;
    if (pending == null) {
      if (!desks.day.postponeLimit(length)) {
        desks.refuse("postpone", "no break is due");
      }
      return;
    }
    if (turn.strictnessIs(Strictness.STRICT)) {
      desks.refuse("postpone", "breaks are strict");
    } else if (pending.stage() == Stage.POSTPONED) {
      desks.refuse("postpone", "it is put off already");
    } else if (pending.postponed() >= turn.preferences.get(CoachKeys.POSTPONE_LIMIT)) {
      desks.refuse(
          "postpone", "it was put off " + pending.postponed() + " times; take it or skip it");
    } else {
      turn.pending = pending.putOff(turn.now, turn.now.plus(length), owed(pending, length));
      write(turn.pending, PromptState.POSTPONED);
      turn.put(new Decision(turn.newId(), turn.now, pending.kind(), Answer.POSTPONED, length));
      turn.tell(new Event.BreakPostponed(pending.kind(), length, turn.pending.postponed()));
    }
  }

  /**
   * What working on costs: the break grows by the time put off in the proportion in which it pays
   * for work, in whole minutes.
   */
  private Duration owed(PendingBreak pending, Duration putOff) {
    Duration pays =
        pending.kind() == BreakKind.REST
            ? turn.setting(RestRule.EARLIEST)
            : turn.setting(SprintBreakRule.SPRINT)
                .multipliedBy(
                    pending.kind() == BreakKind.LONG ? turn.setting(SprintBreakRule.PER_SET) : 1);
    double minutes =
        putOff.toSeconds() * (double) pending.length().toSeconds() / pays.toSeconds() / 60;
    return Duration.ofMinutes((long) Math.ceil(minutes));
  }

  void skip() {
    PendingBreak pending = turn.pending;
    if (pending == null) {
      if (!desks.day.skipLimit()) {
        desks.refuse("skip", "no break is due");
      }
      return;
    }
    if (turn.strictnessIs(Strictness.STRICT)) {
      desks.refuse("skip", "breaks are strict");
      return;
    }
    if (gated("skip", pending)) {
      return;
    }
    skipped(pending);
    if (turn.phase instanceof Phase.Overrun && turn.pause == null) {
      desks.sprints.begin(null, false);
    }
  }

  /** Whether a skip now only asks for a second press. */
  boolean gateUp() {
    return turn.skipsInARow >= turn.preferences.get(CoachKeys.SKIP_IN_A_ROW);
  }

  private boolean gated(String verb, PendingBreak pending) {
    if (!gateUp()) {
      return false;
    }
    BreaksState.Gate gate = turn.gate;
    if (gate != null
        && gate.verb().equals(verb)
        && Duration.between(gate.at(), turn.now).compareTo(CONFIRM_WITHIN) <= 0) {
      turn.gate = null;
      return false;
    }
    turn.gate = new BreaksState.Gate(verb, turn.now);
    turn.tell(new Event.SkipGated(pending.kind(), turn.skipsInARow));
    return true;
  }

  private void skipped(PendingBreak pending) {
    turn.skipsInARow++;
    turn.gate = null;
    turn.pending = null;
    write(pending, PromptState.SKIPPED);
    turn.put(new Decision(turn.newId(), turn.now, pending.kind(), Answer.SKIPPED, null));
    turn.tell(new Event.BreakSkipped(pending.kind(), turn.skipsInARow));
    if (pending.kind() == BreakKind.REST) {
      turn.restSkippedAt = turn.now;
    }
  }

  /** The next sprint begins over a break that is due: false where it may not. */
  boolean passOver(String verb) {
    PendingBreak pending = turn.pending;
    if (pending == null || pending.stage() == Stage.POSTPONED) {
      return true;
    }
    if (turn.strictnessIs(Strictness.STRICT)) {
      desks.refuse(verb, "a strict break is due; take it first");
      return false;
    }
    if (pending.stage() == Stage.HELD) {
      drop("the next sprint began");
      return true;
    }
    if (turn.strictnessIs(Strictness.FIRM) && gated(verb, pending)) {
      return false;
    }
    skipped(pending);
    return true;
  }

  // The break itself.

  /** A break now, unasked; the one that is due counts as answered. */
  void take(@Nullable Duration length) {
    if (turn.onBreak()) {
      desks.refuse("break", "you are on a break already");
      return;
    }
    PendingBreak pending = turn.pending;
    BreakKind kind = pending == null ? BreakKind.REST : pending.kind();
    Duration usual = pending == null ? turn.setting(RestRule.LENGTH) : pending.wholeLength();
    boolean bound = pending != null && turn.strictnessIs(Strictness.STRICT);
    Duration wanted = length == null ? usual : length;
    begin(kind, Route.MANUAL, bound ? Durations.max(wanted, usual) : wanted);
  }

  /** I'm tired now: a rest at once; one that runs lasts at least another rest's length (B56). */
  void tired() {
    Duration length = turn.setting(RestRule.LENGTH);
    RunningBreak rest = turn.running;
    if (rest != null) {
      Duration sinceStart = Duration.between(rest.start(), turn.now).minus(rest.held());
      Duration wanted = sinceStart.plus(length);
      if (wanted.compareTo(rest.length()) > 0) {
        turn.running = rest.withLength(wanted);
      }
      turn.tell(
          new Event.Advice(
              "tired", length, "This break goes on for at least " + minutes(length) + "."));
      return;
    }
    PendingBreak pending = turn.pending;
    Duration due = pending == null ? Duration.ZERO : pending.wholeLength();
    begin(BreakKind.REST, Route.TIRED, Durations.max(length, due));
  }

  private static String minutes(Duration length) {
    return Figures.count(length.toMinutes(), "minute");
  }

  private void begin(BreakKind kind, Route route, Duration length) {
    desks.presence.split();
    if (turn.session != null) {
      desks.sprints.endPause(turn.now);
    }
    boolean alone = turn.session == null;
    if (alone) {
      desks.sprints.open(turn.now);
    }
    if (turn.phase instanceof Phase.Sprint sprint) {
      desks.sprints.finish(sprint, turn.now, SprintDesk.Ending.WANTED);
    }
    if (turn.pending != null) {
      write(turn.pending, PromptState.ANSWERED);
      turn.pending = null;
    }
    turn.warned = null;
    turn.phase = new Phase.OnBreak();
    turn.running = new RunningBreak(kind, route, turn.now, length, Duration.ZERO, null, alone);
    turn.count(SpanState.BREAK, null);
    turn.tell(new Event.BreakStarted(kind, route, length));
    desks.suggestions.breakBegan(length);
  }

  /** Takes the break that is due, or goes on with the one that runs, for a length. */
  void lengthen(Duration length) {
    RunningBreak rest = turn.running;
    if (rest != null) {
      turn.running = rest.withLength(Durations.max(rest.length(), length));
    } else if (turn.pending != null) {
      begin(turn.pending.kind(), Route.ACCEPTED, Durations.max(length, turn.pending.wholeLength()));
    } else {
      begin(BreakKind.REST, Route.ACCEPTED, length);
    }
  }

  /** Whether a break may not be left but by the emergency way. */
  boolean locksOut() {
    return turn.running != null
        && turn.strictnessIs(Strictness.STRICT)
        && turn.now.isBefore(turn.running.over());
  }

  void endByUser(boolean emergency) {
    if (!turn.onBreak()) {
      desks.refuse("end-break", "you are not on a break");
    } else if (!emergency && locksOut()) {
      desks.refuse("end-break", "this break is strict; hold Esc, or use end-break --emergency");
    } else {
      end();
    }
  }

  /** The break is over: what comes next is asked or begins. */
  void end() {
    boolean alone = turn.running != null && turn.running.alone();
    endWithoutNext(turn.now);
    if (alone || turn.task == null) {
      turn.phase = new Phase.Ready();
      desks.sprints.close(turn.now, "the break is over", SprintDesk.Ending.WANTED);
      turn.uncounted = turn.uncounted.begun(null, false);
      return;
    }
    desks.presence.restartGap();
    ready();
  }

  /**
   * Nobody came back from the break: it is over now, and what follows is away until somebody comes
   * (B69).
   */
  void endUnreturned() {
    boolean alone = turn.running != null && turn.running.alone();
    endWithoutNext(turn.now);
    turn.count(SpanState.AWAY, null);
    Ledger.Open beyond = turn.ledger.open();
    if ((alone || turn.task == null) && beyond != null) {
      turn.closed = turn.session;
      desks.sprints.close(turn.now, "the break is over", SprintDesk.Ending.WANTED);
      turn.awayBeyond(beyond);
    }
  }

  /** Somebody is back after all, and what follows the break is theirs to say. */
  void backFromBeyond() {
    if (turn.phase instanceof Phase.Ready) {
      ready();
    }
  }

  /** Writes the break down as ended at an instant; what comes next is the caller's to say. */
  void endWithoutNext(Instant at) {
    RunningBreak rest = turn.running;
    if (rest == null) {
      return;
    }
    Duration taken = Duration.between(rest.start(), at);
    Duration beyond = taken.minus(rest.held()).minus(rest.length());
    Duration overtime = beyond.isNegative() ? Duration.ZERO : beyond;
    boolean credited = credited(taken, rest.length());
    turn.put(
        new Break(
            turn.newId(), rest.kind(), rest.start(), at, rest.route(), credited, rest.length()));
    turn.phase = new Phase.Ready();
    turn.running = null;
    turn.tell(new Event.BreakEnded(rest.kind(), taken, credited, overtime));
    if (credited) {
      credit(rest.kind());
    }
  }

  private boolean credited(Duration taken, Duration length) {
    return Durations.atLeast(taken, length)
        || Durations.atLeast(taken, turn.setting(RestRule.RESETS_AFTER));
  }

  private void credit(BreakKind kind) {
    turn.skipsInARow = 0;
    turn.gate = null;
    if (kind == BreakKind.LONG) {
      turn.inSet = 0;
    }
  }

  private void ready() {
    turn.phase = new Phase.Ready();
    if (turn.preferences.get(CoachKeys.NEXT_SPRINT) == AskOrAuto.AUTO && turn.task != null) {
      desks.sprints.begin(null, turn.lastFlow);
    } else {
      turn.count(SpanState.READY, null);
      desks.suggestions.ready();
    }
  }

  /** I already took a break: the time just gone was one. */
  void took(@Nullable Duration wanted) {
    if (turn.session == null) {
      desks.refuse("took", "no session is running");
      return;
    }
    if (turn.onBreak()) {
      desks.refuse("took", "you are on a break already");
      return;
    }
    PendingBreak pending = turn.pending;
    if (pending != null && turn.strictnessIs(Strictness.STRICT)) {
      desks.refuse("took", "breaks are strict");
      return;
    }
    Duration length = wanted == null ? turn.setting(RestRule.RESETS_AFTER) : wanted;
    Instant from = Interval.later(turn.now.minus(length), turn.sessionStart());
    Interval stretch = new Interval(from, turn.now);
    BreakKind kind = pending == null ? BreakKind.REST : pending.kind();
    Duration planned = pending == null ? length : pending.wholeLength();
    boolean credited = credited(stretch.length(), planned);
    turn.restate(
        stretch,
        Set.of(
            SpanState.WORK, SpanState.READY, SpanState.IDLE, SpanState.NATURAL, SpanState.PAUSED),
        SpanState.BREAK,
        null,
        null);
    desks.sprints.recount(stretch);
    turn.put(new Break(turn.newId(), kind, from, turn.now, Route.TOOK, credited, planned));
    turn.tell(new Event.BreakStarted(kind, Route.TOOK, planned));
    turn.tell(new Event.BreakEnded(kind, stretch.length(), credited, Duration.ZERO));
    if (pending != null) {
      write(pending, PromptState.ANSWERED);
      turn.pending = null;
    }
    turn.warned = null;
    if (credited) {
      credit(kind);
    }
    if (turn.phase instanceof Phase.Overrun && turn.pause == null) {
      ready();
    }
  }

  // Input inside a break.

  private boolean holding(RunningBreak rest) {
    return rest.inputSince() != null
        && !turn.strictnessIs(Strictness.GENTLE)
        && !rest.over().isBefore(rest.inputSince().plus(SUSTAINED));
  }

  /** Whether a break has run over its length and waits for somebody to come back. */
  boolean overtime() {
    return turn.running != null && !turn.now.isBefore(turn.running.over());
  }

  /** Whether there is input in a break. */
  boolean hasInput() {
    return turn.running != null && turn.running.inputSince() != null;
  }

  void inputSeen() {
    RunningBreak rest = turn.running;
    if (rest != null && rest.inputSince() == null) {
      turn.running = rest.withInput(turn.now, rest.held());
    }
  }

  void inputStopped(Instant last) {
    RunningBreak rest = turn.running;
    if (rest == null || rest.inputSince() == null) {
      return;
    }
    Duration lasted = Duration.between(rest.inputSince(), Interval.later(last, rest.inputSince()));
    boolean holds = !turn.strictnessIs(Strictness.GENTLE) && Durations.atLeast(lasted, SUSTAINED);
    turn.running = rest.withInput(null, holds ? rest.held().plus(lasted) : rest.held());
  }

  /** Somebody is back in a break: one that has run over its length ends now. */
  void cameBack() {
    if (overtime()) {
      end();
    }
  }
}
