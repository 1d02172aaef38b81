package app.respite.ui.today;

import app.respite.domain.day.Input.CheckIn;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Input.SkipQuestion;
import app.respite.domain.day.Snapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the window asks the person: before a sprint, after one, at the day's end, every two weeks.
 * Everything may be left out, and what is left out is never filled in (B57): each question begins
 * with nothing chosen.
 */
public final class CheckInViewModel {
  /** The highest rating. */
  public static final int MOST = 10;

  /** The answers to the two-weekly question are 1 to so many. */
  public static final int TWO_WEEKS_ANSWERS = 5;

  private static final int MOST_ITEMS = 100_000;

  /**
   * What is asked at once, in one place with one Save and one Skip.
   *
   * @param sprint the sprint that ended last, where it is asked about
   */
  public record Asked(boolean before, @Nullable UUID sprint, boolean evening, boolean burnout) {
    /** Nothing is asked. */
    public static final Asked NOTHING = new Asked(false, null, false, false);

    /** A sprint that ended. */
    public static Asked about(UUID sprint) {
      return new Asked(false, sprint, false, false);
    }

    /**
     * What a coach asks. The question before a sprint comes alone: it is the one that cannot wait.
     *
     * @param late whether the next sprint has run for so long that the last one's rating is not
     *     coming any more
     */
    public static Asked of(Snapshot now, boolean late) {
      return now.questions().before()
          ? new Asked(true, null, false, false)
          : new Asked(
              false,
              late ? null : now.checkIn(),
              now.questions().evening(),
              now.questions().burnout());
    }

    /** Whether anything is asked. */
    public boolean any() {
      return !equals(NOTHING);
    }

    /** Whether the two-weekly question is in sight; with a sprint to rate it waits its turn. */
    public boolean twoWeeks() {
      return burnout && sprint == null;
    }

    /** Whether tiredness is among it. */
    public boolean tiredness() {
      return before || sprint != null || evening;
    }

    private Asked without(Asked done) {
      return new Asked(
          before && !done.before,
          sprint != null && sprint.equals(done.sprint) ? null : sprint,
          evening && !done.evening,
          burnout && !done.burnout);
    }

    private Asked stillIn(Asked now) {
      return new Asked(
          before && now.before,
          sprint != null && now.sprint != null && !sprint.equals(now.sprint) ? null : sprint,
          evening && now.evening,
          burnout && now.burnout);
    }

    private Asked with(Asked more) {
      return new Asked(
          before || more.before,
          more.sprint == null ? sprint : more.sprint,
          evening || more.evening,
          burnout || more.burnout);
    }
  }

  private final ObjectProperty<@Nullable Integer> fatigue = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Integer> effort = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Integer> burnout = new SimpleObjectProperty<>();
  private final StringProperty items = new SimpleStringProperty("");
  private final StringProperty rejected = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(Asked.NOTHING);

  /** Answered or put aside here; the coach may not have told yet that it knows. */
  private Asked done = Asked.NOTHING;

  /** Tiredness, 0 to 10, or null. */
  public ObjectProperty<@Nullable Integer> fatigueProperty() {
    return fatigue;
  }

  /** Effort, 0 to 10, or null. */
  public ObjectProperty<@Nullable Integer> effortProperty() {
    return effort;
  }

  /** The answer to the two-weekly question, 1 to 5, or null. */
  public ObjectProperty<@Nullable Integer> burnoutProperty() {
    return burnout;
  }

  /** Items as typed. */
  public StringProperty itemsProperty() {
    return items;
  }

  /** Rejected items as typed. */
  public StringProperty rejectedProperty() {
    return rejected;
  }

  /** A note. */
  public StringProperty noteProperty() {
    return note;
  }

  /** What is wrong with what was typed and what is allowed; empty where nothing is. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** What is asked. */
  public ReadOnlyObjectProperty<Asked> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Whether anything is asked. */
  public boolean asked() {
    return asked.get().any();
  }

