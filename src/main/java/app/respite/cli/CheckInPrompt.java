package app.respite.cli;

import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Snapshot;
import app.respite.domain.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the person, answered key by key. Each can be skipped; so can all. Takes digits and
 * the keys that edit and end them; every other key keeps its meaning meanwhile.
 */
final class CheckInPrompt {
  private static final int MOST_DIGITS = 5;
  private static final int MOST_COUNT = 99_999;
  private static final int ESCAPE = 27;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;
  private static final int OPTIONS = 5;

  private record Line(String words, int least, int most) {}

  private static final Line TIRED =
      new Line(Wording.say("ask.tired") + " " + Wording.say("ask.tired-ends"), 0, 10);

  private final Question about;
  private final List<Line> questions;
  private final List<@Nullable Integer> answers = new ArrayList<>();
  private final StringBuilder typed = new StringBuilder();

  private CheckInPrompt(Question about, List<Line> questions) {
    this.about = about;
    this.questions = questions;
  }

  /** The questions about something. */
  static CheckInPrompt about(Question question) {
    return new CheckInPrompt(
        question,
        switch (question) {
          case BEFORE -> List.of(tired("ask.before"));
          case EVENING -> List.of(tired("ask.evening"));
          case SPRINT ->
              List.of(
                  TIRED,
                  new Line("How hard was it, 0 to 10?", 0, 10),
                  new Line("Items done?", 0, MOST_COUNT),
                  new Line("Items rejected?", 0, MOST_COUNT));
          case BURNOUT -> List.of(new Line(Wording.say("ask.two-weeks"), 1, OPTIONS));
        });
  }

  private static Line tired(String when) {
    return new Line(Wording.say(when) + ". " + TIRED.words(), 0, 10);
  }

  /** What it is about. */
  Question about() {
    return about;
  }

  /** Whether the coach still asks it: somebody may have answered on another face. */
  boolean stillAsked(Snapshot now) {
    return switch (about) {
      case BEFORE -> now.questions().before();
      case SPRINT -> now.checkIn() != null;
      case EVENING -> now.questions().evening();
      case BURNOUT -> now.questions().burnout();
    };
  }

  /** The question now, and what can be answered where that is in words. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (about == Question.BURNOUT) {
      lines.add(Wording.say("ask.two-weeks-why") + ".");
      for (int n = 1; n <= OPTIONS; n++) {
        lines.add("  " + n + "  " + Wording.say("ask.two-weeks-" + n));
      }
    }
    lines.add(
        questions.get(Math.min(answers.size(), questions.size() - 1)).words()
            + " "
            + typed
            + "_   (Enter: "
            + (answers.size() + 1 < questions.size() ? "next" : "save")
            + ", Esc: skip)");
    return lines;
  }

  /** Whether a key is one of this prompt's; the others go on meaning what they mean. */
  static boolean takes(int key) {
    return key == ESCAPE
        || key == '\n'
        || key == '\r'
        || key == BACKSPACE
        || key == DELETE
        || (key >= '0' && key <= '9');
  }

  /** Takes a key; true where that was the last one needed. */
  boolean press(int key) {
    if (key == ESCAPE) {
      while (answers.size() < questions.size()) {
        answers.add(null);
      }
    } else if (key == '\n' || key == '\r') {
      enter();
    } else if ((key == BACKSPACE || key == DELETE) && !typed.isEmpty()) {
      typed.setLength(typed.length() - 1);
    } else if (key >= '0' && key <= '9' && typed.length() < MOST_DIGITS) {
      typed.append((char) key);
    }
    return answers.size() >= questions.size();
  }

  private void enter() {
    Integer value = typed.isEmpty() ? null : Integer.valueOf(typed.toString());
    typed.setLength(0);
    Line asked = questions.get(answers.size());
    if (value == null || (value >= asked.least() && value <= asked.most())) {
      answers.add(value);
    }
  }

  /** What to tell the coach: the answers, or that there are none. */
  Input.Command told() {
    Integer first = answers.getFirst();
    if (answers.stream().allMatch(answer -> answer == null)) {
      return new Input.SkipQuestion(about);
    }
    return switch (about) {
      case BEFORE -> new Input.CheckIn(true, first, null, null, null, null, null);
      case EVENING -> new Input.CheckIn(false, first, null, null, null, null, null);
      case BURNOUT -> new Input.CheckIn(false, null, null, null, null, null, first);
      case SPRINT ->
          new Input.CheckIn(
              false, first, answers.get(1), answers.get(2), answers.get(3), null, null);
    };
  }
}
