package app.respite.ui.mini;

import app.respite.ui.kit.Digits;
import app.respite.ui.kit.Nodes;
import app.respite.ui.mini.MiniViewModel.Face;
import app.respite.ui.mini.MiniViewModel.Tone;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The mini timer's content: the time, what it is of, and a line that empties. */
final class MiniPane extends Region {
  static final double WIDTH = 160;
  static final double HEIGHT = 48;

  private static final double LINE = 4;
  private static final double SIDE = 12;
  private static final double GAP = 8;

  private final Digits figure = new Digits();
  private final Label words = Nodes.label("", "mini-words");
  private final Region track = new Region();
  private final Region line = new Region();
  private double share;

  MiniPane() {
    getStyleClass().add("mini");
    track.getStyleClass().add("mini-track");
    line.getStyleClass().add("mini-line");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    getChildren().addAll(figure, words, track, line);
  }

  void show(Face face) {
    figure.setText(face.figure());
    words.setText(face.words());
    share = face.share();
    for (Tone tone : Tone.values()) {
      Nodes.state(this, tone.name().toLowerCase(Locale.ROOT), tone == face.tone());
    }
    setAccessibleText(face.spoken());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double inside = getWidth() - 2 * SIDE;
    double middle = (getHeight() - LINE) / 2;
    double width = Math.min(inside, Math.ceil(figure.prefWidth(-1)));
    double height = figure.prefHeight(-1);
    figure.resizeRelocate(SIDE, snapPositionY(middle - height / 2), width, height);
    double from = SIDE + width + GAP;
    double low = words.prefHeight(-1);
    words.resizeRelocate(
        from, snapPositionY(middle - low / 2), Math.max(0, getWidth() - SIDE - from), low);
    double bottom = getHeight() - LINE;
    track.resizeRelocate(0, bottom, getWidth(), LINE);
    line.resizeRelocate(0, bottom, snapSizeX(getWidth() * share), LINE);
  }
}
