package app.respite.ui.breakview;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * The break view's ear: a window of one pixel below the covers, which has the keyboard while the
 * view is to be answered. Popups cannot have it. When it goes, the desktop gives the keyboard back.
 */
final class KeyStage {
  private final Stage stage = new Stage(StageStyle.TRANSPARENT);
  private final Pane root = new Pane();

  /**
   * Hidden.
   *
   * @param pressed hears keys by their names; held ones again and again
   * @param released hears that they are up
   * @param deaf hears that the keyboard is elsewhere
   */
  KeyStage(Consumer<String> pressed, Consumer<String> released, Runnable deaf) {
    root.setAccessibleRole(AccessibleRole.TEXT);
    root.setFocusTraversable(true);
    Scene scene = new Scene(root, 1, 1, Color.TRANSPARENT);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          name(event).ifPresent(pressed);
          event.consume();
        });
    scene.addEventFilter(
        KeyEvent.KEY_RELEASED,
        event -> {
          name(event).ifPresent(released);
          event.consume();
        });
    stage.setTitle("Respite");
    stage.setScene(scene);
    stage.setAlwaysOnTop(true);
    stage
        .focusedProperty()
        .addListener(
            (is, was, now) -> {
              if (!now) {
                deaf.run();
              }
            });
  }

  private static Optional<String> name(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code.isModifierKey() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (code) {
          case ESCAPE -> "Esc";
          case TAB -> event.isShiftDown() ? "Back" : "Tab";
          case RIGHT, DOWN -> "Tab";
          case LEFT, UP -> "Back";
          case ENTER, SPACE -> "Enter";
          default -> code.getName().toUpperCase(Locale.ROOT);
        });
  }

  /** Takes the keyboard. */
  void open() {
    Rectangle2D screen = Screen.getPrimary().getBounds();
    stage.setX(screen.getMinX());
    stage.setY(screen.getMinY());
    stage.show();
    stage.requestFocus();
  }

  /** Takes the keyboard again, where it was open already. */
  void focus() {
    if (stage.isShowing()) {
      stage.requestFocus();
    }
  }

  /** What a screen reader finds here. */
  void say(String words) {
    root.setAccessibleText(words);
  }

  boolean isOpen() {
    return stage.isShowing();
  }

  void close() {
    stage.hide();
  }
}
