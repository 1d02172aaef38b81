package app.respite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.FaceContext;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Input;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.OnFx;
import app.respite.ui.Pictures;
import app.respite.ui.shell.MainView.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The window as a whole, by its keys and what it shows. */
class WindowTest {
  private static MainView view(FakeFace face) {
    return view(face, face.coaches());
  }

  private static MainView view(FakeFace face, Coaches coaches) {
    return OnFx.call(
        () -> {
          ShellViewModel model = new ShellViewModel(face.context(), Runnable::run, coaches);
          MainView view = WindowApp.view(model);
          lay(view);
          return view;
        });
  }

  private static void lay(MainView view) {
    view.scene().getRoot().applyCss();
    view.scene().getRoot().layout();
  }

  private static void press(MainView view, KeyCode code) {
    OnFx.run(
        () -> {
          Node target = view.scene().getFocusOwner();
          Event.fireEvent(
              target == null ? view.scene() : target,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
          lay(view);
        });
  }

  /** A window that has been open for long enough to take keys (B27). */
  private MainView awake(FakeFace face) {
    MainView view = view(face);
    face.pass(Duration.ofSeconds(2));
    return view;
  }

  private static List<String> words(MainView view) {
    return OnFx.call(
        () -> {
          List<String> found = new ArrayList<>();
          collect(view.scene().getRoot(), found);
          return found;
        });
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      found.add(labeled.getText());
    }
    if (node.getAccessibleText() != null) {
      found.add(node.getAccessibleText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  @Test
  void theKeysDoWhatTheySay() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    MainView view = view(face);
    press(view, KeyCode.SPACE);
    press(view, KeyCode.I);
    press(view, KeyCode.B);
    press(view, KeyCode.T);
    press(view, KeyCode.S);
    assertThat(face.sent)
        .containsExactly(
            new Input.Pause(null),
            new Input.Items(1),
            new Input.TakeBreak(null),
            new Input.Tired(),
            new Input.Stop());
  }

  @Test
  void aNumberChoosesATask() {
    FakeFace face = new FakeFace(Moments.nothingChosen().build()).withMorning();
    press(view(face), KeyCode.DIGIT2);
    assertThat(face.sent).hasSize(1);
    assertThat(((Input.Start) face.sent.getFirst()).task().name()).isEqualTo("Boxes");
  }

  @Test
  void oneKeyAnswersThePrompt() {
    FakeFace face = new FakeFace(Moments.restDue().build()).withMorning();
    MainView view = awake(face);
    press(view, KeyCode.K);
    press(view, KeyCode.B);
    press(view, KeyCode.X);
    assertThat(face.sent)
        .containsExactly(
            new Input.Postpone(Duration.ofMinutes(10)), new Input.Accept(), new Input.Skip());
  }

  /** B27: the user is typing when the prompt comes. */
  @Test
  void keysOfTheFirstSecondPressNothing() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    MainView view = view(face);
    OnFx.run(() -> face.tell(Moments.restDue().build()));
    press(view, KeyCode.X);
    press(view, KeyCode.J);
    press(view, KeyCode.SPACE);
    assertThat(face.sent).isEmpty();
    face.pass(Duration.ofSeconds(1));
    press(view, KeyCode.J);
    assertThat(face.sent).containsExactly(new Input.Postpone(Duration.ofMinutes(5)));
  }

  @Test
  void oneThingAsksForTheBreakOnEveryPage() {
    FakeFace face = new FakeFace(Moments.restDue().build()).withMorning();
    MainView view = awake(face);
    for (Page page : Page.values()) {
      OnFx.run(() -> view.show(page));
      if (page == Page.TODAY) {
        assertThat(words(view))
            .contains("Take the break", "5 min", "Skip")
            .doesNotContain("Time for a rest · 62 min since the last", "Take it");
      } else {
        assertThat(words(view))
            .contains("Time for a rest · 62 min since the last", "Take it", "5 min", "Skip")
            .doesNotContain("Take the break");
      }
    }
    OnFx.run(() -> view.show(Page.TODAY));
    press(view, KeyCode.B);
    assertThat(face.sent).containsExactly(new Input.Accept());
  }

  @Test
  void numbersAnswerTheCheckIn() {
    Moments moment = Moments.onBreak();
    moment.checkIn = UUID.randomUUID();
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = awake(face);
    press(view, KeyCode.DIGIT6);
    press(view, KeyCode.DIGIT3);
    OnFx.run(() -> button(view, "Save").fire());
    assertThat(face.sent).containsExactly(new Input.CheckIn(false, 6, 3, 14, null, null, null));
    assertThat(words(view)).doesNotContain("How was that sprint?");
  }

  @Test
  void theEveningIsAnsweredByNumbersAndOpensTheReview() {
    Moments moment = Moments.off();
    moment.questions = new app.respite.domain.day.Snapshot.Questions(false, true, true);
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = awake(face);
    assertThat(words(view))
        .contains(
            "The end of your day", "How tired are you now?", "A little, and rest puts it right")
        .doesNotContain("How much effort was it?", "Items");
    press(view, KeyCode.DIGIT6);
    press(view, KeyCode.DIGIT2);
    OnFx.run(() -> button(view, "See your day").fire());
    assertThat(OnFx.call(() -> view.scene().getFocusOwner().getClass().getSimpleName()))
        .isEqualTo("ReviewPage");
    assertThat(face.sent).as("looking is no answer").isEmpty();
    OnFx.run(() -> view.show(Page.TODAY));
    press(view, KeyCode.ENTER);
    assertThat(face.sent).containsExactly(new Input.CheckIn(false, 6, null, null, null, null, 2));
    assertThat(words(view)).doesNotContain("The end of your day");
  }

  @Test
  void skipPutsTheQuestionAsideForEveryFace() {
    Moments moment = Moments.sprint();
    moment.questions = new app.respite.domain.day.Snapshot.Questions(true, false, false);
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = view(face);
    assertThat(words(view)).contains("Before this sprint");
    OnFx.run(() -> button(view, "Skip").fire());
    assertThat(face.sent).containsExactly(new Input.SkipQuestion(Input.Question.BEFORE));
    assertThat(words(view)).doesNotContain("Before this sprint");
  }

  /** B27: a digit typed for something else answers no question that has just come. */
  @Test
  void theQuestionBeforeASprintTakesNoKeyInItsFirstSecond() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    MainView view = view(face);
    Moments moment = Moments.sprint();
    moment.questions = new app.respite.domain.day.Snapshot.Questions(true, false, false);
    OnFx.run(() -> face.tell(moment.build()));
    press(view, KeyCode.DIGIT4);
    press(view, KeyCode.ENTER);
    assertThat(face.sent).isEmpty();
    face.pass(Duration.ofSeconds(1));
    press(view, KeyCode.DIGIT4);
    press(view, KeyCode.ENTER);
    assertThat(face.sent).containsExactly(new Input.CheckIn(true, 4, null, null, null, null, null));
  }

