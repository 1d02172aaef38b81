package app.respite.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A page of the window: one column in its middle, which is scrolled up and down alone. */
public abstract class ColumnPage extends ScrollPane {
  /** Without its column yet. */
  protected ColumnPage() {
    getStyleClass().addAll("page", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  /** Puts the column in, which grows no wider than so much. */
  protected final void column(Region column, double widest) {
    column.getStyleClass().add("column");
    column.setMaxWidth(widest);
    StackPane holder = new StackPane(column);
    holder.setAlignment(Pos.TOP_CENTER);
    setContent(holder);
  }
}
