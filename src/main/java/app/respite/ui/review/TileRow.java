package app.respite.ui.review;

import app.respite.ui.kit.Chart;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Tiles of one width and, in a row, one height: all beside each other, or two where it is narrow.
 */
final class TileRow extends Chart {
  private static final double GAP = 12;

  /** A tile is at least so wide where all stand beside each other. */
  private static final double LEAST = 150;

  private static final int FEW = 2;

  TileRow(List<? extends Region> tiles) {
    getStyleClass().add("tiles");
    getChildren().addAll(tiles);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int columns(double width) {
    int all = Math.max(1, getChildren().size());
    return width < all * (LEAST + GAP) - GAP ? Math.min(FEW, all) : all;
  }

  private double each(double width, int columns) {
    return Math.floor((width - (columns - 1) * GAP) / columns);
  }

  private double high(int row, double width) {
    int columns = columns(width);
    double each = each(width, columns);
    double high = 0;
    for (int i = row * columns; i < Math.min(getChildren().size(), (row + 1) * columns); i++) {
      high = Math.max(high, getChildren().get(i).prefHeight(each));
    }
    return high;
  }

  @Override
  protected double computePrefHeight(double width) {
    double within = width <= 0 ? prefWidth(-1) : width;
    int rows = Math.ceilDiv(getChildren().size(), columns(within));
    double high = 0;
    for (int row = 0; row < rows; row++) {
      high += high(row, within) + (row > 0 ? GAP : 0);
    }
    return high;
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double each = each(getWidth(), columns);
    double y = 0;
    for (int row = 0; row * columns < getChildren().size(); row++) {
      double high = high(row, getWidth());
      for (int i = row * columns; i < Math.min(getChildren().size(), (row + 1) * columns); i++) {
        Node tile = getChildren().get(i);
        tile.resizeRelocate((i - row * columns) * (each + GAP), y, each, high);
      }
      y += high + GAP;
    }
  }
}
