package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import app.respite.coach.port.Prompting;
import app.respite.coach.port.Prompting.Form;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.BreakView;
import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.breakview.BreakFace.Answer;
import app.respite.ui.breakview.BreakFace.AnswerAction;
import app.respite.ui.breakview.BreakViewModel.Small;
import app.respite.ui.breakview.BreakViewModel.Unseen;
import app.respite.ui.breakview.BreakViewModel.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a break is seen, and what its keys do: a state, not a course of events. */
class BreakViewModelTest {
  private final FakeFace coach = new FakeFace(Moments.sprint().build());
  private final BreakViewModel model = new BreakViewModel(coach.update, coach.context().clock());

  private void tell(Moments moment, Prompting prompting) {
    coach.tell(moment.build(), prompting);
    model.take(coach.update);
  }

  /** A view that has been up for long enough to be answered, before hands that are still. */
  private BreakFace open(Moments moment, Form form) {
    tell(moment, Steps.still(form, Duration.ofSeconds(5)));
    face();
    pass(1000);
    assertThat(model.hears()).isTrue();
    return face();
  }

  private BreakFace face() {
    return ((Whole) model.sight()).face();
  }

  private void pass(long millis) {
    coach.pass(Duration.ofMillis(millis));
  }

  private List<Command> key(String key) {
    return model.press(key).map(model::commands).orElse(List.of());
  }

