package app.respite.coach.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CommandFields.BadCommand;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.CheckIn;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Input.SkipQuestion;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
}
