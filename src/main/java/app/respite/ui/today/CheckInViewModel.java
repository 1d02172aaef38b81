package app.respite.ui.today;

import app.respite.domain.day.Input.CheckIn;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The check-in after a sprint. Everything may be left out, and what is left out is never filled in
 * (B57): each sprint begins with nothing chosen.
 */
public final class CheckInViewModel {
  /** The highest rating. */
  public static final int MOST = 10;

  private static final int MOST_ITEMS = 100_000;

  private final ObjectProperty<@Nullable Integer> fatigue = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Integer> effort = new SimpleObjectProperty<>();
  private final StringProperty items = new SimpleStringProperty("");
  private final StringProperty rejected = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private @Nullable UUID sprint;
  private @Nullable UUID done;

  /** Tiredness, 0 to 10, or null. */
  public ObjectProperty<@Nullable Integer> fatigueProperty() {
    return fatigue;
  }

  /** Effort, 0 to 10, or null. */
  public ObjectProperty<@Nullable Integer> effortProperty() {
    return effort;
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

  /**
   * Asks about a sprint, empty-handed unless it is asked about already.
   *
   * @param counted items counted in it; they are shown, not asked again
   * @return whether the question is new
   */
  public boolean ask(@Nullable UUID about, int counted) {
    if (about == null || about.equals(done)) {
      sprint = null;
      return false;
    }
    if (about.equals(sprint)) {
      return false;
    }
    sprint = about;
    fatigue.set(null);
    effort.set(null);
    items.set(counted > 0 ? Integer.toString(counted) : "");
    rejected.set("");
    note.set("");
    error.set("");
    return true;
  }

  /** Whether a sprint is asked about. */
  public boolean asked() {
    return sprint != null;
  }

  /** A number from 0 to {@link #MOST}: the first unanswered of the two scales takes it. */
  public void digit(int digit) {
    if (fatigue.get() == null) {
      fatigue.set(digit);
    } else {
      effort.set(digit);
    }
  }

  /** Leaves everything out and asks no more about this sprint. */
  public void skip() {
    done = sprint;
    sprint = null;
  }

  /** What to tell the coach; empty, with {@link #errorProperty}, where something typed is wrong. */
  public Optional<CheckIn> save() {
    Optional<Integer> done = number(items.get());
    Optional<Integer> refused = number(rejected.get());
    if (done.isEmpty()) {
      error.set("Items: a whole number from 0 to 100000, or nothing");
      return Optional.empty();
    }
    if (refused.isEmpty()) {
      error.set("Rejected: a whole number from 0 to 100000, or nothing");
      return Optional.empty();
    }
    error.set("");
    String words = note.get().strip();
    CheckIn told =
        new CheckIn(
            false,
            fatigue.get(),
            effort.get(),
            absent(done.get()),
            absent(refused.get()),
            words.isEmpty() ? null : words,
            null);
    skip();
    return Optional.of(told);
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
