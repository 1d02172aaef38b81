package app.respite.ui.kit;

import javafx.scene.layout.Region;

/** A picture that is as high as its parts need and takes what width there is. */
public abstract class Chart extends Region {
  private static final double WIDTH = 320;

  @Override
  protected abstract double computePrefHeight(double width);

  @Override
  protected final double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }
}
