package app.respite.ui.breakview;

import app.respite.ui.theme.Look;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * A window that is nowhere: no system window stands behind it. JavaFX wants an owner for a popup,
 * and every real one takes the keyboard for a moment when it comes up, and shows in the list of
 * windows. A popup of this one does neither: on X11 not a keystroke goes astray.
 */
final class Unowned extends Window {
  Unowned() {
    // A popup asks its owner's scene where input methods are, and takes its stylesheets.
    setScene(new Scene(new Group()));
    open();
  }

  /**
   * From here on it counts as showing, which is all that a popup asks. JavaFX's last step, which
   * looks after the system window, asserts that there is one; programs run without assertions, and
   * where they are on, as in tests, everything before it is done by then.
   */
  private void open() {
    try {
      show();
    } catch (AssertionError nowhere) {
      if (!isShowing()) {
        throw nowhere;
      }
    }
  }

  /** Dresses popups that are shown from now on. */
  void dress(Look look) {
    Scene scene = getScene();
    if (scene != null) {
      look.dress(scene);
    }
  }
}
