package app.respite.domain.day;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of a {@link State} while one input is dealt with: the state's parts to be set,
 * the events told and the journal's changes so far, and the ledger's mechanics. Lives inside one
 * call and is never shared.
 */
final class Turn {
  /** Spans kept beyond this many are looked at for ones no sum needs any more. */
  private static final int LEDGER_TRIM = 96;

  Instant now;
  ZoneId zone;
  LocalDate day;
  Preferences preferences;
  @Nullable String notice;
  private final long seed;
  private long count;
  Presence presence;
  @Nullable UUID closed;
  PresenceState.@Nullable IdleQuestion idleQuestion;
  Ledger ledger;
  @Nullable UUID session;
  @Nullable Task task;
  Phase phase;
  SessionState.@Nullable Pause pause;
  @Nullable Instant resumed;
  @Nullable Sprint lastSprint;
  boolean lastFlow;
  int inSet;
  @Nullable Instant restedAt;
  @Nullable Instant claimedUntil;
  SessionState.@Nullable Recovery recovery;
  Uncounted uncounted;
  Holds holds;
  TirednessState tiredness;
  @Nullable RunningBreak running;
  @Nullable PendingBreak pending;
  BreaksState.@Nullable Warning warned;
  int skipsInARow;
  @Nullable Instant restSkippedAt;
  BreaksState.@Nullable Gate gate;
  LimitsState limit;
  SuggestionState suggestions;
  QuestionState asking;

  /** When the coach acts, where that is later than when things were due: after a gap. */
  @Nullable Instant acting;

  /** When this turn said something quietly last. */
  private @Nullable Instant said;

  final List<Happening> events = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();

  Turn(State state) {
    DayFrame frame = state.frame();
    now = frame.now();
    zone = frame.zone();
    day = frame.day();
    preferences = frame.preferences();
    notice = frame.notice();
    seed = frame.seed();
    count = frame.count();
    PresenceState there = state.presence();
    presence =
        new Presence(
            there.handsOff(),
            there.locked(),
            there.gap(),
            there.declared(),
            there.said(),
            there.known(),
            there.absences());
    closed = there.closed();
    idleQuestion = there.question();
    ledger = state.ledger();
    session = state.session().id();
    task = state.session().task();
    phase = state.session().phase();
    pause = state.session().pause();
    resumed = state.session().resumed();
    lastSprint = state.session().lastSprint();
    lastFlow = state.session().lastFlow();
    inSet = state.session().inSet();
    restedAt = state.session().restedAt();
    claimedUntil = state.session().claimedUntil();
    recovery = state.session().recovery();
    OfferState offers = state.offers();
    uncounted =
        new Uncounted(
            state.uncounted().since(),
            state.uncounted().before(),
            offers.offered(),
            offers.spent(),
            offers.reminded(),
            offers.said());
    holds = state.holds();
    tiredness = state.tiredness();
    running = state.breaks().running();
    pending = state.breaks().pending();
    warned = state.breaks().warned();
    skipsInARow = state.breaks().skipsInARow();
    restSkippedAt = state.breaks().restSkippedAt();
    gate = state.breaks().gate();
    limit = state.limits();
    suggestions = state.suggestions();
    asking = state.questions();
  }

  State state() {
    return new State(
        new DayFrame(now, zone, day, preferences, notice, seed, count),
        new PresenceState(
            presence.handsOff(),
            presence.locked(),
            presence.gap(),
            presence.declared(),
            presence.said(),
            presence.known(),
            presence.absences(),
            closed,
            idleQuestion),
        ledger,
        new SessionState(
            session,
            task,
            phase,
            pause,
            resumed,
            lastSprint,
            lastFlow,
            inSet,
            restedAt,
            claimedUntil,
            recovery),
        new UncountedTime(uncounted.since(), uncounted.before()),
        holds,
        tiredness,
        new BreaksState(running, pending, warned, skipsInARow, restSkippedAt, gate),
        limit,
        new OfferState(
            uncounted.offered(), uncounted.spent(), uncounted.reminded(), uncounted.said()),
        suggestions,
        asking);
  }

  // What is told and written.

  void tell(Event event) {
    events.add(new Happening(acting == null ? now : acting, event));
    if (event instanceof Event.Advice advice && !advice.kind().equals(AdviceDesk.REST)) {
      say(advice.sentence());
    }
  }

  /** Makes a sentence the notice, with what else is said at this moment. */
  void say(String sentence) {
    Instant at = acting == null ? now : acting;
    notice = at.equals(said) ? Notices.and(notice, sentence) : sentence;
    said = at;
  }

