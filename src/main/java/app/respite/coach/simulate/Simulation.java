package app.respite.coach.simulate;

import app.respite.coach.CoachCore;
import app.respite.coach.Learner;
import app.respite.coach.port.CommandFields;
import app.respite.coach.port.CommandFields.BadCommand;
import app.respite.coach.port.Journal;
import app.respite.coach.simulate.Script.BadScript;
import app.respite.coach.simulate.Script.Line;
import app.respite.coach.simulate.Script.WorldChange;
import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.day.course.CourseOfDay;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.time.ClockReading;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Task;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script through the real coach on simulated clocks. Deterministic: the same script and
 * settings tell the same events, on any machine, in any locale.
 */
public final class Simulation {
  private static final long SEED = 0x5EED_0F_4E57L;

  private final Journal journal;
  private final Learner learner;
  private final Consumer<TimedEvent> listener;
  private final Instant origin;

  private Preferences preferences;
  private ZoneId zone;
  private @Nullable CoachCore core;

  /** True time. */
  private Instant now;

  /** How far the wall clock is ahead of true time. */
  private Duration wallShift = Duration.ZERO;

  /** Time slept so far. */
  private Duration slept = Duration.ZERO;

  /** End of the sleep or stall that is on, and whether it is a sleep. */
  private @Nullable Instant outUntil;

  private boolean sleeping;
  private Instant outSince;

  private boolean handsOn = true;
  private Instant lastInput;
  private boolean locked;

  /** What the program was told of hands and lock before it died. */
  private boolean toldHandsOn = true;

  private boolean toldLocked;
  private Instant toldInput;
  private boolean dnd;
  private boolean fullScreen;
  private boolean call;

  private Simulation(
      Script script,
      Preferences preferences,
      ZoneId zone,
      Journal journal,
      Consumer<TimedEvent> listener) {
    this.preferences = preferences;
    this.zone = zone;
    this.journal = journal;
    this.learner = new Learner(journal);
    this.listener = listener;
    this.now = script.lines().getFirst().at();
    this.origin = now;
    this.lastInput = now;
    this.toldInput = now;
    this.outSince = now;
  }

  /**
   * Runs a script to its end.
   *
   * @param preferences the settings it begins with
   * @param zone the zone it begins in
   * @param journal an empty journal
   * @param listener told each event in order, the summary last
   */
  public static void run(
      Script script,
      Preferences preferences,
      ZoneId zone,
      Journal journal,
      Consumer<TimedEvent> listener) {
    Simulation simulation = begin(script, preferences, zone, journal, listener);
    for (Line line : script.lines()) {
      simulation.play(line);
    }
    simulation.finish();
  }

  /** A simulation that stands at the script's first instant, the program launched. */
  static Simulation begin(
      Script script,
      Preferences preferences,
      ZoneId zone,
      Journal journal,
      Consumer<TimedEvent> listener) {
    Simulation simulation = new Simulation(script, preferences, zone, journal, listener);
    simulation.launch();
    return simulation;
  }

  /** Runs up to a line and takes it. */
  void play(Line line) {
    advanceTo(line.at());
    wake();
    take(line);
  }

  /** The program, or null while it is dead. */
  @Nullable CoachCore core() {
    return core;
  }

  /** What the clocks say. */
  ClockReading reading() {
    return reading(now);
  }

  /** Whether the machine sleeps or the program gets no time. */
  boolean out() {
    return outUntil != null;
  }

  /** Something told to the program from outside the script. */
  void nudge(Input input) {
    signal(input);
  }

  /** The program ends in good order and is started again at the same instant. */
  void restart() {
    if (core != null) {
      core.checkpoint(reading(now));
      gone();
      launch();
    }
  }

  /** A task of a script, made when it is first named. */
  static Task task(String name, long salt) {
    byte[] unique = (salt + "/" + name).getBytes(StandardCharsets.UTF_8);
    return Task.named(UUID.nameUUIDFromBytes(unique), name);
  }

  /** Checks a {@code set} line before anything runs. */
  static void checkSetting(int line, Map<String, Object> fields) throws BadScript {
    if (!(fields.get("key") instanceof String key)) {
      throw new BadScript(line, "\"key\" is missing");
    }
    try {
      Setting.named(key).apply(Preferences.DEFAULTS, value(fields));
    } catch (BadValue bad) {
      throw new BadScript(line, key + ": " + bad.getMessage());
    }
  }

