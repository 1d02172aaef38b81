package app.respite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Snapshot;
import app.respite.domain.fatigue.Suggestion;
import app.respite.ui.kit.FxThread;
import app.respite.ui.shell.MainView;
import app.respite.ui.shell.MainView.Page;
import app.respite.ui.shell.ShellViewModel;
import app.respite.ui.shell.WindowApp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen, by day and by night, wide and narrow, as pictures under target/pictures. */
@Tag("long")
class ScreensTest {
  enum Shape {
    USUAL(880, 620),
    WIDE(1280, 800),
    NARROW(360, 480),
    TALL(360, 900);

    final int width;
    final int height;

    Shape(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private final List<Stage> stages = new ArrayList<>();

  @BeforeAll
  static void start() {
    OnFx.run(() -> {});
  }

  @AfterEach
  void close() {
    OnFx.run(() -> stages.forEach(Stage::close));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theDayFitsEveryShape(Shape shape) {
    for (CoachKeys.Theme theme : List.of(CoachKeys.Theme.LIGHT, CoachKeys.Theme.DARK)) {
      picture("today-sprint", Moments.sprint(), theme, shape, Page.TODAY);
      picture("today-due", Moments.restDue(), theme, shape, Page.TODAY);
      picture("review", Moments.sprint(), theme, shape, Page.REVIEW);
      picture("tasks", Moments.sprint(), theme, shape, Page.TASKS);
      picture("settings", Moments.sprint(), theme, shape, Page.SETTINGS);
    }
  }

  @Test
  void everyStateOfTheDayHasItsScreen() {
    CoachKeys.Theme light = CoachKeys.Theme.LIGHT;
    CoachKeys.Theme dark = CoachKeys.Theme.DARK;
    for (Shape shape : List.of(Shape.USUAL, Shape.TALL)) {
      picture("today-nothing-chosen", Moments.nothingChosen(), light, shape, Page.TODAY);
      picture("today-off", Moments.off(), light, shape, Page.TODAY);
      picture("today-paused", Moments.paused(), light, shape, Page.TODAY);
      picture("today-break", Moments.onBreak(), light, shape, Page.TODAY);
      picture("today-break-over", Moments.breakOver(), dark, shape, Page.TODAY);
      picture("today-ready", Moments.ready(), light, shape, Page.TODAY);
      Moments checkIn = Moments.onBreak();
      checkIn.checkIn = UUID.randomUUID();
      picture("today-check-in", checkIn, light, shape, Page.TODAY);
      Moments idle = Moments.sprint();
      idle.askIdle =
          new app.respite.domain.day.Snapshot.IdleQuestion(
              Moments.AT.minusSeconds(1500), Moments.AT.minusSeconds(60));
      picture("today-idle", idle, light, shape, Page.TODAY);
    }
  }

  @Test
  void whatIsAskedAndSuggestedFitsEveryShape() {
    for (Shape shape : List.of(Shape.USUAL, Shape.NARROW, Shape.TALL)) {
      for (CoachKeys.Theme theme : List.of(CoachKeys.Theme.LIGHT, CoachKeys.Theme.DARK)) {
        Moments before = Moments.sprint();
        before.questions = new Snapshot.Questions(true, false, false);
        before.basis =
            "We do not know your pattern yet (2 of 3 ratings), so this is the standard reminder";
        picture("ask-before", before, theme, shape, Page.TODAY);
        Moments evening = Moments.off();
        evening.questions = new Snapshot.Questions(false, true, false);
        picture("ask-evening", evening, theme, shape, Page.TODAY);
        Moments both = Moments.off();
        both.questions = new Snapshot.Questions(false, true, true);
        picture("ask-two-weeks", both, theme, shape, Page.TODAY);
        Moments all = Moments.off();
        all.checkIn = UUID.randomUUID();
        all.questions = new Snapshot.Questions(false, true, true);
        picture("ask-sprint-and-evening", all, theme, shape, Page.TODAY);
        Moments suggested = Moments.sprint();
        suggested.basis =
            "Still learning your pattern (7 ratings): you may reach 6/10 after about 55-80 min";
        suggested.suggestion =
            new Suggestion(
                Suggestion.Kind.LONGER_BREAK,
                java.time.Duration.ofMinutes(15),
                null,
                "By your last 34 rated sprints you may be about 7/10 tired now. A rest of 15 min"
                    + " may do more than one of 10.",
                Moments.AT);
        suggested.can.addAll(Set.of(Snapshot.Action.TAKE, Snapshot.Action.DISMISS));
        picture("suggested", suggested, theme, shape, Page.TODAY);
      }
    }
  }

  @Test
  void anEmptyBeginningSaysTheFirstStep() {
    FakeFace face = new FakeFace(Moments.nothingChosen().build());
    picture("today-first", face, CoachKeys.Theme.LIGHT, Shape.USUAL, Page.TODAY, view -> {});
    picture("tasks-first", face, CoachKeys.Theme.LIGHT, Shape.USUAL, Page.TASKS, view -> {});
  }

  @Test
  void aCoachThatIsGoneIsSaidAndTheDayStays() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    picture(
        "today-lost",
        face,
        CoachKeys.Theme.LIGHT,
        Shape.USUAL,
        Page.TODAY,
        view -> face.lose("The coach has ended"));
  }

  @Test
  void everyPartOfTheSettingsIsDrawn() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    for (CoachKeys.Theme theme : List.of(CoachKeys.Theme.LIGHT, CoachKeys.Theme.DARK)) {
      picture("settings-all", face, theme, 880, 2300, Page.SETTINGS, view -> {});
      picture("tasks-all", face, theme, 880, 1300, Page.TASKS, view -> {});
      picture("settings-all", face, theme, 360, 3300, Page.SETTINGS, view -> {});
    }
  }