  /**
   * Asks what the coach asks, empty-handed but for what is being answered already.
   *
   * @param counted items counted in the sprint; they are shown, not asked again
   * @return whether a question is new
   */
  public boolean ask(Asked now, int counted) {
    done = done.stillIn(now);
    Asked was = asked.get();
    Asked next = now.without(done);
    if (next.equals(was)) {
      return false;
    }
    boolean another =
        next.before() != was.before()
            || (next.sprint() != null && !next.sprint().equals(was.sprint()));
    if (another || (next.tiredness() && !was.tiredness())) {
      fatigue.set(null);
      effort.set(null);
      items.set(counted > 0 ? Integer.toString(counted) : "");
      rejected.set("");
      note.set("");
    }
    if (!was.burnout()) {
      burnout.set(null);
    }
    error.set("");
    asked.set(next);
    return next.without(was).any();
  }

  /**
   * A number from 0 to {@link #MOST}: the first unanswered scale in sight takes it, or else the
   * last.
   */
  public void digit(int digit) {
    Asked now = asked.get();
    boolean option = digit >= 1 && digit <= TWO_WEEKS_ANSWERS;
    if (now.tiredness() && (fatigue.get() == null || (now.sprint() == null && !now.twoWeeks()))) {
      fatigue.set(digit);
    } else if (now.sprint() != null) {
      effort.set(digit);
    } else if (now.twoWeeks() && option) {
      burnout.set(digit);
    }
  }

  /** Leaves everything out; what to tell the coach, so that no face asks again. */
  public List<Command> skip() {
    return close(asked.get(), EnumSet.noneOf(Question.class));
  }

  /** Closes what was asked; what was not answered is put aside. */
  private List<Command> close(Asked now, Set<Question> answered) {
    List<Command> aside = new ArrayList<>();
    putAside(now.before(), Question.BEFORE, answered, aside);
    putAside(now.sprint() != null, Question.SPRINT, answered, aside);
    putAside(now.evening(), Question.EVENING, answered, aside);
    putAside(now.burnout(), Question.BURNOUT, answered, aside);
    done = done.with(now);
    asked.set(asked.get().without(now));
    return aside;
  }

  private static void putAside(
      boolean open, Question question, Set<Question> answered, List<Command> aside) {
    if (open && !answered.contains(question)) {
      aside.add(new SkipQuestion(question));
    }
  }

  /** What to tell the coach; empty, with {@link #errorProperty}, where something typed is wrong. */
  public List<Command> save() {
    Asked now = asked.get();
    Optional<Integer> made = now.sprint() == null ? Optional.of(-1) : number(items.get());
    Optional<Integer> refused = now.sprint() == null ? Optional.of(-1) : number(rejected.get());
    if (made.isEmpty()) {
      error.set("Items: a whole number from 0 to 100000, or nothing");
      return List.of();
    }
    if (refused.isEmpty()) {
      error.set("Rejected: a whole number from 0 to 100000, or nothing");
      return List.of();
    }
    error.set("");
    String words = now.sprint() == null ? "" : note.get().strip();
    CheckIn told =
        new CheckIn(
            now.before(),
            now.tiredness() ? fatigue.get() : null,
            now.sprint() == null ? null : effort.get(),
            absent(made.get()),
            absent(refused.get()),
            words.isEmpty() ? null : words,
            now.twoWeeks() ? burnout.get() : null);
    boolean tired = told.fatigue() != null;
    Set<Question> answered = EnumSet.noneOf(Question.class);
    if (tired) {
      answered.addAll(Set.of(Question.BEFORE, Question.EVENING));
    }
    if (tired || told.effort() != null) {
      answered.add(Question.SPRINT);
    }
    if (told.burnout() != null) {
      answered.add(Question.BURNOUT);
    }
    List<Command> commands = new ArrayList<>();
    if (tells(told)) {
      commands.add(told);
    }
    // The two-weekly question that waited for the sprint's comes next.
    Asked inSight = new Asked(now.before(), now.sprint(), now.evening(), now.twoWeeks());
    commands.addAll(close(inSight, answered));
    return commands;
  }

  private static boolean tells(CheckIn told) {
    return !told.equals(new CheckIn(told.before(), null, null, null, null, null, null));
  }

  private static @Nullable Integer absent(int number) {
    return number < 0 ? null : number;
  }

  /** A number; -1 for nothing typed, empty for what is none. */
  private static Optional<Integer> number(String typed) {
    String digits = typed.strip();
    if (digits.isEmpty()) {
      return Optional.of(-1);
    }
    if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) > MOST_ITEMS) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(digits));
  }
}
