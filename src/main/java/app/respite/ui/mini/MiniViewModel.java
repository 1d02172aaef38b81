package app.respite.ui.mini;

import app.respite.coach.port.Clock;
import app.respite.coach.port.Update;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.ui.kit.Countdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the mini timer says and offers. Far from the end it says whole minutes: it is there to be
 * seen from the corner of an eye, and a figure that changes draws it.
 */
final class MiniViewModel {
  /** From here on seconds are told. */
  static final Duration NEAR = Duration.ofMinutes(2);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What it is about; decides colour and shape. */
  enum Tone {
    WORK,
    REST,
    DUE,
    STILL
  }

  /**
   * What it says.
   *
   * @param figure the time
   * @param words what the time is of
   * @param share how much is left, 0 to 1
   * @param away whether it shall not be seen now
   */
  record Face(Tone tone, String figure, String words, double share, boolean away) {
    /** As a screen reader says it. */
    String spoken() {
      return words + ", " + figure;
    }
  }

  /** An entry of its menu that asks something of the coach. */
  record Entry(String label, String key, Command command) {}

  private final Clock clock;
  private Update update;
  private Duration received;

  MiniViewModel(Update first, Clock clock) {
    this.clock = clock;
    this.update = first;
    this.received = clock.read().monotonic();
  }

  /** The coach has moved on. */
  void take(Update next) {
    update = next;
    received = clock.read().monotonic();
  }

  private Snapshot now() {
    return update.snapshot();
  }

  private Countdown count() {
    Duration passed = clock.read().monotonic().minus(received);
    return Countdown.of(now(), passed.isNegative() ? Duration.ZERO : passed);
  }

  private boolean due() {
    return now().due() != null && now().due().state() == DueState.DUE;
  }

  /** What it says now. */
  Face face() {
    Snapshot now = now();
    Countdown count = count();
    boolean away = now.holds().stream().anyMatch(by -> by.reason() == HoldReason.FULL_SCREEN);
    Duration remaining = count.remaining();
    String task = now.task() == null ? "" : now.task();
    return switch (now.state()) {
      case OFF -> new Face(Tone.STILL, "–", "not started", 0, away);
      case READY -> new Face(Tone.STILL, "–", "ready", 0, away);
      case PAUSED -> new Face(Tone.STILL, figure(count, remaining), "paused", share(count), away);
      case BREAK ->
          remaining == null || remaining.isZero()
              ? new Face(
                  Tone.REST, "+" + Durations.minutes(count.overtime()), "break is over", 0, away)
              : new Face(Tone.REST, left(remaining), "break", share(count), away);
      case SPRINT ->
          new Face(
              due() ? Tone.DUE : Tone.WORK,
              figure(count, remaining),
              due() ? "time for a rest" : task,
              share(count),
              away);
      case OVERRUN ->
          new Face(
              due() ? Tone.DUE : Tone.WORK,
              "+" + Durations.minutes(count.overtime()),
              due() ? "time for a rest" : "sprint is over",
              0,
              away);
    };
  }

  private static String figure(Countdown count, @Nullable Duration remaining) {
    return remaining == null ? Durations.minutes(count.elapsed()) : left(remaining);
  }

  private static String left(Duration remaining) {
    // A minute begun counts as one, as the seconds do in the window.
    return remaining.compareTo(NEAR) > 0
        ? Durations.minutesLeft(remaining)
        : Durations.left(remaining);
  }

  private double share(Countdown count) {
    Duration planned = now().planned();
    Duration remaining = count.remaining();
    return planned == null || remaining == null || planned.isZero()
        ? 0
        : Math.clamp((double) remaining.toMillis() / planned.toMillis(), 0, 1);
  }

  /** In how long the figure is another; empty while it stands still. */
  Optional<Duration> next() {
    Face face = face();
    Mode mode = now().state();
    boolean moves =
        now().running() && (mode == Mode.SPRINT || mode == Mode.BREAK || mode == Mode.OVERRUN);
    if (!moves || face.away()) {
      return Optional.empty();
    }
    Countdown count = count();
    Duration remaining = count.remaining();
    if (remaining != null && remaining.isPositive()) {
      Duration step = remaining.compareTo(NEAR) > 0 ? MINUTE : SECOND;
      long part = remaining.toNanos() % step.toNanos();
      return Optional.of(part == 0 ? step : Duration.ofNanos(part));
    }
    Duration passed =
        remaining == null && mode != Mode.OVERRUN ? count.elapsed() : count.overtime();
    return Optional.of(Duration.ofNanos(MINUTE.toNanos() - passed.toNanos() % MINUTE.toNanos()));
  }

  /** What the menu offers now; every label is true. */
  List<Entry> entries() {
    Snapshot now = now();
    List<Entry> found = new ArrayList<>();
    if (now.can().contains(Action.RESUME)) {
      found.add(new Entry("Resume", "Space", new Input.Resume()));
    } else if (now.can().contains(Action.PAUSE)) {
      found.add(new Entry("Pause", "Space", new Input.Pause(null)));
    }
    if (now.can().contains(Action.TIRED)) {
      found.add(new Entry("I'm tired now", "T", new Input.Tired()));
    }
    if (now.can().contains(Action.ITEM)) {
      String count = now.items() == 0 ? "" : " (" + now.items() + ")";
      found.add(new Entry("Count an item" + count, "I", new Input.Items(1)));
    }
    return found;
  }

  /** What a key asks for. */
  Optional<Command> press(String key) {
    return entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Entry::command)
        .findFirst();
  }
}
