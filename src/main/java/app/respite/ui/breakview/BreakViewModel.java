package app.respite.ui.breakview;

import app.respite.coach.port.Clock;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.Prompting.Form;
import app.respite.coach.port.Update;
import app.respite.coach.words.Phrases;
import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.BreakView;
import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.ui.breakview.BreakFace.Answer;
import app.respite.ui.breakview.BreakFace.AnswerAction;
import app.respite.ui.kit.Countdown;
import app.respite.ui.kit.PromptViewModel;
import app.respite.ui.kit.PromptViewModel.Choice;
import app.respite.ui.kit.PromptViewModel.Face;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a break is to be seen now, what its answers and keys do, and when the view takes the
 * keyboard. It follows {@link Prompting} alone, which is a state: coming late or missing an update
 * changes nothing. Everything is called on the screen's thread.
 *
 * <p>The keyboard. The view covers the screens without taking it, so what is being typed goes on
 * where it went. It takes the keyboard once it has been up for a second and the hands are still, or
 * at a press of the pointer; where nothing tells of hands after that second. A break that is firm
 * or strict does not wait for longer than two seconds. What keys count then is the matter of {@link
 * StillKeys}; holding Esc for the way out counts always.
 */
@ArchitectureException(
    wall = Wall.SWITCH_OVER_TEXT,
    reason = "keys have names, and the window system gives them")
final class BreakViewModel {
  /** Steps in which the small prompt warms; more would not show. */
  private static final int WARMTHS = 12;

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration PATIENT = Duration.ofSeconds(2);
  private static final Duration SECOND_PRESS = Duration.ofSeconds(30);
  private static final Duration HOLD_STEP = Duration.ofMillis(100);
  private static final Duration CALM_STEP = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What is to be seen. */
  sealed interface Sight {}

  /**
   * Nothing.
   *
   * @param ready whether something may come soon, for which things are to be made ready
   */
  record Unseen(boolean ready) implements Sight {}

  /**
   * The small prompt.
   *
   * @param warmth from 0, quiet, to 1, as due as can be
   */
  record Small(Face face, double warmth) implements Sight {}

  /** The view on every screen. */
  record Whole(BreakFace face) implements Sight {}

  private final Clock clock;
  private final PromptViewModel prompts = new PromptViewModel();
  private final Hold hold = new Hold();
  private final StillKeys keys = new StillKeys();
  private boolean lockable;
  private Update update;
  private Duration received;
  private Preferences preferences = Preferences.DEFAULTS;
  private String idea = "";
  private String refusal = "";
  private String held = "";
  private int chosen = -1;
  private @Nullable Duration endAsked;
  private @Nullable Duration opened;
  private boolean hearing;
  private boolean touched;

  /** From the coach's newest state. */
  BreakViewModel(Update first, Clock clock) {
    this.clock = clock;
    this.update = first;
    this.received = now();
  }

  private Duration now() {
    return clock.read().monotonic();
  }

  private Snapshot snapshot() {
    return update.snapshot();
  }

  private Duration passed() {
    Duration passed = now().minus(received);
    return passed.isNegative() ? Duration.ZERO : passed;
  }

  /** The coach has moved on. */
  void take(Update next) {
    if (next.prompting().form() != form()) {
      refusal = "";
      chosen = -1;
      endAsked = null;
      hold.cancel();
    }
    update = next;
    received = now();
  }

  /** Other settings hold. */
  void settings(Preferences next) {
    preferences = next;
  }

  /** Whether the screen can be locked from here. */
  void lockable(boolean can) {
    lockable = can;
  }

  /** What to suggest in the break; may be empty. */
  void idea(String next) {
    idea = next;
  }

  /** The coach would not do what was asked; why, or empty where it did. */
  void refused(String why) {
    refusal = why;
  }

  /** The form the coach steps in now. */
  Form form() {
    return update.prompting().form();
  }

  /** How long the break that runs or is due is, with what it owes. */
  Duration length() {
    Duration planned = snapshot().planned();
    if (form() == Form.BREAK && planned != null) {
      return planned;
    }
    Snapshot.DueBreak due = snapshot().due();
    return due == null ? Duration.ZERO : due.length();
  }

  /** When the break that runs began. */
  Instant began() {
    return snapshot().at().minus(snapshot().elapsed());
  }

  /** The task that is worked on, or null. */
  @Nullable String task() {
    return snapshot().task();
  }

