package app.respite.ui.shell;

import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.WrapRow;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the window holds while there is no coach to show: a line, and what can be done about it. */
final class WaitingPane extends StackPane {
  private static final double WORDS = 480;
  private static final double AROUND = 24;

  private final Label headline = Nodes.label("", "headline");
  private final Label line = Nodes.paragraph("");
  private final VBox column = new VBox(16);

  WaitingPane() {
    getStyleClass().add("window");
    setPadding(new Insets(AROUND));
    column.setAlignment(Pos.CENTER);
    column.setMaxWidth(WORDS);
    getChildren().add(column);
    setAlignment(Pos.CENTER);
  }

  /** The coach is on its way. */
  void starting() {
    line.setText("Starting the coach…");
    column.getChildren().setAll(line);
  }

  /**
   * The coach does not start.
   *
   * @param why one line: what, where, how to mend it
   * @param deeds what can be done about it, the likeliest first, which gets the keyboard
   */
  void cannotStart(String why, List<Button> deeds) {
    headline.setText("Respite cannot start");
    line.setText(why);
    WrapRow row = new WrapRow(8);
    row.setAlignment(Pos.CENTER);
    row.getChildren().setAll(deeds);
    column.getChildren().setAll(headline, line, row);
    deeds.stream().findFirst().ifPresent(Node::requestFocus);
  }
}
