package app.respite.coach;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.JournalReader;
import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.day.course.CourseOfDay;
import app.respite.domain.day.course.DayState;
import app.respite.domain.day.course.OpenSession;
import app.respite.domain.day.course.SnapshotMaker;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import app.respite.domain.time.Timeline;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The coach without threads: takes what happens with the clocks' readings, writes the journal
 * first, then tells what happened. The live engine and {@code simulate} both drive this one class;
 * it must be called by one thread at a time.
 */
public final class CoachCore {
  /** The longest time between two readings that is no stall. */
  public static final Duration TICK = Duration.ofSeconds(30);

  /** The open state is kept at least this often while a session runs. */
  public static final Duration CHECKPOINT = Duration.ofSeconds(15);

  private static final String TIMELINE = "timeline.";

  private final Journal journal;
  private final String boot;
  private Timeline timeline;
  private DayState state;
  private @Nullable Instant asleep;

  /** What happened and was not handed out yet. */
  private final List<TimedEvent> untold = new ArrayList<>();

  private CoachCore(Journal journal, String boot, Timeline timeline, DayState state) {
    this.journal = journal;
    this.boot = boot;
    this.timeline = timeline;
    this.state = state;
  }

  /**
   * Opens the coach on a journal. What it finds open there goes on or is closed; the first answer
   * of {@link #handle} tells of it. On the same boot of the machine time goes on where the
   * checkpoint stood, whatever became of the wall clock. Hands and lock are taken to be as they
   * were then; whoever tells of presence says so next where that has changed.
   *
   * @param boot identity of the machine's boot; empty where it is not known
   * @param seed makes the ids of a new journal's records
   */
  public static CoachCore open(
      Journal journal,
      Preferences preferences,
      ClockReading now,
      ZoneId zone,
      String boot,
      long seed) {
    return open(
        journal,
        preferences,
        now,
        zone,
        boot,
        seed,
        (kept, why) -> {
          throw new IllegalStateException("the open state cannot be used: " + why);
        });
  }

  /** Puts an open state that cannot be used where a person can look at it. */
  public interface Aside {
    /**
     * Sets it aside.
     *
     * @param why what is wrong with it
     * @return the name under which it can be found, for the user
     */
    String put(Checkpoint unusable, String why);
  }

  /**
   * The same, where what was kept may be unusable: it is set aside, told of, and the day goes on
   * with as much of it as makes sense.
   */
  public static CoachCore open(
      Journal journal,
      Preferences preferences,
      ClockReading now,
      ZoneId zone,
      String boot,
      long seed,
      Aside aside) {
    Optional<Checkpoint> kept = journal.checkpoint();
    if (kept.isEmpty()) {
      return anew(journal, preferences, now, zone, boot, seed);
    }
    Checkpoint checkpoint = kept.get();
    try {
      DayState before = StateFields.read(checkpoint.values(), preferences, history(journal));
      if (!before.lacksTask()) {
        return resumed(journal, before, timeline(checkpoint, now, boot), zone, boot);
      }
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException unusable) {
      String name = aside.put(checkpoint, String.valueOf(unusable.getMessage()));
      return withRest(journal, checkpoint, preferences, now, zone, boot, seed, name);
    }
    String name = aside.put(checkpoint, "the task of the open session is not in the journal");
    return withRest(journal, checkpoint, preferences, now, zone, boot, seed, name);
  }

  /** Goes on with what makes sense of a state that was set aside. */
  private static CoachCore withRest(
      Journal journal,
      Checkpoint checkpoint,
      Preferences preferences,
      ClockReading now,
      ZoneId zone,
      String boot,
      long seed,
      String name) {
    String told = "What was open could not be used and is kept as " + name + ". ";
    Optional<DayState> rest =
        StateFields.salvage(
            checkpoint.values(),
            DayState.initial(checkpoint.at(), zone, preferences, seed),
            standingIn(journal));
    if (rest.isPresent()) {
      try {
        Task task = rest.get().task();
        if (task != null && journal.byId(Task.class, task.id()).isEmpty()) {
          journal.write(List.of(new Change.Put(task)), null);
        }
        Timeline wall = wall(checkpoint, now);
        CoachCore core = resumed(journal, rest.get(), wall, zone, boot);
        core.say(told + "The session in it goes on, or can be kept with: respite recover keep");
        return core;
      } catch (IllegalArgumentException | IllegalStateException | DateTimeException again) {
        // Not even that much of it can be used.
      }
    }
    CoachCore core = anew(journal, preferences, now, zone, boot, seed);
    core.say(told + "What was booked before is in the log.");
    return core;
  }

