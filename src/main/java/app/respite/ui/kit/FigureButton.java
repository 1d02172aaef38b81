package app.respite.ui.kit;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A figure that unfolds what it is made of in a place below it. */
public final class FigureButton extends ToggleButton {
  /**
   * Folded.
   *
   * @param name what a screen reader tells
   * @param one the figures that share the place
   * @param place see {@link #place}
   * @param fetch hands over what is to be shown, each time it is wanted
   */
  public FigureButton(
      String value, String name, ToggleGroup one, VBox place, Consumer<Consumer<Node>> fetch) {
    super(value);
    getStyleClass().add("explained");
    setToggleGroup(one);
    setMinWidth(Region.USE_PREF_SIZE);
    setAccessibleText(name);
    Nodes.tip(this, "What this is made of");
    selectedProperty()
        .addListener(
            changed -> {
              if (isSelected()) {
                fetch.accept(
                    node -> {
                      if (isSelected()) {
                        place.getChildren().setAll(node);
                        Nodes.show(place, true);
                      }
                    });
              } else if (one.getSelectedToggle() == null) {
                Nodes.show(place, false);
              }
            });
  }

  /** A place for what figures unfold, out of sight until then. */
  public static VBox place() {
    VBox place = new VBox();
    place.getStyleClass().add("explanation");
    Nodes.show(place, false);
    return place;
  }
}