  /** Whether something of a break is seen or may come to be; otherwise the process may end. */
  boolean needed() {
    return switch (form()) {
      case NONE, AFTER -> false;
      case WARNING, ITEM, SMALL, VIEW -> true;
      case BREAK -> whole();
    };
  }

  private boolean whole() {
    return preferences.get(CoachKeys.BREAK_VIEW) == BreakView.FULL;
  }

  /** What is to be seen at this moment. */
  Sight sight() {
    Sight sight = look();
    if (!(sight instanceof Whole)) {
      opened = null;
      hearing = false;
      touched = false;
      hold.cancel();
    } else if (opened == null) {
      opened = now();
      keys.opened(opened);
    }
    return sight;
  }

  private Sight look() {
    // Behind a locked screen nobody reads, and nothing shall wake it (B31).
    boolean locked = snapshot().holds().stream().anyMatch(by -> by.reason() == HoldReason.LOCK);
    return switch (form()) {
      case NONE, AFTER -> new Unseen(false);
      case WARNING, ITEM -> new Unseen(true);
      case SMALL -> {
        Face face = update.prompting().corner() && !locked ? face().orElse(null) : null;
        yield face == null ? new Unseen(true) : new Small(face, warmth());
      }
      case VIEW -> {
        Face face = locked ? null : face().orElse(null);
        yield face == null ? new Unseen(true) : new Whole(asking(face));
      }
      case BREAK -> !whole() || locked ? new Unseen(whole()) : new Whole(resting());
    };
  }

  private Optional<Face> face() {
    return prompts.face(snapshot(), passed(), clock.zone());
  }

  private double warmth() {
    Instant since = update.prompting().since();
    Instant ends = update.prompting().patienceEnds();
    if (since == null || ends == null || !since.isBefore(ends)) {
      return 1;
    }
    Duration all = Duration.between(since, ends);
    Duration gone = Duration.between(since, snapshot().at().plus(passed()));
    double share = Math.clamp((double) gone.toMillis() / all.toMillis(), 0, 1);
    return Math.floor(share * WARMTHS) / WARMTHS;
  }

  private List<String> lines(List<String> own) {
    List<String> lines = new ArrayList<>(own);
    if (!refusal.isEmpty()) {
      lines.add(refusal);
    }
    return lines;
  }

  private BreakFace asking(Face face) {
    List<Answer> answers = new ArrayList<>();
    for (Choice choice : face.choices()) {
      answers.add(
          new Answer(label(choice), choice.key(), choice.main(), new AnswerAction.Give(choice)));
    }
    List<Answer> ways = new ArrayList<>();
    lock(ways, "");
    Choice mild = mildest(face).orElse(null);
    if (mild == null) {
      ways.add(wayOut());
    } else {
      String label = mild.command() instanceof Input.Skip ? mild.label() : "Not now";
      ways.add(new Answer(mild.armed() ? "Again" : label, ESC, false, new AnswerAction.Give(mild)));
    }
    return new BreakFace(
        false,
        false,
        face.title(),
        lines(withRest(face.more())),
        "",
        "",
        1,
        "",
        answers,
        ways,
        chosen,
        hold.share(now()));
  }

  /** Who comes back to a break that is due sees that the time away was rest already. */
  private List<String> withRest(List<String> more) {
    Instant still = update.prompting().still();
    if (still == null || snapshot().presence() == Snapshot.Presence.HERE) {
      return more;
    }
    List<String> lines = new ArrayList<>(more);
    lines.add("Resting since " + Phrases.clock(still, clock.zone()) + ".");
    return lines;
  }

  /** There is room here to say more than the small prompt does. */
  private String label(Choice choice) {
    return switch (choice.command()) {
      case Input.Accept accept -> choice.label() + " · " + Durations.words(length());
      case Input.Postpone postpone when !choice.armed() -> "Postpone " + choice.label();
      default -> choice.label();
    };
  }

  /** What Esc does where the view asks: the first way to put the break off, else to skip it. */
  private static Optional<Choice> mildest(Face face) {
    return face.choices().stream()
        .filter(choice -> choice.command() instanceof Input.Postpone)
        .findFirst()
        .or(
            () ->
                face.choices().stream()
                    .filter(choice -> choice.command() instanceof Input.Skip)
                    .findFirst());
  }

