package app.respite.ui.money;

import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import app.respite.ui.kit.WrapRow;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** What came of something asked for, and what can be done about it at once. */
final class OutcomeRow extends StackPane {
  OutcomeRow() {
    clear();
  }

  /** Says something, with the deeds it offers. */
  void say(String text, Button... deeds) {
    Label words = Nodes.paragraph(text, "outcome");
    if (deeds.length == 0) {
      getChildren().setAll(words);
    } else {
      WrapRow row = new WrapRow(8);
      row.getChildren().setAll(deeds);
      getChildren().setAll(new SideBySide(words, row, 0));
    }
    Nodes.show(this, true);
  }

  /** Says nothing any more. */
  void clear() {
    getChildren().clear();
    Nodes.show(this, false);
  }
}
