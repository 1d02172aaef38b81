package app.respite.ui.breakview;

import javafx.scene.Group;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** A small ring that fills while a key or button is held. */
final class HoldRing extends Group {
  private static final double RADIUS = 14;

  private final Arc arc = new Arc(0, 0, RADIUS, RADIUS, 90, 0);

  HoldRing() {
    Circle track = new Circle(RADIUS);
    track.getStyleClass().add("hold-track");
    arc.getStyleClass().add("hold-arc");
    arc.setType(ArcType.OPEN);
    getChildren().addAll(track, arc);
  }

  void show(double share) {
    arc.setLength(-360 * share);
    arc.setVisible(share > 0);
  }
}
