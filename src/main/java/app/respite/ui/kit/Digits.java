package app.respite.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A figure whose digits all have the same width, so that a countdown does not tremble. JavaFX
 * cannot switch a font's tabular figures on, hence a cell for each.
 */
public final class Digits extends HBox {
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final List<Label> cells = new ArrayList<>();
  private @Nullable Font measured;
  private double width;

  /** Empty. */
  public Digits() {
    getStyleClass().add("digits");
    setAlignment(Pos.CENTER);
    setAccessibleRole(AccessibleRole.TEXT);
    // Digits run from left to right in every script's clock.
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** What is shown. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Shows a figure such as {@code 18:42}. */
  public void setText(String figure) {
    if (figure.equals(text.get())) {
      return;
    }
    text.set(figure);
    setAccessibleText(figure);
    while (cells.size() < figure.length()) {
      cells.add(cell());
    }
    while (cells.size() > figure.length()) {
      cells.removeLast();
    }
    for (int i = 0; i < figure.length(); i++) {
      Label cell = cells.get(i);
      cell.setText(figure.substring(i, i + 1));
      size(cell);
    }
    getChildren().setAll(cells);
  }

  private Label cell() {
    Label cell = new Label();
    cell.getStyleClass().add("digit");
    cell.setAlignment(Pos.CENTER);
    cell.setMinWidth(Region.USE_PREF_SIZE);
    cell.fontProperty().addListener(changed -> size(cell));
    return cell;
  }

  private void size(Label cell) {
    boolean digit = !cell.getText().isEmpty() && Character.isDigit(cell.getText().charAt(0));
    cell.setPrefWidth(digit ? widest(cell.getFont()) : Region.USE_COMPUTED_SIZE);
  }

  /** All cells have one font, and to measure it takes longer than to place them. */
  private double widest(Font font) {
    if (font.equals(measured)) {
      return width;
    }
    double widest = 0;
    Text measure = new Text();
    measure.setFont(font);
    for (char digit = '0'; digit <= '9'; digit++) {
      measure.setText(String.valueOf(digit));
      widest = Math.max(widest, measure.getLayoutBounds().getWidth());
    }
    measured = font;
    width = Math.ceil(widest);
    return width;
  }
}