  private BreakFace resting() {
    Snapshot now = snapshot();
    Countdown count = Countdown.of(now, passed());
    Duration remaining = count.remaining() == null ? Duration.ZERO : count.remaining();
    boolean over = !remaining.isPositive();
    List<Answer> answers = new ArrayList<>();
    List<Answer> ways = new ArrayList<>();
    if (over) {
      answers.add(new Answer("I'm back", "B", true, new AnswerAction.End()));
    } else if (now.can().contains(Action.END_BREAK)) {
      ways.add(
          new Answer(
              endAsked() ? "Again: end it" : "End the break", ESC, false, new AnswerAction.End()));
    } else {
      ways.add(wayOut());
    }
    lock(ways, "L");
    Duration planned = now.planned() == null ? Duration.ZERO : now.planned();
    double left =
        over || planned.isZero()
            ? 0
            : Math.clamp((double) remaining.toMillis() / planned.toMillis(), 0, 1);
    return new BreakFace(
        true,
        over,
        over ? "The break is over" : Durations.attribute(planned) + " break",
        lines(List.of()),
        over ? "+" + Durations.minutes(count.overtime()) : Durations.left(remaining),
        over ? "counted as rest" : "left",
        left,
        over ? "" : idea,
        answers,
        ways,
        chosen,
        hold.share(now()));
  }

  private void lock(List<Answer> ways, String key) {
    if (lockable) {
      ways.add(new Answer("Lock the screen", key, false, new AnswerAction.Lock()));
    }
  }

  private Answer wayOut() {
    Duration now = now();
    String label = form() == Form.BREAK ? "Hold to end the break" : "Hold for the way out";
    if (hold.active(now)) {
      label = "Keep holding, " + Durations.words(roundUp(hold.left(now)));
    }
    return new Answer(label, ESC, false, new AnswerAction.HoldOut());
  }

  private static Duration roundUp(Duration length) {
    return length.isNegative()
        ? Duration.ZERO
        : Duration.ofSeconds(length.plusMillis(999).toSeconds());
  }

  private boolean endAsked() {
    return endAsked != null && now().minus(endAsked).compareTo(SECOND_PRESS) <= 0;
  }

  // What the user does.

  private static final String ESC = "Esc";

  private Optional<BreakFace> open() {
    return sight() instanceof Whole whole ? Optional.of(whole.face()) : Optional.empty();
  }

  /**
   * A key went down. Modifier keys alone, and keys together with them, never come here.
   *
   * @param key as answers name it, or {@code Tab}, {@code Back}, {@code Enter}
   * @return what is to be done now
   */
  Optional<AnswerAction> press(String key) {
    BreakFace face = open().orElse(null);
    if (face == null) {
      return Optional.empty();
    }
    Answer meant = answer(face, key);
    if (meant != null && meant.deed() instanceof AnswerAction.HoldOut) {
      // Nobody holds Esc for five seconds by accident, so this begins at once.
      holdOut(key);
      return Optional.empty();
    }
    if (!keys.press(now())) {
      return Optional.empty();
    }
    int count = face.all().size();
    switch (key) {
      case "Tab" -> chosen = (chosen + 1) % count;
      case "Back" -> chosen = (Math.max(chosen, 0) + count - 1) % count;
      default -> {
        return meant == null ? Optional.empty() : Optional.of(meant.deed());
      }
    }
    return Optional.empty();
  }

  private static @Nullable Answer answer(BreakFace face, String key) {
    List<Answer> all = face.all();
    if (key.equals("Enter")) {
      return face.chosen() >= 0 && face.chosen() < all.size() ? all.get(face.chosen()) : null;
    }
    if (key.equals(ESC) && face.over()) {
      return face.answers().getFirst();
    }
    return all.stream().filter(answer -> answer.key().equals(key)).findFirst().orElse(null);
  }

  /** A key went up. */
  void release(String key) {
    if (key.equals(held)) {
      hold.release(now());
    }
  }

  /** The way out is being held, by a key or, where that is empty, by the pointer. */
  void holdOut(String key) {
    held = key;
    hold.press(now());
  }

  /** The way out was let go, or the view cannot hear any more whether it is held. */
  void letGo() {
    hold.cancel();
  }

  /**
   * The pointer was pressed on the view; whether that counts. It does not in the first second, for
   * the view has come up below a pointer that was at work. After it, whoever presses looks here.
   */
  boolean touched() {
    if (up().compareTo(FIRST) < 0) {
      return false;
    }
    touched = true;
    keys.meant();
    return true;
  }

  /**
   * What asking for a deed comes to.
   *
   * @return the commands to send, in order; empty where one more press is asked for first
   */
  List<Command> commands(AnswerAction deed) {
    refusal = "";
    return switch (deed) {
      case AnswerAction.Give(Choice choice) ->
          prompts.press(choice, snapshot(), passed()).map(List::of).orElse(List.of());
      case AnswerAction.End end -> end();
      case AnswerAction.Lock lock -> List.of();
      case AnswerAction.HoldOut hold -> List.of();
    };
  }