  private static String value(Map<String, Object> fields) {
    Object value = fields.get("value");
    return value == null ? "" : value.toString();
  }

  /** A key as it stands in the settings file, for a task or for all. */
  private record Setting(@Nullable String task, SettingKey<?> key) {
    static Setting named(String name) throws BadValue {
      Optional<SettingKey<?>> general = SettingCatalog.find(name, false);
      if (general.isPresent()) {
        return new Setting(null, general.get());
      }
      if (name.startsWith("task.")) {
        for (SettingKey<?> key : SettingCatalog.perTask()) {
          String ending = "." + key.name();
          if (name.endsWith(ending) && name.length() > "task.".length() + ending.length()) {
            return new Setting(
                name.substring("task.".length(), name.length() - ending.length()), key);
          }
        }
      }
      throw new BadValue("there is no such setting");
    }

    Preferences apply(Preferences to, String value) throws BadValue {
      return to.withText(task, key, value);
    }
  }

  // Time.

  private ClockReading reading(Instant at) {
    Duration boot = Duration.between(origin, at);
    Duration sleptByNow = slept;
    if (sleeping && outUntil != null && at.isAfter(outSince)) {
      sleptByNow = sleptByNow.plus(Duration.between(outSince, Interval.earlier(at, outUntil)));
    }
    return new ClockReading(at.plus(wallShift), boot.minus(sleptByNow), boot);
  }

  /**
   * Lets the coach act on its own up to an instant; through a sleep or stall it does so only at its
   * end.
   */
  void advanceTo(Instant line) {
    Instant until = Interval.later(line, now);
    while (outUntil != null && !outUntil.isAfter(until)) {
      Instant end = outUntil;
      ClockReading woken = reading(end);
      if (sleeping) {
        slept = slept.plus(Duration.between(outSince, end));
      }
      outUntil = null;
      sleeping = false;
      now = end;
      if (core != null) {
        tell(core.handle(woken, new Input.Tick()));
      }
    }
    if (outUntil == null) {
      runTo(until);
    }
  }

  /** What happens to a machine that sleeps takes effect when it wakes. */
  private void wake() {
    if (outUntil != null && outUntil.isAfter(now)) {
      advanceTo(outUntil);
    }
  }

  private void runTo(Instant until) {
    if (core == null) {
      now = Interval.later(now, until);
      return;
    }
    for (Instant due = due(core); due != null && !due.isAfter(until); due = due(core)) {
      now = Interval.later(now, due);
      core.ticked(reading(now));
      tell(core.handle(reading(now), new Input.Tick()));
    }
    now = Interval.later(now, until);
    core.ticked(reading(now));
  }

  /** The coach's next deadline in true time. */
  private @Nullable Instant due(CoachCore running) {
    Duration ahead = Duration.between(now, running.at(reading(now)));
    return running.nextDeadline().map(deadline -> deadline.minus(ahead)).orElse(null);
  }

  private void tell(List<TimedEvent> events) {
    for (TimedEvent timed : events) {
      listener.accept(timed);
    }
    if (events.stream().anyMatch(one -> one.event() instanceof Event.DayRolled)) {
      learn();
    }
  }

  /** The live coach has it done aside; here it is done at once. */
  private void learn() {
    if (core != null) {
      Instant here = core.at(reading(now));
      List<Span> open = CourseOfDay.openSpans(core.state(), here);
      Knowledge learnt = learner.read(preferences, here, zone, open).knowledge();
      tell(core.handle(reading(now), new Input.Learned(learnt)));
    }
  }

  // Lines.

  private void take(Line line) {
    WorldChange change = line.change();
    if (change == null) {
      command(line);
      return;
    }
    switch (change) {
      case END -> {}
      case SUSPEND -> out(line, true);
      case STALL -> out(line, false);
      case WALL_CLOCK -> wallShift = wallShift.plus(line.shift());
      case KILL -> kill();
      case LAUNCH -> launch();
      case ACTIVE -> active();
      case IDLE -> idle();
      case LOCK -> lock(line.on());
      case UNLOCK -> lock(!line.on());
      case DND -> {
        dnd = line.on();
        signal(new Input.DoNotDisturb(dnd));
      }
      case FULL_SCREEN -> {
        fullScreen = line.on();
        signal(new Input.FullScreen(fullScreen));
      }
      case CALL -> {
        call = line.on();
        signal(new Input.InCall(call));
      }
      case ZONE -> {
        zone = line.text("zone").flatMap(Script::zone).orElse(zone);
        signal(new Input.ZoneChanged(zone));
      }
      case SET -> set(line);
    }
  }