  private void say(String sentence) {
    apply(
        CourseOfDay.tell(
            state, new Event.Advice(Event.Advice.Kind.SET_ASIDE, Duration.ZERO, sentence)));
  }

  /** Begins with nothing open. */
  private static CoachCore anew(
      Journal journal,
      Preferences preferences,
      ClockReading now,
      ZoneId zone,
      String boot,
      long seed) {
    Timeline timeline = Timeline.startingAt(now);
    DayState fresh = DayState.initial(timeline.now(), zone, preferences, seed);
    CoachCore core = new CoachCore(journal, boot, timeline, fresh);
    core.apply(CourseOfDay.step(fresh, fresh.now(), new Input.ZoneChanged(zone)));
    core.keep();
    return core;
  }

  private static CoachCore resumed(
      Journal journal, DayState before, Timeline timeline, ZoneId zone, String boot) {
    CoachCore core = new CoachCore(journal, boot, timeline, before);
    core.apply(CourseOfDay.relaunch(before, timeline.now(), CHECKPOINT));
    if (!zone.equals(core.state.zone())) {
      core.apply(CourseOfDay.step(core.state, timeline.now(), new Input.ZoneChanged(zone)));
    }
    core.keep();
    return core;
  }

  private static Timeline timeline(Checkpoint kept, ClockReading now, String boot) {
    String anchor = kept.values().get(TIMELINE + "anchor");
    String anchorBoot = kept.values().get(TIMELINE + "boot");
    if (!boot.isEmpty() && boot.equals(kept.boot()) && anchor != null && anchorBoot != null) {
      Timeline same = new Timeline(Instant.parse(anchor), Duration.parse(anchorBoot), now);
      if (!same.now().isBefore(kept.at())) {
        return same;
      }
    }
    return wall(kept, now);
  }

  /**
   * Another boot: the wall clock is all there is, but time never goes back behind what is written.
   */
  private static Timeline wall(Checkpoint kept, ClockReading now) {
    Instant wall = Interval.later(now.wall(), kept.at());
    return new Timeline(wall, now.boot(), now);
  }

  /**
   * What the session that is open in a journal, or the absence beyond a break that ended one (B69),
   * has counted and its spans lack or have otherwise, up to the last checkpoint: at most 15 s less
   * than the coach itself knows. To be joined with them by {@link ReviewService#withOpen}.
   */
  public static List<Span> openSpans(JournalReader journal, Preferences preferences) {
    return openSpans(journal, preferences, Instant.MIN);
  }

  /** The same with the sprint that runs, of one and the same moment. */
  public static OpenWork openWork(JournalReader journal, Preferences preferences) {
    return openState(journal, preferences)
        .map(open -> CourseOfDay.openWork(open, open.now()))
        .orElse(OpenWork.NONE);
  }

  /** The sprint that is open in a journal, up to the last checkpoint; empty where none is. */
  public static Optional<RunningSprint> runningSprint(
      JournalReader journal, Preferences preferences) {
    return openState(journal, preferences).flatMap(CourseOfDay::runningSprint);
  }

  /** What the session that is open in a journal stands on; empty where none is. */
  public static Optional<OpenSession> openSession(JournalReader journal, Preferences preferences) {
    return openState(journal, preferences).flatMap(OpenSession::of);
  }

  /** What was kept, as far as it can be read. */
  private static Optional<DayState> openState(JournalReader journal, Preferences preferences) {
    try {
      return journal
          .checkpoint()
          .map(kept -> StateFields.read(kept.values(), preferences, history(journal)));
    } catch (IllegalArgumentException unreadable) {
      // The next coach sets it aside and says so; until then nothing is known to be open.
      return Optional.empty();
    }
  }

  /** The same up to an instant, where that is later than the last checkpoint. */
  static List<Span> openSpans(JournalReader journal, Preferences preferences, Instant until) {
    return openState(journal, preferences)
        .map(open -> CourseOfDay.openSpans(open, Interval.later(open.now(), until)))
        .orElse(List.of());
  }

  /** What history holds, with a task in place of one that is not there any more. */
  private static StateFields.History standingIn(JournalReader journal) {
    return new JournalHistory(journal) {
      @Override
      public Optional<Task> task(UUID id) {
        String name = "Lost task " + id.toString().substring(0, 8);
        return Optional.of(super.task(id).orElseGet(() -> Task.named(id, name)));
      }
    };
  }

