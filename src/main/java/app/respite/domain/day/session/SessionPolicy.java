package app.respite.domain.day.session;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.presence.PresenceState.IdleQuestion;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.session.SessionState.Pause;
import app.respite.domain.day.session.SessionState.Recovery;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.time.Interval;
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
public final class SessionPolicy implements SessionView, TimedPolicy {
  /** A session that ended so long ago, or has nobody in it for so long, is over. */
  public static final Duration CLOSES_AFTER = Duration.ofHours(1);

  /** A sprint is complete when this share of it was work, in percent. */
  private static final int COMPLETE_PERCENT = 90;

  private final StepContext context;
  private final PresenceView presence;
  private final LedgerEditor ledger;
  private final UncountedTimePolicy uncounted;
  private final WorkFigures figures;

  private @Nullable UUID id;
  private @Nullable Task task;
  private Phase phase;
  private @Nullable Pause pause;
  private @Nullable Instant resumed;
  private @Nullable Sprint lastSprint;
  private boolean lastFlow;
  private int inSet;
  private @Nullable Instant restedAt;
  private @Nullable Instant claimedUntil;
  private @Nullable Recovery recovery;

  /** For one step, from the parts before it; the session keeps the other two in step with it. */
  public SessionPolicy(
      StepContext context,
      PresenceView presence,
      SessionState before,
      Ledger spans,
      UncountedTime time) {
    this.context = context;
    this.presence = presence;
    id = before.id();
    task = before.task();
    phase = before.phase();
    pause = before.pause();
    resumed = before.resumed();
    lastSprint = before.lastSprint();
    lastFlow = before.lastFlow();
    inSet = before.inSet();
    restedAt = before.restedAt();
    claimedUntil = before.claimedUntil();
    recovery = before.recovery();
    ledger = new LedgerEditor(context, this, this::neededSince, spans);
    uncounted = new UncountedTimePolicy(context, presence, this, this::lastRest, time);
    figures = new WorkFigures(context, presence, this, ledger::ledger, uncounted::state);
  }

  /** The part as it is by now. */
  public SessionState state() {
    return new SessionState(
        id,
        task,
        phase,
        pause,
        resumed,
        lastSprint,
        lastFlow,
        inSet,
        restedAt,
        claimedUntil,
        recovery);
  }

  /** What changes the ledger. */
  public LedgerEditor ledger() {
    return ledger;
  }

  /** What follows time that nothing counts. */
  public UncountedTimePolicy uncounted() {
    return uncounted;
  }

  /** How much was worked. */
  public WorkFigures figures() {
    return figures;
  }

  private Instant lastRest() {
    return figures.lastRest();
  }

  /** The last rest, the day before this one, and what is open or asked still need their spans. */
  private Instant neededSince(Ledger spans) {
    Instant needed = context.days().startOf(context.day().minusDays(1));
    if (phase instanceof Phase.Sprint sprint) {
      needed = Interval.earlier(needed, sprint.start());
    }
    IdleQuestion question = presence.question();
    if (question != null) {
      needed = Interval.earlier(needed, question.since());
    }
    if (recovery != null && lastSprint != null) {
      needed = Interval.earlier(needed, lastSprint.start());
    }
    return Interval.earlier(needed, figures.lastRest(spans, setting(RestRule.RESETS_AFTER)));
  }

  @Override
  public void deadlines(Deadlines to) {
    if (pause != null) {
      to.add(pause.until());
    } else if (phase instanceof Phase.Sprint sprint) {
      to.add(sprint.end());
    }
  }

  @Override
  public void act() {
    if (pause != null && pause.until() != null && !context.now().isBefore(pause.until())) {
      context.signal(new StepSignal.GapSplit());
      goOn();
    }
    if (pause == null && phase instanceof Phase.Sprint sprint) {
      Instant end = sprint.end();
      if (end != null && !context.now().isBefore(end)) {
        context.signal(new StepSignal.SprintTimeOver());
      }
    }
  }

  // What others ask.

