package app.respite.ui.money;

import app.respite.coach.review.CardContent;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.Explanations;
import app.respite.ui.kit.FigureButton;
import app.respite.ui.kit.Nodes;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/**
 * Meters below each other on one scale: the name and the value, the bar, and what is to be said.
 */
final class MeterView extends VBox {
  private static final double READING = 640;

  MeterView(List<Meter> meters) {
    super(16);
    double most = meters.stream().mapToDouble(Meter::extent).max().orElse(0);
    for (Meter one : meters) {
      getChildren().add(row(one, most > 0 ? most : 1));
    }
  }

  private static VBox row(Meter one, double most) {
    Label name = Nodes.paragraph(one.name(), "meter-name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    VBox place = FigureButton.place();
    Labeled value = value(one, place);
    value.getStyleClass().add("meter-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, name, value);
    VBox row = new VBox(4, head, new Track(one, most));
    if (!one.words().isEmpty()) {
      Label words = Nodes.paragraph(one.words(), "axis");
      words.setMaxWidth(READING);
      row.getChildren().add(words);
    }
    row.getChildren().add(place);
    row.setMaxWidth(READING);
    row.getStyleClass().add("meter");
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText((one.name() + " " + one.value() + ". " + one.words()).strip());
    return row;
  }

  private static Labeled value(Meter one, VBox place) {
    Supplier<CardContent> behind = one.behind();
    return behind == null
        ? new Label(one.value())
        : new FigureButton(
            one.value(),
            one.value() + ", " + one.name(),
            new ToggleGroup(),
            place,
            show -> show.accept(Explanations.drawn(List.of(behind.get()))));
  }

  /** The bar: what is settled solid, what may come of it outlined, a line for the mark. */
  private static final class Track extends Chart {
    private static final double HEIGHT = 10;
    private static final double RANGE = 4;
    private static final double BEYOND = 6;

    private final Meter meter;
    private final double most;
    private final Region ground = new Region();
    private final Region range = new Region();
    private final Region bar = new Region();
    private final Line mark = new Line();

    /** Parts the mark from a bar that it stands before. */
    private final Line rim = new Line();

    Track(Meter meter, double most) {
      this.meter = meter;
      this.most = most;
      ground.getStyleClass().add("meter-ground");
      range.getStyleClass().add("meter-range");
      bar.getStyleClass().add("bar-own");
      mark.getStyleClass().add("meter-mark");
      rim.getStyleClass().add("meter-mark-rim");
      range.setVisible(meter.least() != null && meter.most() != null);
      bar.setVisible(meter.amount() != null);
      mark.setVisible(meter.mark() != null);
      rim.setVisible(meter.mark() != null);
      getChildren().addAll(ground, range, bar, rim, mark);
    }

    @Override
    protected double computePrefHeight(double width) {
      return HEIGHT + 2 * BEYOND;
    }

    @Override
    protected double computeMinWidth(double height) {
      return 120;
    }

    private double x(double amount) {
      return Math.rint((getWidth() - 2) * amount / most);
    }

    private static void upright(Line line, double x, double from, double to) {
      line.setStartX(x);
      line.setEndX(x);
      line.setStartY(from);
      line.setEndY(to);
    }

    @Override
    protected void layoutChildren() {
      ground.resizeRelocate(0, BEYOND, getWidth(), HEIGHT);
      Double amount = meter.amount();
      bar.resizeRelocate(0, BEYOND, amount == null ? 0 : Math.max(1, x(amount)), HEIGHT);
      Double least = meter.least();
      Double highest = meter.most();
      if (least != null && highest != null) {
        double from = x(least);
        double wide = Math.max(4, x(highest) - from);
        range.resizeRelocate(from, BEYOND - RANGE, wide, HEIGHT + 2 * RANGE);
      }
      Double held = meter.mark();
      if (held != null) {
        upright(rim, x(held), BEYOND, BEYOND + HEIGHT);
        upright(mark, x(held), 0, HEIGHT + 2 * BEYOND);
      }
    }
  }
}
