package app.respite.cli;

import app.respite.domain.day.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions after a sprint, answered key by key. Each can be skipped; so can all. */
final class CheckInPrompt {
  private static final List<String> QUESTIONS =
      List.of(
          "How tired are you, 0 to 10?",
          "How hard was it, 0 to 10?",
          "Items done?",
          "Items rejected?");
  private static final int RATINGS = 2;
  private static final int MOST_RATING = 10;
  private static final int MOST_DIGITS = 5;
  private static final int ESCAPE = 27;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;

  private final List<@Nullable Integer> answers = new ArrayList<>();
  private final StringBuilder typed = new StringBuilder();

  /** The question now. */
  String line() {
    return QUESTIONS.get(Math.min(answers.size(), QUESTIONS.size() - 1))
        + " "
        + typed
        + "_   (Enter: next, Esc: skip)";
  }

  /** Takes a key; true where that was the last one needed. */
  boolean press(int key) {
    if (key == ESCAPE) {
      while (answers.size() < QUESTIONS.size()) {
        answers.add(null);
      }
    } else if (key == '\n' || key == '\r') {
      enter();
    } else if ((key == BACKSPACE || key == DELETE) && !typed.isEmpty()) {
      typed.setLength(typed.length() - 1);
    } else if (key >= '0' && key <= '9' && typed.length() < MOST_DIGITS) {
      typed.append((char) key);
    }
    return answers.size() >= QUESTIONS.size();
  }

  private void enter() {
    Integer value = typed.isEmpty() ? null : Integer.valueOf(typed.toString());
    typed.setLength(0);
    if (value != null && answers.size() < RATINGS && value > MOST_RATING) {
      return;
    }
    answers.add(value);
  }

  /** What was answered; empty where nothing was. */
  Optional<Input.CheckIn> checkIn() {
    Integer fatigue = answers.get(0);
    Integer effort = answers.get(1);
    Integer items = answers.get(2);
    Integer rejected = answers.get(3);
    return fatigue == null && effort == null && items == null && rejected == null
        ? Optional.empty()
        : Optional.of(new Input.CheckIn(false, fatigue, effort, items, rejected, null, null));
  }
}
