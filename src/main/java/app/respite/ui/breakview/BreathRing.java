package app.respite.ui.breakview;

import app.respite.ui.kit.Digits;
import app.respite.ui.kit.Nodes;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** The break's time inside a ring that empties, and a circle that may breathe around it. */
final class BreathRing extends Region {
  private static final double USUAL = 300;
  private static final double SMALL = 208;
  private static final double STROKE = 3;

  /** The ring's share of the width; the breath has the rest. */
  private static final double RING = 0.8;

  private final Circle breath = new Circle();
  private final Circle track = new Circle();
  private final Arc arc = new Arc();
  private final Digits digits = new Digits();
  private final Label under = Nodes.label("", "ring-under");
  private final VBox words = new VBox(2, digits, under);
  private double full = 0.5;

  BreathRing() {
    getStyleClass().add("breath-ring");
    setAccessibleRole(AccessibleRole.TEXT);
    breath.getStyleClass().add("breath");
    track.getStyleClass().add("breath-track");
    track.setStrokeWidth(STROKE);
    arc.getStyleClass().add("breath-arc");
    arc.setType(ArcType.OPEN);
    arc.setStartAngle(90);
    arc.setStrokeWidth(STROKE);
    words.setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    size(false);
    getChildren().addAll(breath, track, arc, words);
  }

  void size(boolean small) {
    double size = small ? SMALL : USUAL;
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    Nodes.state(this, "small", small);
  }

  void show(BreakFace face) {
    Nodes.state(this, "over", face.over());
    digits.setText(face.figure());
    under.setText(face.under());
    arc.setLength(360 * face.left());
    arc.setVisible(face.left() > 0);
    setAccessibleText(face.figure() + " " + face.under());
  }

  /** Draws the breath. */
  void breathe(double share) {
    full = share;
    breath.setRadius(radius());
  }

  private double radius() {
    return getWidth() / 2 * (RING + (1 - RING) * full);
  }

  @Override
  protected void layoutChildren() {
    double x = getWidth() / 2;
    double y = getHeight() / 2;
    double ring = getWidth() / 2 * RING;
    for (Circle circle : new Circle[] {breath, track}) {
      circle.setCenterX(x);
      circle.setCenterY(y);
    }
    breath.setRadius(radius());
    track.setRadius(ring);
    arc.setCenterX(x);
    arc.setCenterY(y);
    arc.setRadiusX(ring);
    arc.setRadiusY(ring);
    double width = Math.min(words.prefWidth(-1), getWidth());
    double height = words.prefHeight(width);
    words.resizeRelocate(
        snapPositionX(x - width / 2), snapPositionY(y - height / 2), width, height);
  }
}