  private static List<String> labels(List<Answer> answers) {
    return answers.stream().map(Answer::label).toList();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void everyFormHasItsSight(Form form) {
    Moments moment = form == Form.BREAK ? Moments.onBreak() : Moments.restDue();
    tell(moment, Steps.of(form));
    switch (form) {
      case NONE, AFTER -> {
        assertThat(model.sight()).isEqualTo(new Unseen(false));
        assertThat(model.needed()).isFalse();
      }
      case WARNING, ITEM -> {
        assertThat(model.sight()).isEqualTo(new Unseen(true));
        assertThat(model.needed()).isTrue();
      }
      case SMALL -> assertThat(model.sight()).isInstanceOf(Small.class);
      case VIEW, BREAK -> assertThat(model.sight()).isInstanceOf(Whole.class);
    }
  }

  @Test
  void theSmallPromptIsTheDesktopsWhereItHasButtons() {
    tell(Moments.restDue(), new Prompting(Form.SMALL, Moments.AT, null, false, null));
    assertThat(model.sight()).isEqualTo(new Unseen(true));
  }

  @Test
  void theSmallPromptWarmsFromQuietToDueOverItsPatience() {
    tell(
        Moments.restDue(),
        new Prompting(Form.SMALL, Moments.AT, Moments.AT.plusSeconds(180), true, null));
    assertThat(((Small) model.sight()).warmth()).isZero();
    double last = -1;
    for (int i = 0; i <= 180; i += 15) {
      double warmth = ((Small) model.sight()).warmth();
      assertThat(warmth).isGreaterThan(last);
      last = warmth;
      pass(15_000);
    }
    assertThat(((Small) model.sight()).warmth()).isEqualTo(1);
  }

  @Test
  void asksWithWhatTheCoachAllows() {
    BreakFace face = open(Moments.restDue(), Form.VIEW);
    assertThat(face.title()).startsWith("Time for a rest");
    assertThat(labels(face.answers()))
        .containsExactly(
            "Take it · 10 min", "Postpone 5 min", "Postpone 10 min", "Postpone 15 min", "Skip");
    assertThat(labels(face.ways())).containsExactly("Not now");
    Moments last = Moments.restDue();
    last.can.remove(Action.POSTPONE);
    tell(last, Steps.of(Form.VIEW));
    assertThat(labels(face().answers())).containsExactly("Take it · 10 min", "Skip");
    assertThat(labels(face().ways())).containsExactly("Skip");
  }

  @Test
  void oneKeyAnswers() {
    open(Moments.restDue(), Form.VIEW);
    assertThat(key("B")).containsExactly(new Input.Accept());
    assertThat(key("K")).containsExactly(new Input.Postpone(Duration.ofMinutes(10)));
    assertThat(key("X")).containsExactly(new Input.Skip());
    assertThat(key("Esc")).containsExactly(new Input.Postpone(Duration.ofMinutes(5)));
    assertThat(key("Q")).isEmpty();
  }

  @Test
  void everyAnswerCanBeReachedWithTheTabKey() {
    model.lockable(true);
    BreakFace face = open(Moments.restDue(), Form.VIEW);
    assertThat(key("Enter")).isEmpty();
    List<AnswerAction> reached = new ArrayList<>();
    for (int i = 0; i < face.all().size(); i++) {
      model.press("Tab");
      assertThat(face().chosen()).isEqualTo(i);
      model.press("Enter").ifPresent(reached::add);
    }
    assertThat(reached).isEqualTo(face.all().stream().map(Answer::deed).toList());
    model.press("Tab");
    assertThat(face().chosen()).isZero();
    model.press("Back");
    assertThat(face().chosen()).isEqualTo(face.all().size() - 1);
  }

  /** B27: the user is typing when the view comes. */
  @Test
  void keysOfTheFirstSecondAndOfWhoeverTypesOnPressNothing() {
    coach.presenceKnown = false;
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    face();
    for (int i = 0; i < 40; i++) {
      assertThat(key("X")).isEmpty();
      assertThat(key("B")).isEmpty();
      assertThat(key("Esc")).isEmpty();
      model.hears();
      pass(120);
    }
    pass(1000);
    assertThat(key("B")).containsExactly(new Input.Accept());
  }

  @Test
  void aPressOfThePointerInTheFirstSecondIsForWhatWasThereBefore() {
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    face();
    pass(999);
    assertThat(model.touched()).isFalse();
    pass(1);
    assertThat(model.touched()).isTrue();
    assertThat(model.hears()).isTrue();
  }

  @Test
  void theKeyboardIsTakenOnceTheHandsAreStillAndNotBefore() {
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    face();
    pass(60_000);
    assertThat(model.hears()).isFalse();
    tell(Moments.restDue(), Steps.still(Form.VIEW, Duration.ofSeconds(2)));
    assertThat(model.hears()).isTrue();
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    assertThat(model.hears()).as("stays with the view").isTrue();
    tell(Moments.sprint(), Steps.of(Form.NONE));
    model.sight();
    assertThat(model.hears()).isFalse();
  }

  @Test
  void whereNothingTellsOfHandsTheKeyboardIsTakenAfterTheFirstSecond() {
    coach.presenceKnown = false;
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    face();
    pass(999);
    assertThat(model.hears()).isFalse();
    pass(1);
    assertThat(model.hears()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Strictness.class)
  void aBreakThatIsHeldDoesNotWaitForHandsForLong(Strictness strictness) {
    Moments moment = Moments.onBreak();
    moment.strictness = strictness;
    tell(moment, Steps.of(Form.BREAK));
    face();
    pass(1999);
    assertThat(model.hears()).isFalse();
    pass(1);
    assertThat(model.hears()).isEqualTo(strictness != Strictness.GENTLE);
  }

  @Test
  void theBreakCountsDownAndThenSaysWhatIsCountedAsRest() {
    model.idea("Open a window and stand there.");
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    assertThat(face().title()).isEqualTo("10-minute break");
    assertThat(face().figure()).isEqualTo("6:50");
    assertThat(face().idea()).isEqualTo("Open a window and stand there.");
    assertThat(face().left()).isCloseTo(410 / 600.0, offset(1e-9));
    pass(60_000);
    assertThat(face().figure()).isEqualTo("5:50");
    pass(350_000);
    assertThat(face().over()).isTrue();
    assertThat(face().title()).isEqualTo("The break is over");
    assertThat(face().figure()).isEqualTo("+0 min");
    assertThat(face().under()).isEqualTo("counted as rest");
    assertThat(labels(face().answers())).containsExactly("I'm back");
    pass(185_000);
    assertThat(face().figure()).isEqualTo("+3 min");
    assertThat(face().idea()).isEmpty();
  }

  @Test
  void gentleEndsWithOneEscAndFirmWithTwo() {
    open(Moments.onBreak(), Form.BREAK);
    assertThat(key("Esc")).containsExactly(new Input.EndBreak(false));

    Moments firm = Moments.onBreak();
    firm.strictness = Strictness.FIRM;
    tell(Moments.sprint(), Steps.of(Form.NONE));
    model.sight();
    open(firm, Form.BREAK);
    assertThat(key("Esc")).isEmpty();
    assertThat(labels(face().ways())).containsExactly("Again: end it");
    pass(31_000);
    assertThat(key("Esc")).as("too late to be the second").isEmpty();
    assertThat(key("Esc")).containsExactly(new Input.EndBreak(false));
  }

  /** B29: there is always a way out, and nobody takes it by accident. */
  @Test
  void strictEndsOnlyByHoldingEscForFiveSeconds() {
    BreakFace face = open(Steps.strictBreak(), Form.BREAK);
    assertThat(face.all()).extracting(Answer::deed).containsExactly(new AnswerAction.HoldOut());
    assertThat(key("Esc")).isEmpty();
    pass(2000);
    assertThat(face().held()).isCloseTo(0.4, offset(1e-9));
    assertThat(labels(face().ways())).containsExactly("Keep holding, 3 s");
    model.release("Esc");
    pass(200);
    assertThat(face().held()).isZero();
    pass(10_000);
    assertThat(model.heldOut()).isEmpty();
    key("Esc");
    for (int i = 0; i < 50; i++) {
      assertThat(model.heldOut()).isEmpty();
      pass(100);
      key("Esc");
    }
    assertThat(model.heldOut()).containsExactly(new Input.EndBreak(true));
    assertThat(model.heldOut()).isEmpty();
  }

  @Test
  void escIsHeardForTheWayOutEvenInTheFirstSecond() {
    tell(Steps.strictBreak(), Steps.of(Form.BREAK));
    face();
    key("Esc");
    pass(5000);
    assertThat(model.heldOut()).containsExactly(new Input.EndBreak(true));
  }

  @Test
  void thePointerCanHoldTheWayOutToo() {
    open(Steps.strictBreak(), Form.BREAK);
    model.holdOut("");
    pass(4900);
    assertThat(model.heldOut()).isEmpty();
    model.letGo();
    pass(200);
    assertThat(model.heldOut()).isEmpty();
    model.holdOut("");
    pass(5000);
    assertThat(model.heldOut()).containsExactly(new Input.EndBreak(true));
  }

  @Test
  void aStrictQuestionHasAWayOutToo() {
    BreakFace face = open(Steps.strictlyDue(), Form.VIEW);
    assertThat(labels(face.answers())).containsExactly("Take it · 10 min");
    assertThat(labels(face.ways())).containsExactly("Hold for the way out");
    key("Esc");
    pass(5000);
    assertThat(model.heldOut()).containsExactly(new Input.Accept(), new Input.EndBreak(true));
  }

  @Test
  void aHoldDoesNotGoOnIntoWhatComesNext() {
    open(Steps.strictlyDue(), Form.VIEW);
    key("Esc");
    pass(4000);
    tell(Steps.strictBreak(), Steps.of(Form.BREAK));
    pass(2000);
    assertThat(model.heldOut()).isEmpty();
  }

  @Test
  void aStrictBreakThatIsOverIsLeftLikeAnyOther() {
    Moments over = Steps.strictBreak();
    over.remaining = Duration.ofSeconds(3);
    open(over, Form.BREAK);
    pass(3000);
    assertThat(key("B")).containsExactly(new Input.EndBreak(false));
    assertThat(key("Esc")).containsExactly(new Input.EndBreak(false));
  }

  @Test
  void aSecondPostponementTakesTwoPressesAlsoByEsc() {
    Moments moment = Moments.restDue();
    var due = moment.due;
    moment.due =
        new app.respite.domain.day.Snapshot.DueBreak(
            due.kind(),
            due.state(),
            due.length(),
            due.since(),
            due.at(),
            1,
            false,
            due.reason(),
            Duration.ofMinutes(2));
    open(moment, Form.VIEW);
    assertThat(key("Esc")).isEmpty();
    assertThat(labels(face().ways())).containsExactly("Again");
    assertThat(key("Esc")).containsExactly(new Input.Postpone(Duration.ofMinutes(5)));
  }

  @Test
  void whoComesBackToABreakThatIsDueSeesSinceWhenTheyRested() {
    Moments away = Moments.restDue();
    away.presence = Snapshot.Presence.IDLE;
    tell(away, Steps.still(Form.VIEW, Duration.ofMinutes(3)));
    assertThat(String.join("\n", face().more())).contains("Resting since 10:1");
    assertThat(face().answers()).isNotEmpty();
    tell(Moments.restDue(), Steps.still(Form.VIEW, Duration.ofSeconds(5)));
    assertThat(String.join("\n", face().more())).doesNotContain("Resting since");
  }

  /** B31, B5: nobody reads behind a locked screen; after it the break is still there. */
  @Test
  void aLockedScreenHidesTheViewAndKeepsTheBreak() {
    Moments locked = Moments.onBreak();
    locked.holds = List.of(new HeldBy(HoldReason.LOCK, null));
    tell(locked, Steps.of(Form.BREAK));
    assertThat(model.sight()).isEqualTo(new Unseen(true));
    assertThat(model.needed()).isTrue();
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    assertThat(face().figure()).isEqualTo("6:50");
  }

  @Test
  void whoWantsTheSmallPromptAloneSeesNoView() {
    model.settings(Preferences.DEFAULTS.with(CoachKeys.BREAK_VIEW, BreakView.SMALL));
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    assertThat(model.sight()).isEqualTo(new Unseen(false));
    assertThat(model.needed()).isFalse();
    tell(Moments.restDue(), Steps.small());
    assertThat(model.sight()).isInstanceOf(Small.class);
  }

  @Test
  void theScreenCanBeLockedOnlyWhereSomethingLocksIt() {
    assertThat(labels(open(Moments.onBreak(), Form.BREAK).ways())).containsExactly("End the break");
    model.lockable(true);
    assertThat(labels(face().ways())).containsExactly("End the break", "Lock the screen");
    assertThat(model.press("L")).contains(new AnswerAction.Lock());
  }

  @Test
  void aRefusalIsSaidUntilSomethingElseIsAsked() {
    open(Moments.restDue(), Form.VIEW);
    model.refused("Breaks are strict");
    assertThat(face().more()).containsExactly("Breaks are strict");
    key("B");
    assertThat(face().more()).isEmpty();
  }

  /** One wake-up a second where seconds are told, and hardly any elsewhere. */
  @Test
  void wakesOnlyForWhatMoves() {
    assertThat(model.next(false)).isEmpty();
    open(Moments.onBreak(), Form.BREAK);
    assertThat(model.next(false)).contains(Duration.ofSeconds(1));
    pass(300);
    assertThat(model.next(false)).contains(Duration.ofMillis(700));
    open(Moments.breakOver(), Form.BREAK);
    assertThat(model.next(false).orElseThrow())
        .isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
    open(Moments.restDue(), Form.VIEW);
    assertThat(model.next(false).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
    open(Steps.strictBreak(), Form.BREAK);
    model.press("Esc");
    assertThat(model.next(false)).contains(Duration.ofMillis(100));
    assertThat(model.next(true)).contains(Duration.ofSeconds(1));
    tell(Moments.ready(), Steps.of(Form.AFTER));
    assertThat(model.next(false)).isEqualTo(Optional.empty());
  }

  @Test
  void comingLateIsRightAtOnce() {
    FakeFace late = new FakeFace(Moments.onBreak().build());
    late.tell(Moments.onBreak().build(), Steps.since(Form.BREAK, Duration.ofMinutes(3)));
    BreakViewModel fresh = new BreakViewModel(late.update, late.context().clock());
    assertThat(((Whole) fresh.sight()).face().figure()).isEqualTo("6:50");
  }
}
