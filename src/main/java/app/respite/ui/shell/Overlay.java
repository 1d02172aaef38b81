package app.respite.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A card over the window's page: a press beside it leaves it, and Tab does not lead out of it. */
abstract class Overlay extends StackPane {
  /** An empty one; {@code done} takes it away. */
  Overlay(Runnable done) {
    getStyleClass().add("overlay");
    setAlignment(Pos.CENTER);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        pressed -> {
          if (pressed.getCode() == KeyCode.TAB) {
            pressed.consume();
          }
        });
    setOnMouseClicked(
        clicked -> {
          if (equals(clicked.getTarget())) {
            done.run();
          }
        });
  }

  /** Puts the card in. */
  final void card(Region card) {
    card.getStyleClass().addAll("card", "overlay-card");
    getChildren().add(card);
  }

  /** Takes the keys, once it is in sight. */
  abstract void open();
}
