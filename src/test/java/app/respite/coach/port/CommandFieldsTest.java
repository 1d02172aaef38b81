package app.respite.coach.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CommandFields.BadCommand;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.CheckIn;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Input.SkipQuestion;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person answers and puts aside, as it stands in a script and on the socket. */
class CommandFieldsTest {
  private static Input.Command read(Map<String, ?> fields) throws BadCommand {
    return CommandFields.read(fields);
  }

  @Test
  void answersAndWhatIsPutAsideComeBackAsTheyWere() throws BadCommand {
    Stream<Input.Command> aside =
        Stream.concat(
            Stream.of(new SkipQuestion(null)), Stream.of(Question.values()).map(SkipQuestion::new));
    Stream<Input.Command> others =
        Stream.of(
            new CheckIn(true, 2, null, null, null, null, null),
            new CheckIn(false, 6, null, null, null, null, 2),
            new Input.TakeSuggestion(),
            new Input.DismissSuggestion());
    for (Input.Command command : Stream.concat(aside, others).toList()) {
      assertThat(read(CommandFields.of(command))).isEqualTo(command);
    }
  }

  @Test
  void theWordsOfAScriptAreThoseOfTheQuestions() throws BadCommand {
    assertThat(read(Map.of("do", "skip-question", "question", "evening")))
        .isEqualTo(new SkipQuestion(Question.EVENING));
    assertThat(read(Map.of("do", "skip-question"))).isEqualTo(new SkipQuestion(null));
  }

  @Test
  void anUnknownQuestionIsNamed() {
    assertThatThrownBy(() -> read(Map.of("do", "skip-question", "question", "noon")))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("noon");
  }

  /** What stands in a message that is no command, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                         | \"do\" is missing",
        "{\"do\":\"dance\"}                           | unknown verb \"dance\"",
        "{\"do\":\"start\",\"task\":\" \"}              | \"task\" must be the name of a task",
        "{\"do\":\"check-in\",\"fatigue\":11}           | \"fatigue\" must be a whole number from 0"
            + " to 10",
        "{\"do\":\"check-in\",\"burnout\":0}            | \"burnout\" must be a whole number from 1"
            + " to 5",
        "{\"do\":\"break\",\"for\":\"PT0S\"}            | \"for\" must be a length of time such as"
            + " PT25M or 25m, longer than nothing and at most 31 days",
        "{\"do\":\"answer-idle\"}                     | answer-idle needs \"as\": rest, work or"
            + " discard, or \"rest\": a length",
        "{\"do\":\"answer-idle\",\"as\":\"split\"}      | a split needs \"rest\": the length of its"
            + " first part",
        "{\"do\":\"answer-idle\",\"as\":\"sleep\"}      | \"as\": unknown \"sleep\"",
      })
  void whatIsNoCommandIsSaidInAWord(String message, String said) throws JsonException {
    Map<String, Object> fields = Json.readObject(message);

    assertThatThrownBy(() -> read(fields)).isInstanceOf(BadCommand.class).hasMessage(said);
  }

  @Test
  void aCommandIsToldWhatItNeeds() {
    assertThatThrownBy(() -> read(Map.of("do", "switch")))
        .isInstanceOf(BadCommand.class)
        .hasMessage("switch needs \"task\": the name of a task");
  }

  @Test
  void theLongestLengthAndTheMostItemsAreTaken() throws BadCommand {
    assertThat(read(Map.of("do", "quiet", "for", "P31D")))
        .isEqualTo(read(Map.of("do", "quiet", "for", "744h")));
    assertThat(read(Map.of("do", "item", "n", -100_000))).isEqualTo(new Input.Items(-100_000));
    assertThat(read(Map.of("do", "item"))).isEqualTo(new Input.Items(1));
  }

  @Test
  void aSplitIsWrittenByItsLengthAlone() {
    assertThat(CommandFields.of(new Input.AnswerIdle(IdleAnswer.SPLIT, Duration.ofMinutes(5))))
        .isEqualTo(Map.of("do", "answer-idle", "rest", "PT5M"));
    assertThat(CommandFields.of(new Input.AnswerIdle(IdleAnswer.WORK, null)))
        .isEqualTo(Map.of("do", "answer-idle", "as", "work"));
  }
}
