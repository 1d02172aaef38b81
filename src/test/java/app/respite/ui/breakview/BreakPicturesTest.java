package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Prompting;
import app.respite.coach.port.Prompting.Form;
import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.OnFx;
import app.respite.ui.Pictures;
import app.respite.ui.breakview.BreakFace.AnswerAction;
import app.respite.ui.breakview.BreakViewModel.Whole;
import app.respite.ui.breakview.ScreenLayout.Cover;
import app.respite.ui.breakview.ScreenLayout.Monitor;
import app.respite.ui.kit.Box;
import app.respite.ui.theme.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The break view by day and by night, on screens of many shapes; pictures in target/pictures. */
@Tag("long")
class BreakPicturesTest {
  enum Shape {
    USUAL(1280, 800, 1),
    LARGE(1920, 1080, 1),
    TALL(720, 1280, 1),
    NARROW(360, 640, 1),
    LOW(640, 480, 1),
    SCALED(1280, 800, 1.25),
    DOUBLED(1280, 800, 2);

    final int width;
    final int height;
    final double wanted;

    Shape(int width, int height, double wanted) {
      this.width = width;
      this.height = height;
      this.wanted = wanted;
    }
  }

  private static final BreakPane.Deeds NOTHING =
      new BreakPane.Deeds() {
        @Override
        public void press(AnswerAction deed) {}

        @Override
        public void hold(boolean down) {}

        @Override
        public boolean touched() {
          return true;
        }
      };

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theQuestionFits(Shape shape) {
    picture("view-asks", Moments.restDue(), Steps.of(Form.VIEW), shape, (model, face) -> {});
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theBreakFits(Shape shape) {
    picture(
        "view-break",
        Moments.onBreak(),
        Steps.of(Form.BREAK),
        shape,
        (model, face) ->
            model.idea("Pick one far point and one near, and go between them slowly."));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyWordAtOnceFits(Shape shape) {
    Moments moment = Moments.restDue();
    DueBreak due = moment.due;
    moment.due =
        new DueBreak(
            due.kind(),
            due.state(),
            due.length(),
            due.since(),
            due.at(),
            1,
            false,
            due.reason(),
            Duration.ofMinutes(2));
    moment.claimedUntil = Moments.AT.plusSeconds(300);
    picture(
        "view-asks-all",
        moment,
        Steps.of(Form.VIEW),
        shape,
        (model, face) -> {
          if (model.sight() instanceof Whole whole) {
            model.commands(whole.face().answers().get(1).deed());
          }
          model.refused("The coach is busy: it could not write to the journal");
        });
  }

  @Test
  void everyStateHasItsPicture() {
    picture(
        "view-strict", Steps.strictlyDue(), Steps.of(Form.VIEW), Shape.USUAL, (model, face) -> {});
    picture(
        "view-over", Moments.breakOver(), Steps.of(Form.BREAK), Shape.USUAL, (model, face) -> {});
    Moments long_ = Moments.breakOver();
    long_.overtime = Duration.ofMinutes(74);
    picture("view-long-over", long_, Steps.of(Form.BREAK), Shape.LOW, (model, face) -> {});
    picture(
        "view-hold",
        Steps.strictBreak(),
        Steps.of(Form.BREAK),
        Shape.USUAL,
        (model, face) -> {
          model.sight();
          model.press("Esc");
        });
    Moments firm = Moments.onBreak();
    firm.strictness = Strictness.FIRM;
    picture(
        "view-firm",
        firm,
        Steps.of(Form.BREAK),
        Shape.USUAL,
        (model, face) -> {
          model.idea("Fill a glass of water and drink it standing.");
          model.commands(new AnswerAction.End());
        });
    Moments last = Moments.restDue();
    last.can.remove(Action.POSTPONE);
    picture(
        "view-chosen",
        last,
        Steps.of(Form.VIEW),
        Shape.USUAL,
        (model, face) -> {
          model.sight();
          face.pass(Duration.ofSeconds(1));
          model.press("Tab");
          face.monotonic = face.monotonic.minusSeconds(1);
        });
  }

  private static void picture(
      String name,
      Moments moment,
      Prompting prompting,
      Shape shape,
      BiConsumer<BreakViewModel, FakeFace> before) {
    FakeFace face = new FakeFace(moment.build());
    face.tell(moment.build(), prompting);
    for (Look look : Look.values()) {
      BreakViewModel model = new BreakViewModel(face.update, face.context().clock());
      model.lockable(true);
      before.accept(model, face);
      face.pass(Duration.ofMillis(2600));
      BreakFace shown = ((Whole) model.sight()).face();
      face.monotonic = face.monotonic.minusMillis(2600);
      WritableImage image =
          OnFx.call(
              () -> {
                Box screen = new Box(0, 0, shape.width, shape.height);
                Cover cover =
                    ScreenLayout.of(List.of(new Monitor(screen, screen, 1)), shape.wanted)
                        .covers()
                        .getFirst();
                BreakPane pane = new BreakPane(NOTHING);
                Scene scene = new Scene(pane, shape.width, shape.height);
                look.dress(scene);
                pane.fit(cover);
                pane.show(shown);
                pane.breathe(0.7);
                for (int i = 0; i < 3; i++) {
                  pane.applyCss();
                  pane.layout();
                }
                assertWhole(pane, screen);
                return scene.snapshot(null);
              });
      Pictures.write(
          name
              + "-"
              + look.name().toLowerCase(Locale.ROOT)
              + "-"
              + shape.name().toLowerCase(Locale.ROOT),
          image);
    }
  }

  /** Everything lies on the screen, no word is cut, and no button lies on another. */
  private static void assertWhole(BreakPane pane, Box screen) {
    List<Node> all = new ArrayList<>();
    collect(pane, all);
    List<Bounds> buttons = new ArrayList<>();
    for (Node node : all) {
      if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
        Bounds at = labeled.localToScene(labeled.getLayoutBounds());
        assertThat(at.getMinX()).as(labeled.getText()).isGreaterThanOrEqualTo(0);
        assertThat(at.getMinY()).as(labeled.getText()).isGreaterThanOrEqualTo(0);
        assertThat(at.getMaxX()).as(labeled.getText()).isLessThanOrEqualTo(screen.right() + 0.5);
        assertThat(at.getMaxY()).as(labeled.getText()).isLessThanOrEqualTo(screen.bottom() + 0.5);
        assertThat(shownText(labeled)).isEqualTo(labeled.getText());
        if (labeled instanceof Button) {
          for (Bounds other : buttons) {
            assertThat(other.intersects(inner(at))).as(labeled.getText()).isFalse();
          }
          buttons.add(at);
        }
      }
    }
    assertThat(buttons).isNotEmpty();
  }

  private static Bounds inner(Bounds at) {
    return new javafx.geometry.BoundingBox(
        at.getMinX() + 1, at.getMinY() + 1, at.getWidth() - 2, at.getHeight() - 2);
  }

  private static String shownText(Labeled labeled) {
    return labeled.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(text -> ((Text) text).getText())
        .findFirst()
        .orElse("");
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    found.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}