  @Test
  void aSuggestionIsTakenOrPutAwayWithOneKey() {
    Moments moment = Moments.sprint();
    moment.suggestion =
        new app.respite.domain.fatigue.Suggestion(
            app.respite.domain.fatigue.Suggestion.Kind.ENOUGH,
            null,
            null,
            "You have worked about 7 hours, and may be tired. It may be enough for today.",
            Moments.AT);
    moment.can.addAll(
        List.of(
            app.respite.domain.day.Snapshot.Action.TAKE,
            app.respite.domain.day.Snapshot.Action.DISMISS));
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = view(face);
    assertThat(words(view))
        .contains(moment.suggestion.sentence(), "Stop for today, key Y", "Not today, key N");
    press(view, KeyCode.Y);
    assertThat(face.sent).as("it has only just come").isEmpty();
    face.pass(Duration.ofSeconds(1));
    press(view, KeyCode.Y);
    press(view, KeyCode.N);
    assertThat(face.sent)
        .containsExactly(new Input.TakeSuggestion(), new Input.DismissSuggestion());
  }

  @Test
  void thePromptAndTheCheckInKeepTheirKeysApart() {
    Moments moment = Moments.restDue();
    moment.checkIn = UUID.randomUUID();
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = awake(face);
    press(view, KeyCode.DIGIT2);
    assertThat(face.sent).isEmpty();
    press(view, KeyCode.J);
    assertThat(face.sent).containsExactly(new Input.Postpone(Duration.ofMinutes(5)));
    OnFx.run(() -> button(view, "Save").fire());
    assertThat(face.sent).last().isEqualTo(new Input.CheckIn(false, 2, null, 14, null, null, null));
  }

