package app.respite.ui.breakview;

import app.respite.ui.breakview.CornerPlace.Under;
import app.respite.ui.kit.Box;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.PromptPane;
import app.respite.ui.kit.PromptViewModel.Choice;
import app.respite.ui.kit.PromptViewModel.Face;
import app.respite.ui.kit.Screens;
import app.respite.ui.theme.Look;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.event.EventTarget;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Scale;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The small prompt at a corner of the screen that is worked on. A popup takes no keyboard, so what
 * is typed goes on where it went. It warms in colour and steps out of the pointer's way.
 */
final class CornerPrompt {
  private static final double WIDTH = 500;

  private final Window owner;
  private final Supplier<Duration> now;
  private final Runnable moved;
  private final Popup popup = new Popup();
  private final PromptPane pane;
  private final Region glow = new Region();
  private final StackPane card;
  private final Scale scale = new Scale(1, 1);
  private final CornerPlace place = new CornerPlace();
  private @Nullable Look dressed;

  /**
   * Hidden.
   *
   * @param now monotonic time
   * @param moved hears that the pointer has come or gone, so that {@link #waiting} is another now
   */
  CornerPrompt(Window owner, Consumer<Choice> answer, Supplier<Duration> now, Runnable moved) {
    this.owner = owner;
    this.now = now;
    this.moved = moved;
    pane = new PromptPane(answer, false);
    glow.getStyleClass().add("corner-glow");
    glow.setMouseTransparent(true);
    card = new StackPane(glow, pane);
    card.getStyleClass().add("corner");
    card.getTransforms().add(scale);
    // Without a compositor what is see-through is black.
    Nodes.state(card, "square", !Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
    popup.setAutoFix(false);
    popup.setHideOnEscape(false);
    popup.getContent().add(new Group(card));
    card.addEventHandler(MouseEvent.MOUSE_ENTERED, this::pointer);
    card.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointer);
    card.addEventHandler(MouseEvent.MOUSE_EXITED, left -> pointer(Under.NOTHING));
  }

  private void pointer(MouseEvent event) {
    pointer(onAnswer(event.getTarget()) ? Under.ANSWER : Under.WORDS);
  }

  private void pointer(Under under) {
    // Hiding it takes it from below the pointer, too, which is nobody's doing.
    if (popup.isShowing() && place.pointer(under, now.get())) {
      moved.run();
    }
  }

  private static boolean onAnswer(EventTarget target) {
    for (Node node = target instanceof Node hit ? hit : null;
        node != null;
        node = node.getParent()) {
      if (node instanceof Button) {
        return true;
      }
    }
    return false;
  }

  /** Makes it ready in a look and size, unseen. */
  void prepare(Look look, double zoom) {
    if (look == dressed && zoom == scale.getX()) {
      return;
    }
    dressed = look;
    look.dress(popup.getScene());
    scale.setX(zoom);
    scale.setY(zoom);
    popup.getScene().getRoot().applyCss();
  }

  /** Shows the prompt, or keeps it on show. */
  void show(Face face, double warmth) {
    pane.show(face);
    glow.setOpacity(warmth);
    Point2D pointer = new Robot().getMousePosition();
    Box usable = usable(pointer);
    double across = Math.min(WIDTH, usable.width() / scale.getX() - 2 * CornerPlace.MARGIN);
    card.setPrefWidth(across);
    card.applyCss();
    double width = across * scale.getX();
    double height = card.prefHeight(across) * scale.getY();
    if (!popup.isShowing()) {
      place.appear(usable, width, height, new double[] {pointer.getX(), pointer.getY()});
    } else {
      place.step(now.get());
    }
    Box at = place.at(usable, width, height);
    if (!popup.isShowing()) {
      popup.show(owner, at.x(), at.y());
    } else if (at.x() != popup.getX() || at.y() != popup.getY()) {
      popup.setX(at.x());
      popup.setY(at.y());
    }
  }

  /** The screen it is on; when it comes up the one with the pointer, for there the work is. */
  private Box usable(Point2D pointer) {
    double x = popup.isShowing() ? popup.getX() : pointer.getX();
    double y = popup.isShowing() ? popup.getY() : pointer.getY();
    return Screens.box(
        Screen.getScreensForRectangle(x, y, 1, 1).stream()
            .findFirst()
            .orElse(Screen.getPrimary())
            .getVisualBounds());
  }

  void hide() {
    popup.hide();
    place.pointer(Under.NOTHING, now.get());
  }

  boolean showing() {
    return popup.isShowing();
  }

  /** In how long it steps aside if the pointer stays. */
  Optional<Duration> waiting() {
    return popup.isShowing() ? place.waiting(now.get()) : Optional.empty();
  }
}
