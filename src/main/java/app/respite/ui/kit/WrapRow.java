package app.respite.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** Controls in one row where there is room, wrapped where there is not. */
public class WrapRow extends FlowPane {
  /** With the gap between them, across and down. */
  public WrapRow(double gap) {
    super(gap, gap);
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    for (Node child : getManagedChildren()) {
      width += child.prefWidth(-1) + getHgap();
    }
    return Math.ceil(width);
  }
}
