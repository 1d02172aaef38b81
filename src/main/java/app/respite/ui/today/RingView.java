package app.respite.ui.today;

import app.respite.ui.kit.Digits;
import app.respite.ui.kit.Nodes;
import app.respite.ui.today.TodayFace.Ring;
import app.respite.ui.today.TodayFace.Tone;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.text.TextAlignment;

/** The big countdown: a ring that empties, the figure inside it, a word above and one below. */
final class RingView extends Region {
  private static final double STROKE = 10;
  private static final double SMALLEST_RING = 150;
  private static final double LARGEST_RING = 480;

  /** The figure is this large in a ring of the usual size, and grows with it. */
  private static final double USUAL_FIGURE = 64;

  private static final double USUAL_RING = 280;
  private static final double WIDTH_OF_DIGIT = 0.66;

  private final Circle track = new Circle();
  private final Arc arc = new Arc();
  private final Digits digits = new Digits();
  private final Label over = Nodes.label("", "ring-over");
  private final Label under = Nodes.label("", "ring-under");
  private final VBox words = new VBox(over, digits, under);

  private double fontSize;

  RingView() {
    getStyleClass().add("ring");
    track.getStyleClass().add("ring-track");
    track.setStrokeWidth(STROKE);
    arc.getStyleClass().add("ring-arc");
    arc.setType(ArcType.OPEN);
    arc.setStartAngle(90);
    arc.setStrokeWidth(STROKE);
    words.setAlignment(Pos.CENTER);
    under.setWrapText(true);
    under.setTextAlignment(TextAlignment.CENTER);
    words.setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
    fit(0, 0);
    getChildren().addAll(track, arc, words);
  }

  /** Grows with the page: so large that what is to be done beside or below it is in sight too. */
  void fit(double pageWidth, double pageHeight) {
    double room = Math.min(pageHeight * 0.4, pageWidth * 0.45);
    double size = Math.clamp(room, SMALLEST_RING, LARGEST_RING);
    if (size != getPrefWidth()) {
      setMinSize(size, size);
      setPrefSize(size, size);
      setMaxSize(size, size);
    }
  }

  void show(Ring ring) {
    digits.setText(ring.digits());
    over.setText(ring.over());
    under.setText(ring.under());
    Nodes.show(under, !ring.under().isEmpty());
    // The arc runs clockwise from the top, so what is left stands before the gap.
    arc.setLength(360 * ring.filled());
    arc.setVisible(ring.filled() > 0);
    for (Tone tone : Tone.values()) {
      Nodes.state(this, tone.name().toLowerCase(Locale.ROOT), tone == ring.tone());
    }
    setAccessibleText(ring.words());
    requestLayout();
  }

  /** The figure inside. */
  String figure() {
    return digits.textProperty().get();
  }

  @Override
  protected void layoutChildren() {
    double size = Math.min(getWidth(), getHeight());
    double x = getWidth() / 2;
    double y = getHeight() / 2;
    double radius = (size - STROKE) / 2;
    track.setCenterX(x);
    track.setCenterY(y);
    track.setRadius(radius);
    arc.setCenterX(x);
    arc.setCenterY(y);
    arc.setRadiusX(radius);
    arc.setRadiusY(radius);
    double width = size - 4 * STROKE;
    fit(width);
    double height = words.prefHeight(width);
    words.resizeRelocate(x - width / 2, y - height / 2, width, height);
  }

  /** The largest figure of the type scale that the ring has room for. */
  private void fit(double width) {
    int length = Math.max(5, figure().length());
    double largest = USUAL_FIGURE * Math.max(1, width / USUAL_RING);
    double fits = Math.floor(Math.min(largest, width / (length * WIDTH_OF_DIGIT)));
    if (fits != fontSize && fits > 0) {
      fontSize = fits;
      digits.setStyle("-fx-font-size: " + (int) fits + "px");
      digits.applyCss();
    }
  }
}
