package app.respite.ui.breakview;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * A window that is nowhere: no system window stands behind it. JavaFX wants an owner for a popup,
 * and every real one takes the keyboard for a moment when it comes up, or shows in the list of
 * windows. A popup of this one does neither: on X11 not a keystroke goes astray.
 */
final class Unowned extends Window {
  Unowned() {
    // A popup asks its owner's scene where input methods are.
    setScene(new Scene(new Group()));
    show();
  }
}