  void put(JournalRecord entry) {
    changes.add(new Change.Put(entry));
  }

  void remove(Class<? extends JournalRecord> kind, UUID id) {
    changes.add(new Change.Remove(kind, id));
  }

  /** The next record's id: unpredictable to others by the seed, the same in a replay. */
  UUID newId() {
    count++;
    long high = mix(seed ^ (count * 0x9E3779B97F4A7C15L));
    long low = mix(high + count);
    return new UUID(
        (high & 0xFFFFFFFFFFFF0FFFL) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  // What is asked often.

  <T> T setting(SettingKey<T> key) {
    return preferences.get(key, task == null ? null : task.name());
  }

  String taskName() {
    return task == null ? "" : task.name();
  }

  boolean passive() {
    return setting(CoachKeys.PASSIVE) || (task != null && task.passive());
  }

  boolean heavy() {
    return setting(CoachKeys.HEAVY) || (task != null && task.heavy());
  }

  boolean strictnessIs(CoachKeys.Strictness strictness) {
    return preferences.get(CoachKeys.STRICTNESS) == strictness;
  }

  /** When the open session began to be counted. */
  Instant sessionStart() {
    for (Span span : ledger.spans()) {
      if (span.session().equals(session)) {
        return span.start();
      }
    }
    return ledger.open() == null ? now : ledger.open().since();
  }

  LogicalDays days() {
    return new LogicalDays(zone, preferences.get(CoachKeys.DAY_STARTS));
  }

  /**
   * Whether nobody is there: the open gap has lasted long enough to count. What lies inside a sleep
   * or stall is looked at from its end, where it is known how long it was.
   */
  boolean absent() {
    return presence.declared()
        || presence.absentFor(preferences.get(CoachKeys.IDLE_AFTER), acting == null ? now : acting);
  }

  /**
   * Up to when time is known to be work: where a gap has lasted long enough to count, its start.
   */
  Instant sure() {
    return presence.gap() != null && absent() ? Interval.earlier(presence.gap(), now) : now;
  }

  /**
   * Whether a break nobody came back from is over, and the time since then is away until somebody
   * comes (B69).
   */
  boolean beyondBreak() {
    return ledger.open() != null && ledger.open().state() == SpanState.AWAY;
  }

  boolean onBreak() {
    return phase instanceof Phase.OnBreak;
  }

  /** Whether time is being counted as work, now and until something happens. */
  boolean counting() {
    return session != null
        && pause == null
        && !absent()
        && (phase instanceof Phase.Sprint || phase instanceof Phase.Overrun);
  }

  /** The end of the last rest; now, where one is going on. */
  Instant lastRest() {
    if (restingUnasked()) {
      return now;
    }
    Instant booked = ledger.lastRest(setting(RestRule.RESETS_AFTER), now, uncounted.seen(now));
    return restedAt == null ? booked : Interval.later(booked, restedAt);
  }

  /** Whether the gap that is open has become a rest already. */
  private boolean restingUnasked() {
    boolean natural = session != null && pause == null;
    Duration least = setting(RestRule.RESETS_AFTER);
    return !onBreak()
        && presence.absentFor(
            natural ? Durations.max(least, preferences.get(CoachKeys.IDLE_NATURAL)) : least, now);
  }

  /** Whether a rest as long as the long break, by whatever route, ended after an instant (B70). */
  private boolean longRestAfter(Instant instant) {
    return ledger
        .lastRest(setting(SprintBreakRule.LONG), now, uncounted.seen(now))
        .isAfter(instant);
  }

  /** Sprints that ran to their end in this set; a long rest since begins a new one. */
  int sprintsInSet() {
    return lastSprint != null && longRestAfter(lastSprint.start()) ? 0 : inSet;
  }

  /** The number of a running sprint in its set; one with a long rest in it begins a new one. */
  int numberInSet(Phase.Sprint sprint) {
    return longRestAfter(sprint.start()) ? 1 : sprint.inSet();
  }

  Duration sinceRest() {
    return ledger.workBetween(lastRest(), sure());
  }

  /** Work since the last rest, or since the rest that was skipped last. */
  Duration towardsRest() {
    Instant from = lastRest();
    return ledger.workBetween(
        restSkippedAt == null ? from : Interval.later(from, restSkippedAt), sure());
  }

  Duration workToday() {
    return ledger.workBetween(days().startOf(day), sure());
  }

  /** Whether a gap counts as a rest that stands in for a break of a length. */
  boolean restsFor(Duration gap, Duration length) {
    return Durations.atLeast(gap, Durations.min(length, setting(RestRule.RESETS_AFTER)));
  }

  // The ledger.

  /** From now on time counts as something else, or as nothing where {@code state} is null. */
  void count(@Nullable SpanState state, @Nullable UUID sprint) {
    closeOpen(now);
    ledger =
        new Ledger(
            ledger.spans(),
            state == null || session == null
                ? null
                : new Ledger.Open(session, sprint, task == null ? null : task.id(), state, now));
  }

  /** Books the open stretch up to now; it goes on. */
  void closeOpenNow() {
    closeOpen(now);
  }

  /** Ends the open stretch at an instant; what would have no length is no span. */
  private void closeOpen(Instant at) {
    Ledger.Open open = ledger.open();
    if (open == null || !open.since().isBefore(at)) {
      return;
    }
    Span span = open.until(newId(), at);
    put(span);
    List<Span> spans = new ArrayList<>(ledger.spans());
    spans.add(span);
    ledger =
        new Ledger(
            trimmed(spans),
            new Ledger.Open(open.session(), open.sprint(), open.task(), open.state(), at));
  }

  /** Drops spans before the last rest, the day before this one, and what is open or asked. */
  private List<Span> trimmed(List<Span> spans) {
    if (spans.size() < LEDGER_TRIM) {
      return spans;
    }
    Instant needed = days().startOf(day.minusDays(1));
    if (phase instanceof Phase.Sprint sprint) {
      needed = Interval.earlier(needed, sprint.start());
    }
    if (idleQuestion != null) {
      needed = Interval.earlier(needed, idleQuestion.since());
    }
    if (recovery != null && lastSprint != null) {
      needed = Interval.earlier(needed, lastSprint.start());
    }
    Instant rest =
        new Ledger(spans, null).lastRest(setting(RestRule.RESETS_AFTER), now, uncounted.seen(now));
    needed = Interval.earlier(needed, rest);
    int keep = 0;
    while (keep < spans.size() && spans.get(keep).end().isBefore(needed)) {
      keep++;
    }
    return spans.subList(keep, spans.size());
  }

  /**
   * Says anew what a past stretch was. Spans that reach over its edges are cut; sprint and task
   * stay as they were.
   *
   * @param over the states it may replace
   */
  void restate(
      Interval stretch,
      Set<SpanState> over,
      SpanState state,
      @Nullable String cause,
      @Nullable IdleAnswer answer) {
    if (stretch.isEmpty()) {
      return;
    }
    if (ledger.open() != null && ledger.open().since().isBefore(stretch.end())) {
      closeOpen(stretch.end());
    }
    List<Span> spans = new ArrayList<>();
    for (Span span : ledger.spans()) {
      Interval part = span.interval().clip(stretch);
      if (part.isEmpty() || !over.contains(span.state())) {
        spans.add(span);
        continue;
      }
      boolean idKept = false;
      if (span.start().isBefore(part.start())) {
        spans.add(keep(span, span.id(), span.start(), part.start()));
        idKept = true;
      }
      Span restated =
          new Span(
              idKept ? newId() : span.id(),
              span.session(),
              span.sprint(),
              span.task(),
              state,
              cause,
              part.start(),
              part.end(),
              answer);
      put(restated);
      spans.add(restated);
      if (part.end().isBefore(span.end())) {
        spans.add(keep(span, newId(), part.end(), span.end()));
      }
    }
    ledger = new Ledger(spans, ledger.open());
  }

  private Span keep(Span span, UUID id, Instant start, Instant end) {
    Span kept = span.withId(id).withTimes(start, end);
    put(kept);
    return kept;
  }

  /** Cuts the session off at an instant: what was counted after it never was. */
  void cutAt(Instant at) {
    if (ledger.open() != null && ledger.open().since().isBefore(at)) {
      closeOpen(at);
    }
    List<Span> spans = new ArrayList<>();
    for (Span span : ledger.spans()) {
      if (!span.end().isAfter(at)) {
        spans.add(span);
      } else if (span.start().isBefore(at)) {
        spans.add(keep(span, span.id(), span.start(), at));
      } else {
        remove(Span.class, span.id());
      }
    }
    ledger = new Ledger(spans, null);
  }

  /** Adds a stretch where nothing is booked, in time order; what is booked there already stays. */
  void book(UUID ofSession, Interval stretch, SpanState state, @Nullable String cause) {
    book(ofSession, null, stretch, state, cause);
  }

  private void book(
      UUID ofSession,
      @Nullable UUID sprint,
      Interval stretch,
      SpanState state,
      @Nullable String cause) {
    List<Span> spans = new ArrayList<>(ledger.spans());
    List<Interval> free = new ArrayList<>(List.of(stretch));
    for (Span span : ledger.spans()) {
      List<Interval> left = new ArrayList<>();
      free.forEach(part -> left.addAll(part.without(span.interval())));
      free = left;
    }
    for (Interval part : free) {
      if (!part.isEmpty()) {
        Span span =
            new Span(
                newId(),
                ofSession,
                sprint,
                task == null ? null : task.id(),
                state,
                cause,
                part.start(),
                part.end(),
                null);
        put(span);
        spans.add(span);
      }
    }
    spans.sort((a, b) -> a.start().compareTo(b.start()));
    ledger = new Ledger(spans, ledger.open());
  }

  /** Takes a span out of its sprint; the time stays. */
  void detach(Span span) {
    Span free = span.withSprint(null);
    put(free);
    ledger =
        new Ledger(
            ledger.spans().stream()
                .map(other -> other.id().equals(span.id()) ? free : other)
                .toList(),
            ledger.open());
  }

  /** Up to when time is booked as anything but ready or paused; the beginning where none is. */
  Instant workedUntil() {
    for (Span span : ledger.spans().reversed()) {
      boolean free =
          span.state() == SpanState.READY
              || span.state() == SpanState.IDLE
              || (span.state() == SpanState.PAUSED && !Ledger.isRest(span));
      if (!free) {
        return span.end();
      }
    }
    return Instant.MIN;
  }

  /** Time from an instant on, booked as ready or not at all, is a sprint's work instead. */
  void workSince(Instant since, UUID sprint) {
    Interval stretch = new Interval(since, now);
    List<Span> spans = new ArrayList<>();
    for (Span span : ledger.spans()) {
      if (span.state() != SpanState.READY || !span.interval().overlaps(stretch)) {
        spans.add(span);
      } else if (span.start().isBefore(since)) {
        spans.add(keep(span, span.id(), span.start(), since));
      } else {
        remove(Span.class, span.id());
      }
    }
    ledger = new Ledger(spans, ledger.open());
    if (session != null) {
      book(session, sprint, stretch, SpanState.WORK, null);
    }
  }

  /** What a sprint counted from an instant on is no part of it; the work stays. */
  void detachFrom(Instant end, UUID sprint) {
    for (Span span : ledger.spans()) {
      if (!sprint.equals(span.sprint()) || !span.end().isAfter(end)) {
        continue;
      }
      List<Span> spans = new ArrayList<>(ledger.spans());
      spans.remove(span);
      if (span.start().isBefore(end)) {
        spans.add(keep(span, span.id(), span.start(), end));
      }
      Span free =
          span.withId(span.start().isBefore(end) ? newId() : span.id())
              .withTimes(Interval.later(span.start(), end), span.end())
              .withSprint(null);
      put(free);
      spans.add(free);
      spans.sort((a, b) -> a.start().compareTo(b.start()));
      ledger = new Ledger(spans, ledger.open());
    }
  }

  /** The session is closed, and what goes beyond its last break is away all the same. */
  void awayBeyond(Ledger.Open beyond) {
    ledger =
        new Ledger(
            ledger.spans(),
            new Ledger.Open(beyond.session(), null, beyond.task(), SpanState.AWAY, now));
  }

  /** What went beyond a break ends now; gives all of it. */
  Interval endBeyond() {
    closeOpenNow();
    Instant since = now;
    for (Span span : ledger.spans().reversed()) {
      if (span.state() != SpanState.AWAY || !span.end().equals(since)) {
        break;
      }
      since = span.start();
    }
    ledger = new Ledger(ledger.spans(), null);
    return new Interval(since, now);
  }

  /** The spans that touch a stretch. */
  List<Span> spansIn(Interval stretch) {
    return ledger.spans().stream().filter(span -> span.interval().overlaps(stretch)).toList();
  }

  /**
   * Writes the last sprint's record again with the work its spans say, after the past was said
   * anew.
   */
  void recountSprint(@Nullable Sprint sprint) {
    if (sprint == null) {
      return;
    }
    long active = ledger.workOf(sprint.id(), sprint.end()).toSeconds();
    if (active != sprint.activeSeconds()) {
      lastSprint = sprint.withActiveSeconds(active);
      put(lastSprint);
    }
  }
}