  private static StateFields.History history(JournalReader journal) {
    return new JournalHistory(journal);
  }

  private static class JournalHistory implements StateFields.History {
    private final JournalReader journal;

    JournalHistory(JournalReader journal) {
      this.journal = journal;
    }

    @Override
    public Optional<Task> task(UUID id) {
      return journal.byId(Task.class, id);
    }

    @Override
    public Optional<Sprint> sprint(UUID id) {
      return journal.byId(Sprint.class, id);
    }

    @Override
    public List<Span> spans(Instant from, Instant until) {
      return journal.find(Span.class, new Interval(from, until.plusSeconds(1)));
    }

    @Override
    public Duration work(Interval interval) {
      return journal.find(Span.class, interval).stream()
          .filter(span -> span.state() == SpanState.WORK)
          .map(span -> span.interval().clip(interval).length())
          .reduce(Duration.ZERO, Duration::plus);
    }
  }

  /** Writes the step down, open state and history in one, before anything of it is told. */
  private void apply(CourseOfDay.Step step) {
    DayState before = state;
    state = step.state();
    if (!step.changes().isEmpty() || !step.events().isEmpty()) {
      try {
        journal.record(inPlace(withEdits(step.changes())), openState());
      } catch (JournalException failed) {
        state = before;
        throw failed;
      }
    }
    untold.addAll(step.events());
  }

  /**
   * What the course itself says anew, such as a sprint's items told after its end, is a correction
   * like one by hand: no import of something older takes it back (B85).
   */
  private List<Change> withEdits(List<Change> changes) {
    try {
      return GuardedJournal.withEdits(journal, changes, state.now());
    } catch (JournalException unreadable) {
      // A disk that fails holds the coach up in nothing; what waits is written without the mark.
      return changes;
    }
  }

  /**
   * Of two zones of one moment the one told later counts, whatever their ids: it stands in the
   * other's place.
   */
  private List<Change> inPlace(List<Change> changes) {
    return changes.stream()
        .map(
            change ->
                change instanceof Change.Put(ZoneChange told)
                    ? new Change.Put(inPlace(told))
                    : change)
        .toList();
  }

  private ZoneChange inPlace(ZoneChange told) {
    try {
      return zones().stream()
          .filter(one -> one.at().equals(told.at()))
          .findFirst()
          .map(one -> new ZoneChange(one.id(), told.at(), told.zone()))
          .orElse(told);
    } catch (JournalException unreadable) {
      return told;
    }
  }

  /**
   * Takes one input at a reading of the clocks; what the coach does by itself up to then, and what
   * the clocks tell of sleep and stalls, comes first. The journal has the changes when this
   * returns.
   */
  public List<TimedEvent> handle(ClockReading reading, Input input) {
    if (asleep != null) {
      if (!provesAwake(input)) {
        return List.of();
      }
      wake(reading);
    }
    Timeline.Advance advance = timeline.advance(reading, TICK);
    timeline = advance.timeline();
    if (advance.gap() != null) {
      apply(CourseOfDay.step(state, timeline.now(), new Input.Missed(advance.gap())));
    }
    LocalDate evening = state.questions().eveningOffered();
    apply(CourseOfDay.step(state, timeline.now(), input));
    List<TimedEvent> told = withHours(untold, evening);
    untold.clear();
    return told;
  }

  /**
   * With what has to be reported soon after the evening's offer, which comes once a day; it is no
   * notice that stays, for it may be done in the next minute.
   *
   * @param before the day of the evening before, when the same need not be said again
   */
  private List<TimedEvent> withHours(List<TimedEvent> events, @Nullable LocalDate before) {
    List<TimedEvent> told = new ArrayList<>();
    for (TimedEvent event : events) {
      told.add(event);
      if (event.event() instanceof Event.Advice advice
          && advice.kind() == Event.Advice.Kind.EVENING) {
        for (String sentence : hoursDue(event.at(), before)) {
          told.add(
              new TimedEvent(
                  event.at(), new Event.Advice(Event.Advice.Kind.HOURS, null, sentence)));
        }
      }
    }
    return List.copyOf(told);
  }

  private List<String> hoursDue(Instant at, @Nullable LocalDate before) {
    try {
      return HoursService.dueSoon(journal, state.preferences(), at, before, state.zone());
    } catch (JournalException unreadable) {
      // The review says it once the disk can be read again.
      return List.of();
    }
  }