  private void out(Line line, boolean sleep) {
    outSince = now;
    outUntil = now.plus(line.length());
    sleeping = sleep;
  }

  private void active() {
    handsOn = true;
    lastInput = now;
    signal(new Input.Active());
  }

  private void idle() {
    if (handsOn) {
      lastInput = now;
    }
    handsOn = false;
    signal(new Input.Idle(coachTime(lastInput)));
  }

  private void lock(boolean on) {
    boolean opened = locked && !on;
    locked = on;
    if (opened) {
      handsOn = true;
      lastInput = now;
    }
    signal(on ? new Input.Lock() : new Input.Unlock());
  }

  private void set(Line line) {
    try {
      preferences =
          Setting.named(line.text("key").orElse("")).apply(preferences, value(line.fields()));
    } catch (BadValue impossible) {
      throw new IllegalStateException("checked before the run", impossible);
    }
    signal(new Input.SettingsChanged(preferences));
  }

  private void command(Line line) {
    if (core == null) {
      listener.accept(
          new TimedEvent(now, new Event.Refused(line.verb(), "the program is not running")));
      return;
    }
    handsOn = true;
    lastInput = now;
    try {
      Input.Command command = CommandFields.read(line.fields()).withTask(task -> task(task.name()));
      signal(command);
      taught(command);
      // Who asks for something has unlocked the screen, except to a coach that is on a break.
      locked = locked && core.snapshot(reading(now)).presence() == Snapshot.Presence.AWAY;
    } catch (BadCommand impossible) {
      throw new IllegalStateException("checked before the run", impossible);
    }
  }

  private void taught(Input.Command command) {
    switch (command) {
      case Input.CheckIn rating when rating.fatigue() != null || rating.burnout() != null -> {
        learner.changed(core == null ? null : core.state().session().lastSprint());
        learn();
      }
      case Input.Recover recover -> learner.forget();
      case Input.AnswerIdle answer -> learner.forget();
      default -> {}
    }
  }

  private Task task(String name) {
    return journal.all(Task.class).stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              Task made = task(name, SEED);
              journal.write(List.of(new Change.Put(made)), null);
              return made;
            });
  }

  private void signal(Input input) {
    if (core != null) {
      core.ticked(reading(now));
      tell(core.handle(reading(now), input));
    }
  }

  private Instant coachTime(Instant at) {
    return core == null ? at : core.at(reading(at));
  }

  /** The process dies: what was not kept since the last checkpoint is lost. */
  private void kill() {
    if (core == null) {
      return;
    }
    if (core.sessionOpen()) {
      Instant here = core.at(reading(now));
      Duration since = Duration.between(core.state().now(), here);
      long checkpoints = since.dividedBy(CoachCore.CHECKPOINT);
      Duration lost = since.minus(CoachCore.CHECKPOINT.multipliedBy(checkpoints));
      core.checkpoint(reading(now.minus(lost)));
    }
    gone();
  }

  private void gone() {
    core = null;
    toldHandsOn = handsOn;
    toldLocked = locked;
    toldInput = lastInput;
  }

  private void launch() {
    if (core != null) {
      return;
    }
    core = CoachCore.open(journal, preferences, reading(now), zone, "simulated", SEED);
    tell(core.handle(reading(now), new Input.Tick()));
    if (locked) {
      signal(new Input.Lock());
    } else if (toldLocked) {
      signal(new Input.Unlock());
    }
    if (!toldHandsOn && (handsOn || lastInput.isAfter(toldInput))) {
      signal(new Input.Active());
    }
    if (!handsOn) {
      signal(new Input.Idle(coachTime(lastInput)));
    }
    signal(new Input.DoNotDisturb(dnd));
    signal(new Input.FullScreen(fullScreen));
    signal(new Input.InCall(call));
    learner.forget();
    learn();
  }

  void finish() {
    Duration sinceRest = Duration.ZERO;
    if (core != null) {
      core.checkpoint(reading(now));
      tell(core.handle(reading(now), new Input.Tick()));
      sinceRest = core.snapshot(reading(now)).sinceRest();
      core.settle();
    }
    listener.accept(new TimedEvent(now, Totals.of(journal, sinceRest)));
  }
}
