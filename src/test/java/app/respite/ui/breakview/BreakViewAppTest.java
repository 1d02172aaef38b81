package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Prompting.Form;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.SystemFlag;
import app.respite.domain.day.CoachKeys.Theme;
import app.respite.domain.day.Input;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.OnFx;
import app.respite.ui.Pictures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The face as a whole, on the headless screen. */
class BreakViewAppTest {
  private record Waiting(Duration length, Runnable work) {}

  private final FakeFace coach = new FakeFace(Moments.sprint().build()).withMorning();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<String> focus = new ArrayList<>();
  private Set<Window> before;
  private int ended;
  private BreakViewApp app;

  private final FocusKeeper keeper =
      new FocusKeeper() {
        @Override
        public void remember() {
          focus.add("remember");
        }

        @Override
        public void giveBack() {
          focus.add("give back");
        }

        @Override
        public void close() {}
      };

  @BeforeEach
  void open() {
    coach.preferences = coach.preferences.with(CoachKeys.THEME, Theme.DARK);
    before = OnFx.call(() -> new HashSet<>(Window.getWindows()));
    OnFx.run(
        () -> {
          app =
              new BreakViewApp(
                  coach.context(),
                  keeper,
                  Optional::empty,
                  (wait, work) -> waiting.add(new Waiting(wait, work)),
                  () -> ended++);
          app.render();
        });
    // What waits for the screen's thread, such as the lock that is sought, has run after this.
    OnFx.run(() -> {});
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          windows(Popup.class).forEach(Window::hide);
          windows(Stage.class).forEach(Window::hide);
        });
  }

  private <W extends Window> List<W> windows(Class<W> kind) {
    return Window.getWindows().stream()
        .filter(window -> !before.contains(window))
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private List<Popup> popups() {
    return OnFx.call(() -> windows(Popup.class));
  }

  private void tell(Moments moment, app.respite.coach.port.Prompting prompting) {
    OnFx.run(() -> coach.tell(moment.build(), prompting));
    OnFx.run(() -> {});
  }

  private void pass(long millis) {
    coach.pass(Duration.ofMillis(millis));
    OnFx.run(() -> app.render());
  }

  private void key(KeyCode code) {
    OnFx.run(
        () -> {
          Stage stage = windows(Stage.class).getFirst();
          Event.fireEvent(
              stage.getScene(),
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
        });
  }

  private static List<String> words(Window window) {
    return OnFx.call(
        () -> {
          List<String> found = new ArrayList<>();
          collect(window.getScene().getRoot(), found);
          return found;
        });
  }

  private static void collect(Node node, List<String> found) {
    if (node.isVisible() && node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
      found.add(labeled.getText());
    }
    if (node.isVisible() && node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  @Test
  void aWarningMakesReadyAndShowsNothing() {
    tell(Moments.sprint(), Steps.of(Form.WARNING));
    assertThat(OnFx.call(() -> windows(Popup.class))).isEmpty();
    assertThat(coach.asked).isEmpty();
  }

  @Test
  void theSmallPromptIsAPopupAtACornerThatTakesNoKeyboard() {
    tell(Moments.restDue(), Steps.small());
    assertThat(popups()).hasSize(1);
    Popup popup = popups().getFirst();
    assertThat(words(popup)).contains("Time for a rest · 62 min since the last", "Skip");
    assertThat(OnFx.call(() -> windows(Stage.class))).isEmpty();
    assertThat(coach.asked).containsExactly(new CoachRequest.ViewShown(Form.SMALL));
    Pictures.write("corner-dark", OnFx.call(() -> popup.getScene().snapshot(null)));
    double right = OnFx.call(() -> popup.getX() + popup.getWidth());
    assertThat(right).isLessThanOrEqualTo(Screen.getPrimary().getVisualBounds().getMaxX());
  }

  @Test
  void theViewCoversTheScreenInItsOwnLook() {
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    Popup popup = popups().getFirst();
    assertThat(OnFx.call(popup::getWidth)).isEqualTo(Screen.getPrimary().getBounds().getWidth());
    assertThat(OnFx.call(popup::getHeight)).isEqualTo(Screen.getPrimary().getBounds().getHeight());
    assertThat(coach.asked).containsExactly(new CoachRequest.ViewShown(Form.VIEW));
    Color corner = OnFx.call(() -> popup.getScene().snapshot(null).getPixelReader().getColor(3, 3));
    assertThat(corner).isEqualTo(Color.web("#0e1518"));
  }

  @Test
  void otherSettingsShowAtOnceWhileItIsOpen() {
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    OnFx.run(
        () -> {
          coach.preferences = coach.preferences.with(CoachKeys.THEME, Theme.LIGHT);
          coach.settingsChanged();
        });
    OnFx.run(() -> {});
    assertThat(popups()).hasSize(1);
    Popup popup = popups().getFirst();
    Color corner = OnFx.call(() -> popup.getScene().snapshot(null).getPixelReader().getColor(3, 3));
    assertThat(corner).isEqualTo(Color.web("#f1f5f2"));
  }

  @Test
  void takesTheKeyboardFromStillHandsAndGivesItBack() {
    tell(Moments.restDue(), Steps.still(Form.VIEW, Duration.ofSeconds(5)));
    assertThat(OnFx.call(() -> windows(Stage.class))).isEmpty();
    pass(1000);
    assertThat(OnFx.call(() -> windows(Stage.class))).hasSize(1);
    key(KeyCode.B);
    assertThat(coach.sent).containsExactly(new Input.Accept());
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    assertThat(coach.asked)
        .containsExactly(
            new CoachRequest.ViewShown(Form.VIEW), new CoachRequest.ViewShown(Form.BREAK));
    assertThat(OnFx.call(() -> windows(Stage.class))).hasSize(1);
    tell(Moments.ready(), Steps.of(Form.AFTER));
    assertThat(OnFx.call(() -> windows(Stage.class))).isEmpty();
    assertThat(popups()).isEmpty();
    assertThat(focus).startsWith("remember").endsWith("give back").containsOnlyOnce("give back");
  }

  @Test
  void theBreakShowsAnIdeaThatFitsTheWork() {
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    OnFx.run(() -> app.render());
    List<String> said = words(popups().getFirst());
    assertThat(said)
        .anyMatch(
            line -> IdeaFiles.shipped("en").stream().anyMatch(idea -> idea.text().equals(line)));
    pass(1000);
    assertThat(words(popups().getFirst()))
        .containsAll(said.stream().filter(line -> line.endsWith(".")).toList());
  }

  @Test
  void nothingMovesWithReducedMotion() {
    coach.preferences = coach.preferences.with(CoachKeys.REDUCED_MOTION, SystemFlag.ON);
    OnFx.run(coach::settingsChanged);
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    assertThat(waiting).noneMatch(each -> each.length().equals(Breath.STEP));
    coach.preferences = coach.preferences.with(CoachKeys.REDUCED_MOTION, SystemFlag.OFF);
    OnFx.run(coach::settingsChanged);
    OnFx.run(() -> {});
    assertThat(waiting).anyMatch(each -> each.length().equals(Breath.STEP));
  }

  @Test
  void endsWhenNothingIsDueForAWhile() {
    Waiting end =
        waiting.stream()
            .filter(each -> each.length().equals(BreakViewApp.LINGER))
            .findFirst()
            .orElseThrow();
    tell(Moments.restDue(), Steps.of(Form.VIEW));
    OnFx.run(end.work());
    assertThat(ended).isZero();
    waiting.clear();
    tell(Moments.ready(), Steps.of(Form.AFTER));
    List<Waiting> ends =
        waiting.stream().filter(each -> each.length().equals(BreakViewApp.LINGER)).toList();
    assertThat(ends).hasSize(1);
    OnFx.run(ends.getFirst().work());
    assertThat(ended).isEqualTo(1);
  }

  @Test
  void withoutTheCoachNothingStaysOnTheScreen() {
    tell(Moments.onBreak(), Steps.of(Form.BREAK));
    OnFx.run(() -> coach.lose("The coach has ended"));
    assertThat(popups()).isEmpty();
    assertThat(ended).isEqualTo(1);
  }

  /** B33. */
  @Test
  void fiftyBreaksLeaveNoWindowBehind() {
    for (int i = 0; i < 50; i++) {
      tell(Moments.restDue(), Steps.small());
      tell(Moments.restDue(), Steps.still(Form.VIEW, Duration.ofSeconds(5)));
      pass(1000);
      tell(Moments.onBreak(), Steps.of(Form.BREAK));
      tell(Moments.ready(), Steps.of(Form.AFTER));
    }
    assertThat(OnFx.call(() -> windows(Popup.class).size() + windows(Stage.class).size())).isZero();
    assertThat(coach.asked).hasSize(150);
  }
}
