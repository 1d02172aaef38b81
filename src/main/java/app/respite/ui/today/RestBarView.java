package app.respite.ui.today;

import app.respite.domain.time.Durations;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.Nodes;
import app.respite.ui.today.TodayFace.RestBar;
import java.time.Duration;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** Work since the last rest as a bar, with the window in which a rest is advised marked on it. */
final class RestBarView extends Chart {
  private static final double BAR = 12;
  private static final double GAP = 4;

  private final Region track = piece("rest-bar-track");
  private final Region window = piece("rest-bar-window");
  private final Region worked = piece("rest-bar-worked");
  private final Region late = piece("rest-bar-late");
  private final Line mark = new Line();
  private final Label earliest = Nodes.label("", "axis");
  private final Label latest = Nodes.label("", "axis");
  private RestBar bar = new RestBar(Duration.ZERO, Duration.ofMinutes(60), Duration.ofMinutes(90));

  RestBarView() {
    getStyleClass().add("rest-bar");
    mark.getStyleClass().add("rest-bar-mark");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(120);
    getChildren().addAll(track, window, worked, late, mark, earliest, latest);
  }

  private static Region piece(String style) {
    Region piece = new Region();
    piece.getStyleClass().add(style);
    return piece;
  }

  void show(RestBar now) {
    bar = now;
    earliest.setText(Long.toString(now.earliest().toMinutes()));
    latest.setText(Durations.minutes(now.latest()));
    setAccessibleText(now.words());
    Nodes.state(this, "reached", now.inWindow());
    requestLayout();
  }

  /** How long since the last rest, in words. */
  static String since(RestBar bar) {
    return Durations.minutes(bar.since());
  }

  @Override
  protected double computePrefHeight(double width) {
    return GAP + BAR + GAP + earliest.prefHeight(-1);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double now = snapPositionX(width * bar.share(bar.since()));
    double from = snapPositionX(width * bar.share(bar.earliest()));
    double to = snapPositionX(width * bar.share(bar.latest()));
    track.resizeRelocate(0, GAP, width, BAR);
    window.resizeRelocate(from, GAP, to - from, BAR);
    worked.resizeRelocate(0, GAP, Math.min(now, from), BAR);
    late.resizeRelocate(from, GAP, Math.max(0, now - from), BAR);
    late.setVisible(now > from);
    worked.setVisible(now > 0);
    mark.setStartX(now);
    mark.setEndX(now);
    mark.setStartY(0);
    mark.setEndY(GAP + BAR + GAP);
    centre(earliest, from, width);
    centre(latest, to, width);
  }

  private static void centre(Label label, double x, double width) {
    double wide = label.prefWidth(-1);
    double left = Math.clamp(x - wide / 2, 0, Math.max(0, width - wide));
    label.resizeRelocate(left, GAP + BAR + GAP, wide, label.prefHeight(-1));
  }
}