  private List<Command> end() {
    boolean over = open().map(BreakFace::over).orElse(false);
    if (!over && snapshot().strictness() == Strictness.FIRM && !endAsked()) {
      endAsked = now();
      return List.of();
    }
    endAsked = null;
    return List.of(new Input.EndBreak(false));
  }

  /** The commands of a way out that has been held for long enough; empty until then. */
  List<Command> heldOut() {
    if (!hold.done(now())) {
      return List.of();
    }
    return form() == Form.BREAK
        ? List.of(new Input.EndBreak(true))
        : List.of(new Input.Accept(), new Input.EndBreak(true));
  }

  // The keyboard.

  /** Whether the view is to have the keyboard. */
  boolean hears() {
    if (opened == null) {
      return false;
    }
    if (!hearing && mayHear()) {
      hearing = true;
      Instant still = update.prompting().still();
      Duration now = now();
      keys.heard(now, still == null ? now : now.minus(stillFor(still)));
    }
    return hearing;
  }

  private boolean mayHear() {
    if (touched) {
      return true;
    }
    if (up().compareTo(FIRST) < 0) {
      return false;
    }
    Instant still = update.prompting().still();
    if (!update.presenceKnown() || (still != null && stillFor(still).compareTo(FIRST) >= 0)) {
      return true;
    }
    boolean firm = form() == Form.BREAK && snapshot().strictness() != Strictness.GENTLE;
    return firm && up().compareTo(PATIENT) >= 0;
  }

  private Duration up() {
    return opened == null ? Duration.ZERO : now().minus(opened);
  }

  private Duration stillFor(Instant still) {
    Duration length = Duration.between(still, snapshot().at().plus(passed()));
    return length.isNegative() ? Duration.ZERO : length;
  }

  // The next wake-up.

  /**
   * In how long something in sight moves, if the coach says nothing; empty where nothing does.
   *
   * @param calm whether nothing shall move more often than it must
   */
  Optional<Duration> next(boolean calm) {
    Duration now = now();
    return switch (look()) {
      case Unseen unseen -> Optional.empty();
      case Small small -> Optional.of(shorter(nextMinute(), nextWarmth()));
      case Whole whole -> {
        Duration next = whole.face().resting() ? nextFigure(whole.face()) : nextMinute();
        if (hold.active(now)) {
          next = shorter(next, calm ? CALM_STEP : HOLD_STEP);
          next = shorter(next, hold.left(now));
        }
        if (!hearing) {
          next = shorter(next, nextHearing());
        }
        yield Optional.of(next.isPositive() ? next : Duration.ofMillis(1));
      }
    };
  }

  /** What hands that move do comes as an update; only the view's own waits are to be seen to. */
  private Duration nextHearing() {
    Instant still = update.prompting().still();
    Duration wait = (up().compareTo(FIRST) < 0 ? FIRST : PATIENT).minus(up());
    if (still != null && stillFor(still).compareTo(FIRST) < 0) {
      wait = shorter(wait.isPositive() ? wait : FIRST, FIRST.minus(stillFor(still)));
    }
    return wait.isPositive() ? wait : MINUTE;
  }

  private Duration nextFigure(BreakFace face) {
    Countdown count = Countdown.of(snapshot(), passed());
    Duration remaining = count.remaining();
    if (face.over() || remaining == null) {
      return toNext(count.overtime(), MINUTE);
    }
    // The figure changes where a whole second is left.
    long part = remaining.toNanos() % SECOND.toNanos();
    return part == 0 ? SECOND : Duration.ofNanos(part);
  }

  private Duration nextMinute() {
    Duration since = Countdown.of(snapshot(), passed()).sinceRest();
    return shorter(toNext(since, MINUTE), SECOND_PRESS);
  }

  private Duration nextWarmth() {
    Instant since = update.prompting().since();
    Instant ends = update.prompting().patienceEnds();
    if (since == null || ends == null) {
      return MINUTE;
    }
    Duration step = Duration.between(since, ends).dividedBy(WARMTHS);
    Duration gone = Duration.between(since, snapshot().at().plus(passed()));
    return step.compareTo(SECOND) < 0 || gone.isNegative() ? SECOND : toNext(gone, step);
  }

  private static Duration toNext(Duration passed, Duration step) {
    return Duration.ofNanos(step.toNanos() - Math.floorMod(passed.toNanos(), step.toNanos()));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
