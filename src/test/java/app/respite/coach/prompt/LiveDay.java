package app.respite.coach.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.respite.coach.CoachCore;
import app.respite.coach.InMemoryJournal;
import app.respite.coach.port.Announcement;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.Update;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A day of the real coach and its prompts on a clock that a test moves, with ticks and deadlines as
 * the engine has them. It begins on Monday 2 March 2026 at 09:00.
 */
public final class LiveDay {
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  public static final ZoneId ZONE = ZoneOffset.UTC;
  private static final Duration TICK = Duration.ofSeconds(12);

  private final InMemoryJournal journal = new InMemoryJournal();
  private final CoachCore core;
  private final List<Announcement> told = new ArrayList<>();
  private Duration passed = Duration.ofHours(1);
  private Duration slept = Duration.ZERO;
  private PromptCourse prompt = PromptCourse.START;

  public LiveDay(Preferences preferences) {
    core = CoachCore.open(journal, preferences, reading(), ZONE, "boot", 7);
  }

  private ClockReading reading() {
    return new ClockReading(
        START.plus(passed).minus(Duration.ofHours(1)), passed.minus(slept), passed);
  }

  /** A task to work on. */
  public static Task task(String name) {
    return Task.named(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)), name);
  }

  /** Something happens now. */
  public LiveDay tell(Input input) {
    take(core.handle(reading(), input));
    return this;
  }

  private void take(List<TimedEvent> happened) {
    happened.forEach(one -> told.add(new Announcement.OfDay(one.at(), one.event())));
    prompt = prompt.step(sight());
  }

  private PromptCourse.Sight sight() {
    return new PromptCourse.Sight(
        core.snapshot(reading()), core.state().stillSince(), core.state().preferences());
  }

  /** Time goes on. */
  public LiveDay after(Duration length) {
    Duration end = passed.plus(length);
    while (passed.compareTo(end) < 0) {
      Instant now = core.at(reading());
      Duration next =
          Stream.of(core.nextDeadline(), prompt.nextChange(sight()))
              .flatMap(Optional::stream)
              .map(at -> Duration.between(now, at))
              .filter(Duration::isPositive)
              .min(Duration::compareTo)
              .orElse(TICK);
      next = next.compareTo(TICK) < 0 ? next : TICK;
      passed = passed.plus(next).compareTo(end) < 0 ? passed.plus(next) : end;
      tell(new Input.Tick());
    }
    return this;
  }

  /**
   * The machine says that it sleeps for this long. The clocks run on and ticks come, as under a
   * stand-in for the system's service.
   */
  public LiveDay sleep(Duration length) {
    take(core.fallAsleep(reading()));
    Duration end = passed.plus(length);
    while (passed.compareTo(end) < 0) {
      Duration next = passed.plus(Duration.ofMinutes(5));
      passed = next.compareTo(end) < 0 ? next : end;
      take(core.handle(reading(), new Input.Tick()));
      core.checkpoint(reading());
    }
    take(core.wakeUp(reading()));
    return this;
  }

  /** The machine says that it sleeps; nothing says that it wakes. */
  public LiveDay fallAsleep() {
    take(core.fallAsleep(reading()));
    return this;
  }

  /** The machine sleeps for this long, and only the clocks tell. */
  public LiveDay suspend(Duration length) {
    slept = slept.plus(length);
    passed = passed.plus(length);
    return tell(new Input.Tick());
  }

  public LiveDay minutes(long minutes) {
    return after(Duration.ofMinutes(minutes));
  }

  public LiveDay seconds(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  /** The hands stopped so long ago, and it is told now. */
  public LiveDay still(long secondsAgo) {
    return tell(new Input.Idle(core.at(reading()).minusSeconds(secondsAgo)));
  }

  public Prompting.Form form() {
    return prompt.form();
  }

  public Snapshot now() {
    return core.snapshot(reading());
  }

  /** The update that faces would get, with what has happened since the last. */
  public Update update() {
    Update update =
        new Update(
            now(), journal.sequence(), true, true, "", prompt.prompting(sight(), false), told);
    told.clear();
    return update;
  }
}