  @Override
  public @Nullable UUID id() {
    return id;
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public @Nullable Task task() {
    return task;
  }

  @Override
  public String taskName() {
    return task == null ? "" : task.name();
  }

  @Override
  public <T> T setting(SettingKey<T> key) {
    return context.preferences().get(key, task == null ? null : task.name());
  }

  @Override
  public boolean passive() {
    return setting(CoachKeys.PASSIVE) || (task != null && task.passive());
  }

  @Override
  public boolean heavy() {
    return setting(CoachKeys.HEAVY) || (task != null && task.heavy());
  }

  @Override
  public @Nullable Pause pause() {
    return pause;
  }

  @Override
  public @Nullable Instant resumed() {
    return resumed;
  }

  @Override
  public @Nullable Sprint lastSprint() {
    return lastSprint;
  }

  @Override
  public boolean lastFlow() {
    return lastFlow;
  }

  @Override
  public int inSet() {
    return inSet;
  }

  @Override
  public @Nullable Instant restedAt() {
    return restedAt;
  }

  @Override
  public @Nullable Instant claimedUntil() {
    return claimedUntil;
  }

  @Override
  public @Nullable Recovery recovery() {
    return recovery;
  }

  @Override
  public boolean onBreak() {
    return phase instanceof Phase.OnBreak;
  }

  @Override
  public boolean beyondBreak() {
    Ledger.Open open = ledger.ledger().open();
    return open != null && open.state() == SpanState.AWAY;
  }

  @Override
  public boolean counting() {
    return id != null
        && pause == null
        && !presence.absent()
        && (phase instanceof Phase.Sprint || phase instanceof Phase.Overrun);
  }

  // Starting.

  /**
   * Whether a sprint may start as far as the session goes; says why not. Where it is paused, it
   * goes on instead from the time that was named.
   */
  public boolean takes(Input.Start start) {
    Instant since = start.since();
    if (pause != null) {
      if (since == null || anotherTask(start.task())) {
        context.refuse("start", "paused; resume or stop first");
      } else if (maySince(since)) {
        goOnSince(since);
      }
      return false;
    }
    if (start.task() == null && task == null) {
      context.refuse("start", "no task is chosen; name one");
      return false;
    }
    if (phase instanceof Phase.Sprint) {
      context.refuse("start", taskName() + " is running; stop it, or switch the task");
      return false;
    }
    boolean nothingCounts = phase instanceof Phase.Off || phase instanceof Phase.Ready;
    return since == null || !nothingCounts || maySince(since);
  }

  /** Starts a sprint that {@link #takes} let pass; opens a session where none is open. */
  public void start(Input.Start start) {
    Instant since = start.since();
    if (id == null) {
      open(since == null ? context.now() : since);
    }
    if (start.task() != null) {
      task = start.task();
    }
    boolean flow =
        start.flow()
            || (start.sprint() == null
                && context.preference(CoachKeys.RHYTHM) == CoachKeys.Rhythm.FLOW);
    begin(start.sprint(), flow);
    if (since != null && phase instanceof Phase.Sprint sprint) {
      phase = sprint.withStart(since);
      ledger.workSince(since, sprint.id());
      uncounted.countedFrom(since);
    }
  }

  private boolean anotherTask(@Nullable Task named) {
    return named != null && (task == null || !named.id().equals(task.id()));
  }

  /** Whether time may be counted from an instant on; says why not. */
  private boolean maySince(Instant since) {
    Instant rested = figures.lastRest();
    Instant counted = ledger.workedUntil();
    String why = null;
    if (since.isAfter(context.now())) {
      why = "that time has not come yet";
    } else if (since.isBefore(context.dayStart())) {
      why = "that was before today began; add it to the log instead";
    } else if (since.isBefore(rested)) {
      why = "your last rest went on until " + context.clock(rested) + "; name that or later";
    } else if (since.isBefore(counted)) {
      why = "the time until " + context.clock(counted) + " is booked already; name that or later";
    }
    if (why != null) {
      context.refuse("start", why);
    }
    return why == null;
  }

  /** The pause ended at an instant, and what came after it was work. */
  private void goOnSince(Instant since) {
    UUID sprint = runningSprint();
    endPause(since);
    ledger.count(SpanState.WORK, sprint);
    ledger.restate(
        new Interval(since, context.now()), Set.of(SpanState.PAUSED), SpanState.WORK, null, null);
    uncounted.counting();
    uncounted.countedFrom(since);
    context.tell(new Event.SprintResumed());
  }

  private @Nullable UUID runningSprint() {
    return phase instanceof Phase.Sprint running ? running.id() : null;
  }

  /** Opens a session; after an hour outside one, work starts anew. */
  public void open(Instant from) {
    id = context.newId();
    inSet = 0;
    recovery = null;
    uncounted.counting();
    Ledger all = ledger.ledger();
    if (!all.spans().isEmpty()) {
      Instant last = all.spans().getLast().end();
      if (!last.plus(CLOSES_AFTER).isAfter(from)) {
        restedAt = from;
      }
    }
    context.signal(new StepSignal.SessionOpened());
  }

  /** Opens the next sprint of the session. */
  public void begin(@Nullable Duration own, boolean flow) {
    Duration planned = own != null ? own : setting(SprintBreakRule.SPRINT);
    UUID sprint = context.newId();
    phase =
        new Phase.Sprint(
            sprint,
            context.now(),
            flow ? null : planned,
            own != null,
            Duration.ZERO,
            null,
            figures.sprintsInSet() + 1,
            0);
    lastFlow = flow;
    uncounted.counting();
    ledger.count(SpanState.WORK, sprint);
    context.tell(new Event.SprintStarted(taskName(), flow ? null : planned));
    context.signal(new StepSignal.SprintBegan());
  }

  // Ending.

  /** The user ends the session that is open. */
  public void stop(String reason) {
    close(context.now(), reason, SprintEnding.WANTED);
    uncounted.follow();
    uncounted.begin(context.now(), StepSignal.Offer.NOT_WANTED);
    context.signal(new StepSignal.SessionStopped());
  }

  /** Ends the session at an instant that is now or lies at the start of the open gap. */
  public void close(Instant at, String reason, SprintEnding how) {
    endPause(at);
    ledger.cutAt(at);
    if (phase instanceof Phase.Sprint sprint) {
      finish(sprint, at, how);
    }
    phase = new Phase.Off();
    id = null;
    claimedUntil = null;
    context.signal(new StepSignal.SessionClosed(reason));
  }

  /**
   * The running sprint's time is over, and work goes on. One that is told of late ended at its
   * time, and what came after it is no part of it.
   */
  public void runOver(Phase.Sprint sprint) {
    Instant now = context.now();
    Instant planned = sprint.end();
    Instant end = planned == null ? now : Interval.earlier(planned, now);
    if (end.isBefore(now)) {
      ledger.count(SpanState.WORK, null);
      ledger.detachFrom(end, sprint.id());
    }
    finish(sprint, end, SprintEnding.RAN_OUT);
    phase = new Phase.Overrun();
    ledger.count(SpanState.WORK, null);
  }

  /** Writes a sprint down as ended; what time counts as afterwards is the caller's to say. */
  private void finish(Phase.Sprint sprint, Instant end, SprintEnding how) {
    Duration active = ledger.ledger().workOf(sprint.id(), presence.sure());
    Duration planned = sprint.planned();
    boolean complete =
        planned == null
            ? how == SprintEnding.WANTED
            : how == SprintEnding.RAN_OUT
                && active.multipliedBy(100).compareTo(planned.multipliedBy(COMPLETE_PERCENT)) >= 0;
    SprintOutcome outcome = complete ? SprintOutcome.COMPLETED : SprintOutcome.PARTIAL;
    if (task == null) {
      throw new IllegalStateException("a sprint without a task");
    }
    Sprint ended =
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
    lastSprint = ended;
    context.put(ended);
    if (how == SprintEnding.RAN_OUT) {
      inSet = figures.numberInSet(sprint);
    }
    context.signal(new StepSignal.SprintFinished());
    context.tell(new Event.SprintEnded(taskName(), outcome, active, sprint.start(), end));
  }

  // Breaks, as far as they are the session's.

  /**
   * The session makes way for a break, and is opened for it where none is open; gives whether it
   * was.
   */
  public boolean makeWayForBreak() {
    if (id != null) {
      endPause(context.now());
    }
    boolean alone = id == null;
    if (alone) {
      open(context.now());
    }
    if (phase instanceof Phase.Sprint sprint) {
      finish(sprint, context.now(), SprintEnding.WANTED);
    }
    return alone;
  }

  /** A break runs from now on. */
  public void breakBegins() {
    phase = new Phase.OnBreak();
    ledger.count(SpanState.BREAK, null);
  }

  /** The break is over; what comes next is the caller's to say. */
  public void breakOver() {
    phase = new Phase.Ready();
  }

  /** Nothing counts until the user starts. */
  public void waitForStart() {
    ledger.count(SpanState.READY, null);
  }

  /** Nobody came back from the break: what follows it is away until somebody does (B69). */
  public void awayBeyondBreak() {
    ledger.count(SpanState.AWAY, null);
  }

  /** The set is over; the next sprint is the first of another. */
  public void endSet() {
    inSet = 0;
  }

  /** A rest outside any session ended at an instant; null where it turned out to be none. */
  public void rested(@Nullable Instant at) {
    restedAt = at;
  }

  // Pauses.

  /** Holds the running sprint, for a time or until resumed. */
  public void pause(@Nullable Duration length) {
    if (pause != null) {
      context.refuse("pause", "already paused");
      return;
    }
    UUID sprint = runningSprint();
    if (sprint == null && !(phase instanceof Phase.Overrun)) {
      context.refuse("pause", "nothing is running");
      return;
    }
    Instant until = length == null ? null : context.now().plus(length);
    pause = new Pause(context.now(), until);
    ledger.count(SpanState.PAUSED, sprint);
    context.tell(new Event.SprintPaused(until));
  }

  /** Goes on after a pause. */
  public void resume() {
    if (pause == null) {
      context.refuse("resume", "nothing is paused");
      return;
    }
    goOn();
  }

  private void goOn() {
    endPause(context.now());
    uncounted.counting();
    ledger.count(SpanState.WORK, runningSprint());
    context.tell(new Event.SprintResumed());
    if (phase instanceof Phase.Sprint lowered && lowered.endsAt() == null) {
      Instant end = lowered.end();
      if (end != null && !end.isAfter(context.now())) {
        endAfterWarning(lowered);
      }
    }
  }

  /** Takes the running pause out of the sprint's countdown. */
  private void endPause(Instant at) {
    if (pause == null) {
      return;
    }
    if (phase instanceof Phase.Sprint sprint) {
      phase = sprint.withPaused(sprint.paused().plus(Duration.between(pause.since(), at)));
    }
    pause = null;
    resumed = context.now();
  }

  // The task, the settings, what is counted by hand.

  /** Goes on with another task. */
  public void switchTask(Task next) {
    if (id == null) {
      context.refuse("switch", "no session is running; start the task instead");
      return;
    }
    if (task != null && task.id().equals(next.id())) {
      context.refuse("switch", taskName() + " is already chosen");
      return;
    }
    String from = task == null ? null : task.name();
    task = next;
    Ledger.Open open = ledger.ledger().open();
    if (open != null) {
      ledger.count(open.state(), open.sprint());
    }
    context.tell(new Event.TaskSwitched(from, next.name()));
    context.signal(new StepSignal.InputRulesChanged());
  }

  /** A task was edited; its new values hold at once where it is the chosen one. */
  public void taskChanged(Task edited) {
    if (task != null && task.id().equals(edited.id())) {
      task = edited;
      context.signal(new StepSignal.InputRulesChanged());
    }
  }

  /**
   * Other settings hold; a sprint that is already longer than it should be ends after one warning
   * (B9).
   */
  public void settingsChanged() {
    if (!(phase instanceof Phase.Sprint sprint) || sprint.planned() == null || sprint.own()) {
      return;
    }
    Duration planned = setting(SprintBreakRule.SPRINT);
    if (planned.equals(sprint.planned())) {
      return;
    }
    Instant end = sprint.start().plus(planned).plus(sprint.paused());
    Instant held = pause == null ? context.now() : pause.since();
    boolean over = !end.isAfter(held);
    Phase.Sprint changed = sprint.withPlanned(planned);
    phase = changed;
    if (over && pause == null) {
      endAfterWarning(changed);
    }
  }

  /** More of a sprint has passed than its length now is: it ends after one warning (B9). */
  private void endAfterWarning(Phase.Sprint sprint) {
    Duration warning = context.preference(CoachKeys.WARNING);
    phase = sprint.withEndsAt(context.now().plus(warning));
    context.signal(new StepSignal.SprintShortened(warning));
  }

  /** Counts items in the running sprint, or in the one that ended last. */
  public void count(int items) {
    if (phase instanceof Phase.Sprint sprint) {
      phase = sprint.withItems(Math.max(0, sprint.items() + items));
      return;
    }
    if (id == null || lastSprint == null) {
      context.refuse("item", "no sprint is running to count it in");
      return;
    }
    int before = lastSprint.items() == null ? 0 : lastSprint.items();
    amend(lastSprint, null, null, Math.max(0, before + items), null, null);
  }

  /** Writes the last sprint again with what was told of it; null leaves a field as it was. */
  public void amend(
      Sprint last,
      @Nullable Integer fatigue,
      @Nullable Integer effort,
      @Nullable Integer items,
      @Nullable Integer rejected,
      @Nullable String note) {
    rewrite(last.withFigures(fatigue, effort, items, rejected, note));
  }

  private void rewrite(Sprint last) {
    lastSprint = last;
    context.put(last);
  }

  /**
   * A gap that ended turned out longer than it seemed when a sprint ended in it: its work is
   * counted again.
   */
  public void recount(Interval gap) {
    if (lastSprint != null
        && lastSprint.end().isAfter(gap.start())
        && lastSprint.start().isBefore(gap.end())) {
      recountLastSprint();
    }
  }

  /** Writes the last sprint again with the work its spans say, after the past was said anew. */
  public void recountLastSprint() {
    if (lastSprint == null) {
      return;
    }
    long active = ledger.ledger().workOf(lastSprint.id(), lastSprint.end()).toSeconds();
    if (active != lastSprint.activeSeconds()) {
      rewrite(lastSprint.withActiveSeconds(active));
    }
  }

  // The platform's clock.

  /** An item is claimed for a time. */
  public void claim(Duration length) {
    claimedUntil = context.now().plus(length);
  }

  /** The claimed item is handed in. */
  public void submitted() {
    if (claimedUntil == null) {
      context.refuse("submitted", "no item is claimed");
      return;
    }
    claimedUntil = null;
  }

  // A session found open after a crash.

  /** The session that was closed is asked about. */
  public void askRecovery(Recovery found) {
    recovery = found;
  }

  /** The user says what becomes of it. */
  public void recover(Input.Recover recover) {
    Recovery found = recovery;
    if (found == null) {
      context.refuse("recover", "no session was found open");
      return;
    }
    recovery = null;
    switch (recover.as()) {
      case KEEP -> {}
      case TRIM -> trim(found, found.lastInput());
      case DISCARD -> {
        trim(found, Instant.MIN);
        if (found.sprint() != null) {
          context.remove(Sprint.class, found.sprint());
          if (lastSprint != null && lastSprint.id().equals(found.sprint())) {
            lastSprint = null;
          }
        }
      }
    }
  }

  /** Takes away the found sprint's time after an instant; without a sprint, the session's. */
  private void trim(Recovery found, Instant at) {
    UUID sprint = found.sprint();
    ledger.trim(
        span ->
            sprint == null ? span.session().equals(found.session()) : sprint.equals(span.sprint()),
        at);
    Sprint last = lastSprint;
    if (last != null && last.id().equals(sprint) && last.end().isAfter(at)) {
      rewrite(
          last.withTimes(
              last.start(),
              Interval.later(last.start(), at),
              ledger.ledger().workOf(last.id(), at).toSeconds()));
    }
  }
}
