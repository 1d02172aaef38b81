package app.respite.coach.preview;

import app.respite.coach.CoachCore;
import app.respite.coach.InMemoryJournal;
import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replays what a person did on a day through the real coach under other rules. Work is done as it
 * was done, of the same length and in the same order; every break that the coach asks for is taken
 * at once for its length, and whatever follows moves.
 */
public final class DayReplay {
  private static final long SEED = 0xDA7_0F_7E57L;

  /** What a person does by themselves: work, a break of their own, or time away from it. */
  public sealed interface Part {
    /** How long. */
    Duration length();

    /** Work on a task. */
    record Work(Task task, Duration length) implements Part {}

    /** A break that the person took without being asked. */
    record OwnBreak(Duration length) implements Part {}

    /**
     * Time without work.
     *
     * @param kind idle, a natural rest, away or paused; null for time outside any session
     */
    record Off(@Nullable SpanState kind, Duration length) implements Part {}
  }

  /** What the replay booked, in order of time. */
  public record Outcome(List<Span> spans, List<Break> breaks) {
    public Outcome {
      spans = List.copyOf(spans);
      breaks = List.copyOf(breaks);
    }
  }

  private final InMemoryJournal journal = new InMemoryJournal();
  private final Instant origin;
  private final CoachCore core;
  private Instant now;

  /** A break that the coach asks for and nobody has answered. */
  private boolean asked;

  private @Nullable Duration breakLength;

  private DayReplay(
      List<Part> parts, Preferences preferences, ZoneId zone, Knowledge knowledge, Instant start) {
    origin = start;
    now = start;
    for (Part part : parts) {
      if (part instanceof Part.Work work && journal.byId(Task.class, work.task().id()).isEmpty()) {
        journal.write(List.of(new Change.Put(work.task())), null);
      }
    }
    core = CoachCore.open(journal, preferences, reading(), zone, "", SEED);
    tell(new Input.Learned(knowledge));
    tell(new Input.Active());
  }

  /**
   * Replays a day.
   *
   * @param parts in order
   * @param knowledge what the coach knows of the person
   * @param start when the first part begins
   */
  public static Outcome of(
      List<Part> parts, Preferences preferences, ZoneId zone, Knowledge knowledge, Instant start) {
    DayReplay replay = new DayReplay(parts, preferences, zone, knowledge, start);
    for (Part part : parts) {
      switch (part) {
        case Part.Work work -> replay.work(work);
        case Part.OwnBreak own -> replay.ownBreak(own.length());
        case Part.Off off -> replay.off(off);
      }
    }
    replay.tell(new Input.Stop());
    return new Outcome(
        replay.journal.all(Span.class).stream().sorted(Comparator.comparing(Span::start)).toList(),
        replay.journal.all(Break.class).stream()
            .sorted(Comparator.comparing(Break::start))
            .toList());
  }

  private void work(Part.Work part) {
    Duration left = part.length();
    takeWhatIsAsked();
    while (left.isPositive()) {
      goOn(part.task());
      Instant before = now;
      step(now.plus(left));
      left = left.minus(Duration.between(before, now));
      takeWhatIsAsked();
    }
  }

  private void ownBreak(Duration length) {
    tell(new Input.TakeBreak(length));
    rest(length);
  }

  private void off(Part.Off part) {
    Instant end = now.plus(part.length());
    switch (part.kind()) {
      case IDLE, NATURAL -> {
        tell(new Input.Idle(now));
        advance(end);
        tell(new Input.Active());
      }
      case AWAY -> {
        tell(new Input.Lock());
        advance(end);
        tell(new Input.Unlock());
        tell(new Input.Active());
      }
      case PAUSED -> {
        tell(new Input.Pause(null));
        advance(end);
      }
      case WORK, BREAK, READY -> advance(end);
      case null -> {
        tell(new Input.Stop());
        tell(new Input.Idle(now));
        advance(end);
        tell(new Input.Active());
      }
    }
  }

  /** Works on a task from here on, whatever the coach stands at. */
  private void goOn(Task task) {
    Snapshot standing = core.snapshot(reading());
    switch (standing.state()) {
      case OFF, READY -> tell(new Input.Start(task, null, false));
      case OVERRUN -> {
        // A break that is held back stays due; without one the next sprint begins.
        if (standing.due() == null) {
          tell(new Input.Start(task, null, false));
        } else {
          onTask(task);
        }
      }
      case PAUSED -> {
        tell(new Input.Resume());
        onTask(task);
      }
      case SPRINT -> onTask(task);
      case BREAK -> {
        tell(new Input.EndBreak(true));
        tell(new Input.Start(task, null, false));
      }
    }
  }

  private void onTask(Task task) {
    Task running = core.state().task();
    if (running == null || !running.id().equals(task.id())) {
      tell(new Input.SwitchTask(task));
    }
  }

  private void takeWhatIsAsked() {
    if (asked) {
      tell(new Input.Accept());
      asked = false;
      rest(Objects.requireNonNullElse(breakLength, Duration.ZERO));
    }
  }

  private void rest(Duration length) {
    advance(now.plus(length));
    if (core.snapshot(reading()).state() == Mode.BREAK) {
      tell(new Input.EndBreak(false));
    }
  }

  private void advance(Instant until) {
    while (now.isBefore(until)) {
      step(until);
    }
  }

  /** Up to what the coach does next by itself, or to an instant where that comes first. */
  private void step(Instant until) {
    Optional<Instant> due = core.nextDeadline().filter(at -> !at.isAfter(until));
    now = due.map(at -> Interval.later(at, now)).orElse(until);
    core.ticked(reading());
    if (due.isPresent()) {
      tell(new Input.Tick());
    }
  }

  private void tell(Input input) {
    for (TimedEvent told : core.handle(reading(), input)) {
      switch (told.event()) {
        case Event.BreakDue due -> asked = true;
        case Event.BreakVoid gone -> asked = false;
        case Event.BreakStarted started -> {
          asked = false;
          breakLength = started.length();
        }
        default -> {}
      }
    }
  }

  private ClockReading reading() {
    Duration passed = Duration.between(origin, now);
    return new ClockReading(now, passed, passed);
  }
}