  private static boolean provesAwake(Input input) {
    return input instanceof Input.Command
        || input instanceof Input.Active
        || input instanceof Input.Unlock;
  }

  /**
   * The machine says that it falls asleep. Until it says that it is awake, or somebody does
   * something, no time passes for the coach; afterwards all of it was sleep, whatever the clocks
   * show.
   */
  public List<TimedEvent> fallAsleep(ClockReading reading) {
    List<TimedEvent> before = handle(reading, new Input.Tick());
    if (asleep == null) {
      keep();
      asleep = timeline.now();
    }
    return before;
  }

  /** The machine says that it is awake again. */
  public List<TimedEvent> wakeUp(ClockReading reading) {
    if (asleep != null) {
      wake(reading);
    }
    return handle(reading, new Input.Tick());
  }

  private void wake(ClockReading reading) {
    Instant since = Interval.later(Objects.requireNonNull(asleep), state.now());
    asleep = null;
    timeline = timeline.ticked(reading);
    Interval slept = new Interval(since, Interval.later(timeline.now(), since));
    if (!slept.isEmpty()) {
      Timeline.Gap gap = new Timeline.Gap(GapCause.SUSPEND, slept);
      apply(CourseOfDay.step(state, slept.end(), new Input.Missed(gap)));
    }
  }

  /** Whether the machine has said that it sleeps. */
  public boolean asleep() {
    return asleep != null;
  }

  /** Time went on within the rhythm of ticks up to a reading; nothing was due. */
  public void ticked(ClockReading reading) {
    timeline = timeline.ticked(reading);
  }

  /**
   * Reads anew what history holds of the open state, after somebody edited, undid or imported:
   * every sum agrees with it at once (B52).
   *
   * @return what is to be handled next, so that the coach goes by what it read
   */
  public Input historyChanged() {
    Task before = state.task();
    state =
        StateFields.read(StateFields.of(state), state.preferences(), history(journal))
            .withKnowledge(state.tiredness().knowledge());
    apply(CourseOfDay.historyChanged(state));
    Task task = state.task();
    return task == null || task.equals(before) ? new Input.Tick() : new Input.TaskChanged(task);
  }

  /** When the coach next acts by itself; empty where nothing is to come. */
  public Optional<Instant> nextDeadline() {
    return CourseOfDay.nextDeadline(state);
  }

  /** The coach's time at a reading. */
  public Instant at(ClockReading reading) {
    return timeline.at(reading);
  }

  /** How far the wall clock has moved away from the coach's time. */
  public Duration wallDrift() {
    return timeline.wallDrift();
  }

  /**
   * Takes the wall clock's word again, where no session is open and time would not go back behind
   * what is written. Returns whether it did.
   */
  public boolean followWall(ClockReading reading) {
    if (state.sessionOpen() || reading.wall().isBefore(state.now())) {
      return false;
    }
    timeline = Timeline.startingAt(reading);
    return true;
  }

  /** Whether a session is open, so that checkpoints and ticks are needed. */
  public boolean sessionOpen() {
    return state.sessionOpen();
  }

  /** The open state. */
  public DayState state() {
    return state;
  }

  /** The coach at a reading. */
  public Snapshot snapshot(ClockReading reading) {
    return SnapshotMaker.of(state, asleep == null ? timeline.at(reading) : state.now());
  }

  /** Keeps the open state as of a reading. */
  public void checkpoint(ClockReading reading) {
    if (asleep != null) {
      return;
    }
    timeline = timeline.ticked(reading);
    apply(CourseOfDay.step(state, timeline.at(reading), new Input.Tick()));
    keep();
  }

  /**
   * Books what is still open up to now, so that the journal alone gives every sum; ends nothing.
   */
  public void settle() {
    CourseOfDay.Step settled = CourseOfDay.settle(state);
    state = settled.state();
    journal.record(withEdits(settled.changes()), openState());
  }

  /** Keeps the open state as it stands. */
  void keep() {
    journal.keep(openState());
  }

  private Checkpoint openState() {
    Map<String, String> values = new HashMap<>(StateFields.of(state));
    values.put(TIMELINE + "anchor", timeline.anchor().toString());
    values.put(TIMELINE + "boot", timeline.anchorBoot().toString());
    return new Checkpoint(state.now(), boot, values);
  }

  /** The zones the journal knows of; empty in a new one. */
  public List<ZoneChange> zones() {
    return journal.all(ZoneChange.class);
  }
}
