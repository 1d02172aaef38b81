package app.respite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Input;
import app.respite.domain.day.Input.CheckIn;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Input.SkipQuestion;
import app.respite.domain.day.Snapshot.Questions;
import app.respite.ui.Moments;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The questions of the terminal, key by key. */
class CheckInPromptTest {
  private static final int ESCAPE = 27;

  private static Input.Command told(Question about, String keys) {
    CheckInPrompt prompt = CheckInPrompt.about(about);
    for (int i = 0; i < keys.length(); i++) {
      boolean last = prompt.press(keys.charAt(i));
      assertThat(last)
          .as("done after %s", keys.substring(0, i + 1))
          .isEqualTo(i + 1 == keys.length());
    }
    return prompt.told();
  }

  @Test
  void aSprintIsRatedAnswerByAnswer() {
    assertThat(told(Question.SPRINT, "7\n4\n30\n\n"))
        .isEqualTo(new CheckIn(false, 7, 4, 30, null, null, null));
  }

  @Test
  void theOtherQuestionsAreOneAnswerEach() {
    assertThat(told(Question.BEFORE, "2\n"))
        .isEqualTo(new CheckIn(true, 2, null, null, null, null, null));
    assertThat(told(Question.EVENING, "10\n"))
        .isEqualTo(new CheckIn(false, 10, null, null, null, null, null));
    assertThat(told(Question.BURNOUT, "3\n"))
        .isEqualTo(new CheckIn(false, null, null, null, null, null, 3));
  }

  @Test
  void whatIsNoAnswerIsAskedAgain() {
    CheckInPrompt prompt = CheckInPrompt.about(Question.BURNOUT);
    for (char key : "6\n0\n".toCharArray()) {
      assertThat(prompt.press(key)).isFalse();
    }
    prompt.press('4');
    assertThat(prompt.press('\n')).isTrue();
    assertThat(prompt.told()).isEqualTo(new CheckIn(false, null, null, null, null, null, 4));
  }

  /** B57: the coach hears of it, so that no face asks again. */
  @ParameterizedTest
  @EnumSource
  void leavingEverythingOutTellsTheCoach(Question about) {
    CheckInPrompt prompt = CheckInPrompt.about(about);
    assertThat(prompt.press(ESCAPE)).isTrue();
    assertThat(prompt.told()).isEqualTo(new SkipQuestion(about));
  }

  /** B56: the key for being tired works while something is asked, and so do the others. */
  @Test
  void lettersAreNoAnswers() {
    assertThat("tTapsbxiynkmdrwq ".chars()).noneMatch(CheckInPrompt::takes);
    assertThat("0123456789\n".chars()).allMatch(CheckInPrompt::takes);
  }

  @Test
  void theQuestionBeforeASprintCannotWait() {
    Moments moment = new Moments();
    moment.questions = new Questions(true, true, true);
    assertThat(moment.build().questions().first()).contains(Question.BEFORE);
    moment.questions = new Questions(false, true, true);
    assertThat(moment.build().questions().first()).contains(Question.EVENING);
    moment.questions = new Questions(false, false, true);
    assertThat(moment.build().questions().first()).contains(Question.BURNOUT);
    moment.questions = Questions.NONE;
    assertThat(moment.build().questions().first()).isEmpty();
  }

  @Test
  void whatAnotherFaceAnsweredIsNotAskedAnyMore() {
    Moments moment = new Moments();
    for (Question question : Question.values()) {
      assertThat(CheckInPrompt.about(question).stillAsked(moment.build())).isFalse();
    }
    moment.checkIn = UUID.randomUUID();
    moment.questions = new Questions(true, true, true);
    for (Question question : Question.values()) {
      assertThat(CheckInPrompt.about(question).stillAsked(moment.build())).isTrue();
    }
  }

  @Test
  void theTwoWeeklyQuestionShowsItsAnswersInWords() {
    List<String> lines = CheckInPrompt.about(Question.BURNOUT).lines();
    assertThat(lines).hasSize(7).contains("  2  A little, and rest puts it right");
    assertThat(lines.getLast())
        .isEqualTo(
            "Thinking of the last two weeks, how worn down by your work are you? _   (Enter: save,"
                + " Esc: skip)");
  }
}
