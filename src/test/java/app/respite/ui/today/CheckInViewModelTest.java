package app.respite.ui.today;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Input.CheckIn;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Input.SkipQuestion;
import app.respite.ui.Moments;
import app.respite.ui.today.CheckInViewModel.Asked;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckInViewModelTest {
  private final CheckInViewModel model = new CheckInViewModel();

  @Test
  void theLastAnswerIsNeverFilledIn() {
    model.ask(Asked.about(UUID.randomUUID()), 0);
    model.digit(7);
    model.digit(4);
    model.itemsProperty().set("30");
    model.rejectedProperty().set("2");
    model.noteProperty().set("glare");
    assertThat(model.save()).containsExactly(new CheckIn(false, 7, 4, 30, 2, "glare", null));

    assertThat(model.ask(Asked.about(UUID.randomUUID()), 12)).isTrue();
    assertThat(model.fatigueProperty().get()).isNull();
    assertThat(model.effortProperty().get()).isNull();
    assertThat(model.itemsProperty().get()).isEqualTo("12");
    assertThat(model.rejectedProperty().get()).isEmpty();
    assertThat(model.noteProperty().get()).isEmpty();
  }

  /** B57: what is left out is absent. */
  @Test
  void everythingMayBeLeftOut() {
    model.ask(Asked.about(UUID.randomUUID()), 0);
    assertThat(model.save()).containsExactly(new SkipQuestion(Question.SPRINT));
  }

  @Test
  void aSprintThatWasSkippedIsNotAskedAboutAgain() {
    UUID sprint = UUID.randomUUID();
    assertThat(model.ask(Asked.about(sprint), 0)).isTrue();
    model.skip();
    assertThat(model.ask(Asked.about(sprint), 0)).isFalse();
    assertThat(model.asked()).isFalse();
  }

  @Test
  void askingAgainKeepsWhatIsBeingTyped() {
    UUID sprint = UUID.randomUUID();
    model.ask(Asked.about(sprint), 0);
    model.digit(5);
    assertThat(model.ask(Asked.about(sprint), 3)).isFalse();
    assertThat(model.fatigueProperty().get()).isEqualTo(5);
  }

  @Test
  void whatIsNoNumberIsNotSavedAndSaysWhatIsAllowed() {
    model.ask(Asked.about(UUID.randomUUID()), 0);
    model.itemsProperty().set("many");
    assertThat(model.save()).isEmpty();
    assertThat(model.errorProperty().get())
        .isEqualTo("Items: a whole number from 0 to 100000, or nothing");
    assertThat(model.asked()).isTrue();
  }

  private static Asked asked(boolean before, UUID sprint, boolean evening, boolean burnout) {
    return new Asked(before, sprint, evening, burnout);
  }

  @Test
  void whatWasCountedAloneLeavesTheRatingOut() {
    model.ask(Asked.about(UUID.randomUUID()), 12);
    assertThat(model.save())
        .containsExactly(
            new CheckIn(false, null, null, 12, null, null, null),
            new SkipQuestion(Question.SPRINT));
  }

  @Test
  void beforeASprintOnlyTirednessIsAsked() {
    model.ask(asked(true, null, false, false), 14);
    model.digit(3);
    model.digit(2);
    assertThat(model.effortProperty().get()).isNull();
    assertThat(model.save()).containsExactly(new CheckIn(true, 2, null, null, null, null, null));
  }

  /** The question before a sprint cannot wait; the one after the last sprint can. */
  @Test
  void theQuestionBeforeASprintComesAlone() {
    Moments moment = Moments.sprint();
    moment.checkIn = UUID.randomUUID();
    moment.questions = new app.respite.domain.day.Snapshot.Questions(true, false, false);
    assertThat(Asked.of(moment.build(), false)).isEqualTo(asked(true, null, false, false));
    moment.questions = app.respite.domain.day.Snapshot.Questions.NONE;
    assertThat(Asked.of(moment.build(), false)).isEqualTo(Asked.about(moment.checkIn));
    assertThat(Asked.of(moment.build(), true)).isEqualTo(Asked.NOTHING);
  }

  @Test
  void numbersAnswerTheScalesInTheirOrder() {
    model.ask(asked(false, null, true, true), 0);
    model.digit(7);
    model.digit(9);
    assertThat(model.burnoutProperty().get()).as("there is no ninth answer").isNull();
    model.digit(2);
    assertThat(model.save()).containsExactly(new CheckIn(false, 7, null, null, null, null, 2));
  }

  @Test
  void theTwoWeeklyQuestionWaitsForTheSprints() {
    UUID sprint = UUID.randomUUID();
    model.ask(asked(false, sprint, true, true), 0);
    model.digit(7);
    model.digit(6);
    model.digit(2);
    assertThat(model.save()).containsExactly(new CheckIn(false, 7, 2, null, null, null, null));
    assertThat(model.askedProperty().get()).isEqualTo(asked(false, null, false, true));
    model.ask(asked(false, sprint, true, true), 0);
    model.digit(2);
    assertThat(model.save()).containsExactly(new CheckIn(false, null, null, null, null, null, 2));
    assertThat(model.asked()).isFalse();
  }

  @Test
  void whatIsNotAnsweredIsPutAsideByItsName() {
    model.ask(asked(false, null, true, true), 0);
    model.digit(6);
    assertThat(model.save())
        .containsExactly(
            new CheckIn(false, 6, null, null, null, null, null),
            new SkipQuestion(Question.BURNOUT));
    assertThat(model.asked()).isFalse();
  }

  @Test
  void skippingTellsTheCoachSoThatNoFaceAsksAgain() {
    UUID sprint = UUID.randomUUID();
    model.ask(asked(false, sprint, true, true), 0);
    model.digit(6);
    assertThat(model.skip())
        .containsExactly(
            new SkipQuestion(Question.SPRINT),
            new SkipQuestion(Question.EVENING),
            new SkipQuestion(Question.BURNOUT));
  }

  @Test
  void theEveningIsNotAskedAgainWhileTheCoachHasNotHeardTheAnswer() {
    model.ask(asked(false, null, true, false), 0);
    model.digit(6);
    model.save();
    assertThat(model.ask(asked(false, null, true, false), 0)).isFalse();
    assertThat(model.asked()).isFalse();
    model.ask(Asked.NOTHING, 0);
    assertThat(model.ask(asked(false, null, true, false), 0)).as("the next evening").isTrue();
    assertThat(model.fatigueProperty().get()).isNull();
  }

  @Test
  void theEveningThatComesWhileASprintIsRatedKeepsTheAnswers() {
    UUID sprint = UUID.randomUUID();
    model.ask(Asked.about(sprint), 0);
    model.digit(5);
    assertThat(model.ask(asked(false, sprint, true, false), 0)).isTrue();
    assertThat(model.fatigueProperty().get()).isEqualTo(5);
  }
}
