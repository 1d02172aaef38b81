package app.respite.ui.breakview;

import app.respite.ui.kit.PromptViewModel.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * What the break view says at one moment, the same on every screen.
 *
 * @param resting whether a break runs; otherwise the view asks for one
 * @param over whether the break that runs has come to its length
 * @param title the question, or what runs
 * @param more further plain lines; may be empty
 * @param figure the time, large; empty where the view asks
 * @param under words below the figure
 * @param left how much of the break is left, 0 to 1
 * @param idea something to do in the break; may be empty
 * @param answers what is meant to be pressed, the main one first
 * @param ways what else there is, in quiet words at the bottom
 * @param chosen which of answers and ways the Tab key has come to; -1 for none
 * @param held how much of the time the way out has been held, 0 to 1
 */
record BreakFace(
    boolean resting,
    boolean over,
    String title,
    List<String> more,
    String figure,
    String under,
    double left,
    String idea,
    List<Answer> answers,
    List<Answer> ways,
    int chosen,
    double held) {
  BreakFace {
    more = List.copyOf(more);
    answers = List.copyOf(answers);
    ways = List.copyOf(ways);
  }

  /**
   * Something that can be pressed.
   *
   * @param key the key that does it, as it is shown; empty where none does
   * @param main whether it is the one that is meant
   */
  record Answer(String label, String key, boolean main, AnswerAction deed) {}

  /** What an answer does. */
  sealed interface AnswerAction {
    /** Gives the prompt's answer. */
    record Give(Choice choice) implements AnswerAction {}

    /** Ends the break. */
    record End() implements AnswerAction {}

    /** Locks the screen. */
    record Lock() implements AnswerAction {}

    /** Leaves a strict break, when held for long enough. */
    record HoldOut() implements AnswerAction {}
  }

  /** All that can be pressed, in the order of the Tab key. */
  List<Answer> all() {
    List<Answer> all = new ArrayList<>(answers);
    all.addAll(ways);
    return all;
  }

  /** As a screen reader says it. */
  String words() {
    List<String> said = new ArrayList<>();
    said.add(title);
    said.addAll(more);
    said.add((figure + " " + under).strip());
    said.add(idea);
    for (Answer answer : all()) {
      said.add(answer.key().isEmpty() ? answer.label() : answer.label() + ", key " + answer.key());
    }
    said.removeIf(String::isEmpty);
    return String.join(". ", said);
  }
}
