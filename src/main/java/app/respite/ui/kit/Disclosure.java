package app.respite.ui.kit;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is shown once it is wanted, below a button that says so. */
public final class Disclosure extends VBox {
  private final VBox place = new VBox();

  /**
   * Closed, with what is fetched when it is opened for the first time.
   *
   * @param what as the button names it, {@code the sprints}
   * @param whose what a screen reader is told besides
   */
  public Disclosure(String what, String whose, Consumer<Consumer<Node>> fetch) {
    super(8);
    ToggleButton show = opener("Show " + what);
    show.setAccessibleText(show.getText() + whose);
    Nodes.show(place, false);
    show.setOnAction(
        pressed -> {
          boolean on = show.isSelected();
          show.setText((on ? "Hide " : "Show ") + what);
          show.setAccessibleText(show.getText() + whose);
          Nodes.show(place, on);
          if (on && place.getChildren().isEmpty()) {
            fetch.accept(node -> place.getChildren().setAll(node));
          }
        });
    getChildren().addAll(show, place);
  }

  /** A button with the arrow of what opens below it. */
  public static ToggleButton opener(String text) {
    ToggleButton opener = new ToggleButton(text);
    opener.getStyleClass().addAll("flat", "disclose");
    Region arrow = new Region();
    arrow.getStyleClass().add("disclose-arrow");
    opener.setGraphic(arrow);
    opener.setMinWidth(Region.USE_PREF_SIZE);
    return opener;
  }
}
