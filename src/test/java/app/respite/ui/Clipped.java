package app.respite.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;

/**
 * What of a screen cannot be read as it is: words cut off that no tooltip gives whole, and words
 * that stand out of the place they are in to the left or right. Up and down a page is scrolled.
 */
public final class Clipped {
  /** Rounding of layout. */
  private static final double SLACK = 1.5;

  private Clipped() {}

  /** One line for each, with the words; on the screen's thread, after the layout. */
  public static List<String> in(Parent root) {
    List<String> found = new ArrayList<>();
    look(root, 0, root.getLayoutBounds().getWidth(), found);
    return found;
  }

  private static void look(Node node, double left, double right, List<String> found) {
    if (!node.isVisible() || node instanceof ScrollBar) {
      return;
    }
    if (node instanceof Labeled words && !words.getText().isEmpty()) {
      Bounds place = node.localToScene(node.getLayoutBounds());
      boolean whole = node.getAccessibleHelp() != null && !node.getAccessibleHelp().isEmpty();
      if (words.isTextTruncated() && !whole) {
        found.add("cut off: " + words.getText());
      }
      Node text = node.lookup(".text");
      Bounds letters = text instanceof Text ? text.localToScene(text.getLayoutBounds()) : place;
      if (letters.getMinX() < left - SLACK || letters.getMaxX() > right + SLACK) {
        found.add("out of its place: " + words.getText());
      }
      return;
    }
    double from = left;
    double to = right;
    if (node instanceof ScrollPane || framed(node)) {
      Bounds place = node.localToScene(node.getLayoutBounds());
      from = Math.max(left, place.getMinX());
      to = Math.min(right, place.getMaxX());
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        look(child, from, to, found);
      }
    }
  }

  /** What has a border of its own that words must not cross. */
  private static boolean framed(Node node) {
    return node.getStyleClass().contains("card")
        || node.getStyleClass().contains("prompt")
        || node.getStyleClass().contains("button");
  }
}