  @Test
  void lettersTypedIntoAFieldStayThere() {
    Moments moment = Moments.restDue();
    moment.checkIn = UUID.randomUUID();
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = awake(face);
    OnFx.run(
        () -> {
          find(
                  view.scene().getRoot(),
                  javafx.scene.control.ToggleButton.class,
                  "Show items, rejected, note")
              .fire();
          field(view.scene().getRoot()).requestFocus();
        });
    press(view, KeyCode.X);
    press(view, KeyCode.J);
    assertThat(face.sent).isEmpty();
  }

  @Test
  void enterSavesWhatIsMarkedEvenFromAField() {
    Moments moment = Moments.onBreak();
    moment.checkIn = UUID.randomUUID();
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = awake(face);
    press(view, KeyCode.DIGIT4);
    OnFx.run(
        () -> {
          find(
                  view.scene().getRoot(),
                  javafx.scene.control.ToggleButton.class,
                  "Show items, rejected, note")
              .fire();
          field(view.scene().getRoot()).requestFocus();
        });
    press(view, KeyCode.ENTER);
    assertThat(face.sent).containsExactly(new Input.CheckIn(false, 4, null, 14, null, null, null));
  }

  @Test
  void theNextSprintFoldsTheQuestionAndKeepsWhatWasMarked() {
    Moments moment = Moments.onBreak();
    moment.checkIn = UUID.randomUUID();
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = awake(face);
    press(view, KeyCode.DIGIT6);
    Moments next = Moments.sprint();
    next.checkIn = moment.checkIn;
    next.elapsed = Duration.ofMinutes(1);
    next.remaining = Duration.ofMinutes(24);
    OnFx.run(() -> face.tell(next.build()));
    OnFx.run(view::render);
    assertThat(words(view)).contains("How was that sprint?", "Answer").doesNotContain("Save");
    OnFx.run(() -> button(view, "Answer").fire());
    press(view, KeyCode.DIGIT3);
    press(view, KeyCode.ENTER);
    assertThat(face.sent).hasSize(1);
    assertThat((Input.CheckIn) face.sent.getFirst())
        .extracting(Input.CheckIn::fatigue, Input.CheckIn::effort)
        .containsExactly(6, 3);
  }

  @Test
  void oneQuestionIsAskedAtATime() {
    Moments moment = Moments.onBreak();
    moment.checkIn = UUID.randomUUID();
    moment.askIdle =
        new app.respite.domain.day.Snapshot.IdleQuestion(
            Moments.AT.minusSeconds(1500), Moments.AT.minusSeconds(60));
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = view(face);
    assertThat(words(view))
        .contains("What was that time? Without an answer it counts as rest.")
        .doesNotContain("How was that sprint?");
    moment.askIdle = null;
    OnFx.run(() -> face.tell(moment.build()));
    OnFx.run(view::render);
    assertThat(words(view))
        .contains("How was that sprint?")
        .doesNotContain("What was that time? Without an answer it counts as rest.");
  }

