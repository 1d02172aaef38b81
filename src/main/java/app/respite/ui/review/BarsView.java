package app.respite.ui.review;

import app.respite.coach.review.Part.Bar;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A few amounts of one unit below each other, as bars from 0 with their words. */
final class BarsView extends Chart {
  private static final double LANE = 14;
  private static final double LINE = 20;
  private static final double GAP = 8;

  private record Line(Bar bar, Label caption, Region shape, Label value) {}

  private final List<Line> lines = new ArrayList<>();
  private final double most;

  BarsView(List<Bar> bars) {
    getStyleClass().add("bars");
    setAccessibleRole(AccessibleRole.TEXT);
    List<String> words = new ArrayList<>();
    double highest = 0;
    for (Bar bar : bars) {
      Region shape = new Region();
      shape.getStyleClass().add(bar.quiet() ? "bar-usual" : "bar-own");
      Label caption = Nodes.label(bar.caption(), "axis");
      Label value = Nodes.label(bar.value(), "axis");
      lines.add(new Line(bar, caption, shape, value));
      getChildren().addAll(caption, shape, value);
      words.add(bar.caption() + " " + bar.value());
      highest = Math.max(highest, bar.amount());
    }
    most = highest > 0 ? highest : 1;
    setAccessibleText(String.join("; ", words));
  }

  @Override
  protected double computePrefHeight(double width) {
    return lines.size() * LINE;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    double captions =
        lines.stream().mapToDouble(one -> one.caption().prefWidth(-1)).max().orElse(0);
    double values = lines.stream().mapToDouble(one -> one.value().prefWidth(-1)).max().orElse(0);
    double left = Math.ceil(captions + GAP);
    double room = Math.max(1, getWidth() - left - values - GAP);
    double y = 0;
    for (Line one : lines) {
      double high = one.caption().prefHeight(-1);
      double top = Math.rint(y + (LINE - high) / 2);
      one.caption().resizeRelocate(0, top, one.caption().prefWidth(-1), high);
      double wide = Math.max(1, Math.rint(room * one.bar().amount() / most));
      one.shape().resizeRelocate(left, y + (LINE - LANE) / 2, wide, LANE);
      one.value().resizeRelocate(left + wide + GAP, top, one.value().prefWidth(-1), high);
      y += LINE;
    }
  }
}
