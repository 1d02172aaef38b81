package app.respite.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Words and what belongs to them: side by side where there is room, else one below the other. */
public final class SideBySide extends Region {
  private static final double GAP = 16;
  private static final double LINE_GAP = 8;

  private final Node first;
  private final Node second;
  private final double firstWidth;

  /**
   * With both parts.
   *
   * @param firstWidth how wide the first part is side by side; 0 for as wide as it likes to be
   */
  public SideBySide(Node first, Node second, double firstWidth) {
    this.first = first;
    this.second = second;
    this.firstWidth = firstWidth;
    getChildren().addAll(first, second);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double wanted() {
    return firstWidth > 0 ? firstWidth : first.prefWidth(-1);
  }

  private boolean beside(double width) {
    return width <= 0 || wanted() + GAP + second.prefWidth(-1) <= width;
  }

  private double across() {
    Insets insets = getInsets();
    return insets.getLeft() + insets.getRight();
  }

  private double down() {
    Insets insets = getInsets();
    return insets.getTop() + insets.getBottom();
  }

  @Override
  protected double computeMinWidth(double height) {
    return across() + Math.max(first.minWidth(-1), second.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return across() + wanted() + GAP + second.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? -1 : width - across();
    return down()
        + (beside(inner)
            ? Math.max(first.prefHeight(wanted()), second.prefHeight(second.prefWidth(-1)))
            : first.prefHeight(inner) + LINE_GAP + second.prefHeight(inner));
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double width = getWidth() - across();
    double left = insets.getLeft();
    double top = insets.getTop();
    if (beside(width)) {
      double height = getHeight() - down();
      double wide = second.prefWidth(-1);
      double one = first.prefHeight(wanted());
      double two = second.prefHeight(wide);
      first.resizeRelocate(left, snapPositionY(top + (height - one) / 2), wanted(), one);
      second.resizeRelocate(
          left + wanted() + GAP, snapPositionY(top + (height - two) / 2), wide, two);
    } else {
      double one = first.prefHeight(width);
      first.resizeRelocate(left, top, width, one);
      second.resizeRelocate(left, top + one + LINE_GAP, width, second.prefHeight(width));
    }
  }
}