  @Test
  void theFiguresAreThoseOfTheCoachAndItsJournal() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    MainView view = view(face);
    assertThat(words(view))
        .contains("18:42", "sprint 2 of 4", "47 min", "Count an item (14)")
        .contains("3 sprints · 1 h 30 min work · 100 items, 72 an hour on Boxes · 2 breaks");
    face.pass(Duration.ofSeconds(60));
    OnFx.run(view::render);
    assertThat(words(view)).contains("17:42", "48 min");
  }

  @Test
  void aCoachThatIsGoneIsSaidWithTheWayBack() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    MainView view = view(face);
    OnFx.run(() -> face.lose("The coach has ended"));
    assertThat(words(view))
        .contains("The coach has ended. What you see is as of 10:17; your journal is safe.")
        .contains("18:42");
    press(view, KeyCode.SPACE);
    assertThat(face.sent).isEmpty();
    assertThat(view.ticks()).isFalse();
    OnFx.run(() -> button(view, "Start the coach again").fire());
    assertThat(words(view)).noneMatch(text -> text.contains("as of"));
    press(view, KeyCode.SPACE);
    assertThat(face.sent).containsExactly(new Input.Pause(null));
  }

  @Test
  void aCoachThatDoesNotStartSaysWhy() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    MainView view =
        view(
            face,
            face.coaches(
                () -> {
                  throw new CoachException(
                      CoachException.Kind.STORE, "The journal is held elsewhere");
                }));
    OnFx.run(() -> face.lose(""));
    OnFx.run(() -> button(view, "Start the coach again").fire());
    assertThat(words(view)).contains("The journal is held elsewhere");
  }

  private static final class Rig {
    final FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    final List<Runnable> later = new ArrayList<>();
    final List<Runnable> apart = new ArrayList<>();
    final Stage stage;
    final WindowApp app;

    Rig(Supplier<FaceContext> start) {
      face.running = false;
      stage = OnFx.call(Stage::new);
      app =
          OnFx.call(
              () ->
                  new WindowApp(
                      face.coaches(start == null ? face::context : start),
                      apart::add,
                      stage,
                      (wait, work) -> later.add(work),
                      ""));
      OnFx.run(app::begin);
    }

    /** What may take a while has been done, the newest first. */
    void work() {
      while (!apart.isEmpty()) {
        apart.removeLast().run();
        OnFx.run(() -> {});
      }
    }

    List<String> words() {
      return OnFx.call(
          () -> {
            List<String> found = new ArrayList<>();
            if (stage.isShowing()) {
              collect(stage.getScene().getRoot(), found);
            }
            return found;
          });
    }
  }

  @Test
  void aWindowShowsNothingBeforeItHasSomethingToShow() {
    Rig rig = new Rig(null);
    assertThat(OnFx.call(rig.stage::isShowing)).isFalse();
    rig.face.running = true;
    rig.work();
    assertThat(rig.words()).contains("18:42").doesNotContain("Starting the coach…");
    OnFx.run(rig.stage::hide);
  }

  @Test
  void aLineIsThereWhileTheCoachStarts() {
    FakeFace other = new FakeFace(Moments.sprint().build()).withMorning();
    List<String> meanwhile = new ArrayList<>();
    Rig[] rig = new Rig[1];
    rig[0] =
        new Rig(
            () -> {
              OnFx.run(() -> {});
              assertThat(rig[0].words()).as("a coach that is quick needs no line").isEmpty();
              OnFx.run(() -> rig[0].later.removeFirst().run());
              rig[0].apart.removeLast().run();
              meanwhile.addAll(rig[0].words());
              return other.context();
            });
    rig[0].face.preferences = rig[0].face.preferences.with(CoachKeys.THEME, CoachKeys.Theme.DARK);
    rig[0].work();
    assertThat(meanwhile).containsExactly("Starting the coach…");
    assertThat(rig[0].words()).contains("18:42");
    OnFx.run(rig[0].stage::hide);
  }

  @Test
  void aCoachThatCannotStartSaysWhyAndIsTriedAgain() {
    List<CoachException> faults = new ArrayList<>();
    faults.add(new CoachException(CoachException.Kind.STORE, "the disk is full; make room"));
    FakeFace mended = new FakeFace(Moments.sprint().build()).withMorning();
    Rig rig =
        new Rig(
            () -> {
              if (!faults.isEmpty()) {
                throw faults.removeFirst();
              }
              return mended.context();
            });
    rig.work();
    assertThat(rig.words())
        .contains("Respite cannot start", "The disk is full; make room", "Try again");
    OnFx.run(
        () -> {
          Pictures.write("cannot-start", rig.stage.getScene().snapshot(null));
          find(rig.stage.getScene().getRoot(), javafx.scene.control.Button.class, "Try again")
              .fire();
        });
    rig.work();
    assertThat(rig.words()).contains("18:42");
    OnFx.run(rig.stage::hide);
  }

  @Test
  void aCoachThatSomebodyElseStartsIsFound() {
    Rig rig =
        new Rig(
            () -> {
              throw new CoachException(CoachException.Kind.STORE, "no room");
            });
    rig.work();
    OnFx.run(() -> rig.later.removeFirst().run());
    rig.work();
    assertThat(rig.words()).contains("Respite cannot start");
    rig.face.running = true;
    OnFx.run(() -> rig.later.removeFirst().run());
    rig.work();
    assertThat(rig.words()).contains("18:42");
    OnFx.run(rig.stage::hide);
  }

  @Test
  void aWindowThatLostItsCoachFindsTheNextOneByItself() {
    Rig rig = new Rig(null);
    rig.work();
    rig.later.clear();
    OnFx.run(() -> rig.face.lose("the coach has ended"));
    assertThat(rig.later).hasSize(1);
    OnFx.run(() -> rig.later.removeFirst().run());
    assertThat(rig.words()).contains("Start the coach again");
    rig.face.running = true;
    rig.face.preferences = rig.face.preferences.with(CoachKeys.INTERFACE_SCALE, new BigDecimal(2));
    OnFx.run(() -> rig.later.removeFirst().run());
    assertThat(rig.words()).doesNotContain("Start the coach again").contains("18:42");
    assertThat(rig.later).as("it looks no further").hasSizeLessThanOrEqualTo(1);
    OnFx.run(rig.stage::hide);
  }

  @Test
  void theThirdPageTellsMoneyAndIsReadAnewAfterABooking() {
    FakeFace face = new FakeFace(Moments.off().build()).withMorning();
    MainView view = view(face);
    OnFx.run(
        () -> {
          Node target = view.scene().getFocusOwner();
          Event.fireEvent(
              target,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "3", KeyCode.DIGIT3, false, true, false, false));
          lay(view);
        });
    assertThat(view.built()).containsExactlyInAnyOrder(Page.TODAY, Page.MONEY);
    assertThat(words(view)).contains("March 2026 so far", "Book a payout");
    face.records.add(
        new Payout(
            UUID.randomUUID(),
            "Remotasks",
            LocalDate.parse("2026-03-02"),
            new Money(new BigDecimal("7.25"), "USD"),
            null,
            null,
            null,
            null));
    OnFx.run(() -> face.tell(Moments.off().build()));
    assertThat(words(view)).contains("7.25 USD of Remotasks");
  }

  @Test
  void everyPagesTabIsInTheNarrowestWindow() {
    MainView view = view(new FakeFace(Moments.sprint().build()).withMorning());
    OnFx.run(
        () -> {
          view.scene().getRoot().resize(360, 480);
          lay(view);
          // What it is narrow for is known after it was laid out once.
          lay(view);
          Pictures.write("window-narrow", view.scene().getRoot().snapshot(null, null));
          Node header = view.scene().getRoot().lookup(".header");
          assertThat(((Parent) header).getChildrenUnmodifiable())
              .filteredOn(Node::isVisible)
              .allSatisfy(
                  one ->
                      assertThat(one.localToScene(one.getLayoutBounds()).getMaxX())
                          .as(String.valueOf(one))
                          .isLessThanOrEqualTo(360));
        });
  }

  @Test
  void onlyThePageInSightIsBuilt() {
    MainView view = view(new FakeFace(Moments.sprint().build()).withMorning());
    assertThat(view.built()).containsExactlyInAnyOrder(Page.TODAY);
    OnFx.run(() -> view.show(Page.TASKS));
    assertThat(view.built()).containsExactlyInAnyOrder(Page.TODAY, Page.TASKS);
  }

  @Test
  void theQuestionMarkShowsTheKeys() {
    MainView view = view(new FakeFace(Moments.sprint().build()).withMorning());
    OnFx.run(
        () -> {
          Event.fireEvent(
              view.scene(),
              new KeyEvent(
                  KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false));
          lay(view);
          Pictures.write("keys", view.scene().snapshot(null));
        });
    assertThat(words(view)).contains("Pause, or go on", "Skip the break that is due");
    press(view, KeyCode.ESCAPE);
    assertThat(words(view)).doesNotContain("Pause, or go on");
  }

  @Test
  void aTaskIsSavedThroughTheCoach() {
    FakeFace face = new FakeFace(Moments.off().build());
    MainView view = view(face);
    OnFx.run(
        () -> {
          view.show(Page.TASKS);
          lay(view);
          field(view.scene().getRoot()).setText("Boxes");
          button(view, "Save").fire();
        });
    assertThat(face.asked).hasSize(1);
    assertThat(words(view)).contains("Edit Boxes, unpaid", "Edit");
  }

  /** One timer at a time, and none while nothing moves or nobody sees it. */
  @Test
  void theWindowWakesOnceASecondAndOnlyWhileSomethingMoves() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    List<Runnable> waiting = new ArrayList<>();
    Stage stage =
        OnFx.call(
            () -> {
              Stage made = new Stage();
              WindowApp app =
                  new WindowApp(
                      face.coaches(), Runnable::run, made, (wait, work) -> waiting.add(work), "");
              app.begin();
              return made;
            });
    assertThat(waiting).hasSize(1);
    OnFx.run(() -> waiting.removeFirst().run());
    assertThat(waiting).hasSize(1);
    OnFx.run(() -> face.tell(Moments.paused().build()));
    OnFx.run(() -> waiting.removeFirst().run());
    assertThat(waiting).isEmpty();
    OnFx.run(() -> face.tell(Moments.sprint().build()));
    assertThat(waiting).hasSize(1);
    OnFx.run(stage::hide);
    OnFx.run(() -> waiting.removeFirst().run());
    assertThat(waiting).isEmpty();
  }

  @Test
  void whatTakesTheKeyboardHasANameOnEveryPage() {
    Moments moment = Moments.restDue();
    moment.checkIn = UUID.randomUUID();
    MainView view = view(new FakeFace(moment.build()).withMorning());
    for (Page page : Page.values()) {
      OnFx.run(
          () -> {
            view.show(page);
            lay(view);
            assertNamed(view.scene().getRoot());
          });
    }
  }

  private static void assertNamed(Node node) {
    if (node instanceof Control control
        && control.isFocusTraversable()
        && !(control instanceof ScrollPane)) {
      boolean words = control instanceof Labeled labeled && !labeled.getText().isEmpty();
      boolean name = control.getAccessibleText() != null && !control.getAccessibleText().isEmpty();
      assertThat(words || name).as("a name for " + control).isTrue();
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(WindowTest::assertNamed);
    }
  }

  @Test
  void aPageThatOpensTakesTheKeys() {
    MainView view = view(new FakeFace(Moments.sprint().build()).withMorning());
    assertThat((Object) OnFx.call(() -> view.scene().getFocusOwner()))
        .isInstanceOf(app.respite.ui.today.TodayPage.class);
  }

  @Test
  void addingTheFirstTaskPutsTheKeysIntoItsName() {
    MainView view = view(new FakeFace(Moments.nothingChosen().build()));
    showTasks(view);
    OnFx.run(() -> button(view, "Add a task").fire());
    assertThat((Object) OnFx.call(() -> view.scene().getFocusOwner()))
        .isEqualTo(OnFx.call(() -> field(view.scene().getRoot())));
  }

  @Test
  void threeChoicesLeadFromAnEmptyHomeToARunningSprint() {
    FakeFace face = new FakeFace(Moments.nothingChosen().build());
    MainView view = view(face);
    OnFx.run(() -> button(view, "Start the first sprint").fire());
    assertThat(face.sent).isEmpty();
    assertThat(words(view)).contains("A name of 1 to 80 characters, such as Boxes");
    OnFx.run(
        () -> {
          field(view.scene().getRoot()).setText(" Boxes ");
          find(view.scene().getRoot(), ToggleButton.class, "50 and 10").fire();
          button(view, "Start the first sprint").fire();
        });
    OnFx.run(() -> {});
    assertThat(face.sent).hasSize(1);
    assertThat(((Input.Start) face.sent.getFirst()).task().name()).isEqualTo("Boxes");
    assertThat(face.preferences.get(app.respite.domain.breaks.SprintBreakRule.SPRINT))
        .isEqualTo(Duration.ofMinutes(50));
  }

  private static void showTasks(MainView view) {
    OnFx.run(
        () -> {
          view.show(Page.TASKS);
          view.scene().getRoot().applyCss();
          view.scene().getRoot().layout();
        });
  }

  private static void type(MainView view, KeyCode code, boolean control) {
    OnFx.run(
        () -> {
          Node target = view.scene().getFocusOwner();
          Event.fireEvent(
              target == null ? view.scene().getRoot() : target,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
  }

  @Test
  void everythingThatCanBeDoneIsFoundByItsName() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    MainView view = awake(face);
    type(view, KeyCode.K, true);
    OnFx.run(() -> field(view.scene().getRoot()).setText("tired"));
    type(view, KeyCode.ENTER, false);
    assertThat(face.sent).containsExactly(new Input.Tired());
    type(view, KeyCode.K, true);
    OnFx.run(() -> field(view.scene().getRoot()).setText("go mon"));
    type(view, KeyCode.ENTER, false);
    assertThat(words(view)).contains("Money");
    type(view, KeyCode.K, true);
    OnFx.run(() -> field(view.scene().getRoot()).setText("no such thing"));
    type(view, KeyCode.ENTER, false);
    type(view, KeyCode.ESCAPE, false);
    assertThat(face.sent).hasSize(1);
  }

  @Test
  void everyTaskCanBeStartedFromItsRow() {
    FakeFace face = new FakeFace(Moments.off().build()).withMorning();
    MainView view = view(face);
    showTasks(view);
    OnFx.run(() -> button(view, "Start").fire());
    assertThat(face.sent).hasSize(1);
    assertThat(face.sent.getFirst()).isInstanceOf(Input.Start.class);
    assertThat(words(view)).contains("25:00");
  }

  /** The arrow keys choose without pressing; what is seen is what is saved. */
  @Test
  void aRatingChosenWithTheArrowsIsTheOneThatIsSaved() {
    Moments moment = Moments.onBreak();
    moment.checkIn = UUID.randomUUID();
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = awake(face);
    press(view, KeyCode.DIGIT4);
    press(view, KeyCode.MINUS);
    OnFx.run(() -> find(view.scene().getRoot(), ToggleButton.class, "4").requestFocus());
    press(view, KeyCode.RIGHT);
    OnFx.run(() -> view.show(Page.TODAY));
    press(view, KeyCode.ENTER);
    assertThat(face.sent).containsExactly(new Input.CheckIn(false, 5, 10, 14, null, null, null));
  }

  @Test
  void aPayChosenWithTheArrowsAsksForItsAmount() {
    MainView view = view(new FakeFace(Moments.off().build()));
    OnFx.run(
        () -> {
          view.show(Page.TASKS);
          lay(view);
          find(view.scene().getRoot(), ToggleButton.class, "none").requestFocus();
        });
    press(view, KeyCode.LEFT);
    assertThat(words(view)).contains("Amount", "Currency");
  }

  @Test
  void theButtonThatCountsItemsKeepsTheFocusWhileItCounts() {
    Moments moment = Moments.sprint();
    FakeFace face = new FakeFace(moment.build()).withMorning();
    MainView view = view(face);
    OnFx.run(() -> button(view, "Count an item (14)").requestFocus());
    moment.items = 15;
    OnFx.run(() -> face.tell(moment.build()));
    assertThat((Object) OnFx.call(() -> view.scene().getFocusOwner()))
        .isEqualTo(OnFx.call(() -> button(view, "Count an item (15)")));
  }

  @Test
  void theCardOfKeysKeepsTheKeyboardAndGoesWithThePage() {
    MainView view = view(new FakeFace(Moments.sprint().build()).withMorning());
    OnFx.run(() -> button(view, "?").fire());
    press(view, KeyCode.TAB);
    assertThat((Object) OnFx.call(() -> view.scene().getFocusOwner()))
        .isEqualTo(OnFx.call(() -> button(view, "Close")));
    OnFx.run(() -> view.show(Page.TASKS));
    assertThat(words(view)).doesNotContain("Pause, or go on");
  }

  private static javafx.scene.control.Button button(MainView view, String text) {
    return find(view.scene().getRoot(), javafx.scene.control.Button.class, text);
  }

  private static <T extends Labeled> T find(Node node, Class<T> type, String text) {
    if (type.isInstance(node) && text.equals(((Labeled) node).getText())) {
      return type.cast(node);
    }
    if (node instanceof Parent parent && node.isVisible() && !(node instanceof Label)) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        T found = find(child, type, text);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static TextField field(Node node) {
    if (node instanceof TextField field && field.isVisible()) {
      return field;
    }
    if (node instanceof Parent parent && node.isVisible()) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        TextField found = field(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