  @Test
  void aLongTaskNameIsCutAndNotTheWindow() {
    Moments moment = Moments.sprint();
    moment.task =
        "Bounding boxes for night-time traffic scenes, second review round, part 17 of 40";
    FakeFace face = new FakeFace(moment.build()).withMorning();
    picture("today-long", face, CoachKeys.Theme.LIGHT, Shape.NARROW, Page.TODAY, view -> {});
    Moments off = Moments.off();
    off.task = moment.task;
    FakeFace stopped = new FakeFace(off.build()).withMorning();
    picture("today-long-off", stopped, CoachKeys.Theme.LIGHT, Shape.USUAL, Page.TODAY, view -> {});
  }

  @Test
  void twiceAsLargeStillFits() {
    FakeFace face = new FakeFace(Moments.sprint().build()).withMorning();
    face.preferences = face.preferences.with(CoachKeys.INTERFACE_SCALE, new BigDecimal("2"));
    picture("today-double", face, CoachKeys.Theme.LIGHT, Shape.WIDE, Page.TODAY, view -> {});
  }

  @Test
  void rightToLeftDoesNotFail() {
    FakeFace face = new FakeFace(Moments.restDue().build()).withMorning();
    picture(
        "today-rtl",
        face,
        CoachKeys.Theme.LIGHT,
        Shape.USUAL,
        Page.TODAY,
        view -> view.scene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
  }

  private void picture(String name, Moments moment, CoachKeys.Theme theme, Shape shape, Page page) {
    FakeFace face = new FakeFace(moment.build()).withMorning();
    picture(name, face, theme, shape, page, view -> {});
  }

  private void picture(
      String name,
      FakeFace face,
      CoachKeys.Theme theme,
      Shape shape,
      Page page,
      Consumer<MainView> before) {
    picture(name, face, theme, shape.width, shape.height, page, before);
  }

  private void picture(
      String name,
      FakeFace face,
      CoachKeys.Theme theme,
      int width,
      int height,
      Page page,
      Consumer<MainView> before) {
    face.preferences = face.preferences.with(CoachKeys.THEME, theme);
    WritableImage image =
        OnFx.call(
            () -> {
              ShellViewModel model =
                  new ShellViewModel(face.context(), FxThread::run, face.coaches());
              MainView view = WindowApp.view(model);
              Stage stage = new Stage();
              stages.add(stage);
              stage.setScene(view.scene());
              stage.setWidth(width);
              stage.setHeight(height);
              view.show(page);
              before.accept(view);
              stage.show();
              view.render();
              view.scene().getRoot().applyCss();
              view.scene().getRoot().layout();
              view.scene().getRoot().layout();
              WritableImage shot = view.scene().snapshot(null);
              assertThat(Clipped.in(view.scene().getRoot()))
                  .as("%s, %s x %s", name, width, height)
                  .isEmpty();
              stage.close();
              return shot;
            });
    assertThat(image.getWidth()).isEqualTo(width);
    Pictures.write(name + "-" + theme.name().toLowerCase() + "-" + width + "x" + height, image);
  }
}
