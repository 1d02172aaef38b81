package app.respite.ui.breakview;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** The picture behind a break: three quiet hills. It stands still and fits any shape of screen. */
final class Hills extends Region {
  /** Height of each ridge at its left end, two turns and right end, as shares from the top. */
  private static final double[][] RIDGES = {
    {0.70, 0.60, 0.74, 0.66}, {0.78, 0.82, 0.68, 0.76}, {0.90, 0.80, 0.88, 0.84},
  };

  private final List<Path> ridges = new ArrayList<>();

  Hills() {
    getStyleClass().add("hills");
    setMouseTransparent(true);
    for (int i = 0; i < RIDGES.length; i++) {
      Path ridge = new Path();
      ridge.getStyleClass().addAll("hill", "hill-" + (i + 1));
      ridge.setStroke(null);
      ridges.add(ridge);
    }
    getChildren().addAll(ridges);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    for (int i = 0; i < RIDGES.length; i++) {
      double[] at = RIDGES[i];
      ridges
          .get(i)
          .getElements()
          .setAll(
              new MoveTo(0, at[0] * height),
              new CubicCurveTo(
                  width * 0.35, at[1] * height, width * 0.6, at[2] * height, width, at[3] * height),
              new LineTo(width, height),
              new LineTo(0, height));
    }
  }
}
