package app.respite.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Lays its content out at the window's size divided by a scale, and draws it enlarged by it. */
public final class ScaledPane extends Region {
  private final Node content;
  private final Scale scale = new Scale(1, 1);

  /** Around a content. */
  public ScaledPane(Node content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /** The scale; 1 is the system's own. */
  public void setScale(double factor) {
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }
}
