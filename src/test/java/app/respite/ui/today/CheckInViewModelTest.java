package app.respite.ui.today;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Input.CheckIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckInViewModelTest {
  private final CheckInViewModel model = new CheckInViewModel();

  @Test
  void theLastAnswerIsNeverFilledIn() {
    model.ask(UUID.randomUUID(), 0);
    model.digit(7);
    model.digit(4);
    model.itemsProperty().set("30");
    model.rejectedProperty().set("2");
    model.noteProperty().set("glare");
    assertThat(model.save()).contains(new CheckIn(false, 7, 4, 30, 2, "glare", null));

    assertThat(model.ask(UUID.randomUUID(), 12)).isTrue();
    assertThat(model.fatigueProperty().get()).isNull();
    assertThat(model.effortProperty().get()).isNull();
    assertThat(model.itemsProperty().get()).isEqualTo("12");
    assertThat(model.rejectedProperty().get()).isEmpty();
    assertThat(model.noteProperty().get()).isEmpty();
  }

  /** B57: what is left out is absent. */
  @Test
  void everythingMayBeLeftOut() {
    model.ask(UUID.randomUUID(), 0);
    assertThat(model.save()).contains(new CheckIn(false, null, null, null, null, null, null));
  }

  @Test
  void aSprintThatWasSkippedIsNotAskedAboutAgain() {
    UUID sprint = UUID.randomUUID();
    assertThat(model.ask(sprint, 0)).isTrue();
    model.skip();
    assertThat(model.ask(sprint, 0)).isFalse();
    assertThat(model.asked()).isFalse();
  }

  @Test
  void askingAgainKeepsWhatIsBeingTyped() {
    UUID sprint = UUID.randomUUID();
    model.ask(sprint, 0);
    model.digit(5);
    assertThat(model.ask(sprint, 3)).isFalse();
    assertThat(model.fatigueProperty().get()).isEqualTo(5);
  }

  @Test
  void whatIsNoNumberIsNotSavedAndSaysWhatIsAllowed() {
    model.ask(UUID.randomUUID(), 0);
    model.itemsProperty().set("many");
    assertThat(model.save()).isEmpty();
    assertThat(model.errorProperty().get())
        .isEqualTo("Items: a whole number from 0 to 100000, or nothing");
    assertThat(model.asked()).isTrue();
  }
}
