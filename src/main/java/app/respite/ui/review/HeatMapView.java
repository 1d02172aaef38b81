package app.respite.ui.review;

import app.respite.coach.review.HeatMeasure;
import app.respite.coach.words.Phrases;
import app.respite.domain.review.DayFigures;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.Nodes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The days of many weeks as cells, a column a week from Monday to Sunday; darker is more. */
final class HeatMapView extends Chart {
  private static final double GAP = 2;
  private static final double LARGEST = 16;
  private static final double SMALLEST = 9;
  private static final double HEAD = 18;
  private static final int WEEK = 7;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

  private record Cell(LocalDate day, Region shape) {}

  private final List<DayFigures> days;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Label> months = new ArrayList<>();

  HeatMapView(List<DayFigures> days, Consumer<LocalDate> open) {
    this.days = days;
    getStyleClass().add("heat-map");
    setAccessibleRole(AccessibleRole.TEXT);
    for (DayFigures day : days) {
      Region shape = new Region();
      shape.setOnMouseClicked(pressed -> open.accept(day.day()));
      cells.add(new Cell(day.day(), shape));
      getChildren().add(shape);
      if (day.day().getDayOfMonth() <= WEEK && day.day().getDayOfWeek().getValue() == 1) {
        Label month = Nodes.label(MONTH.format(day.day()), "axis");
        month.setUserData(day.day());
        months.add(month);
        getChildren().add(month);
      }
    }
  }

  /** Colours the days by a measure. */
  void show(HeatMeasure measure) {
    double most = days.stream().mapToDouble(measure::of).max().orElse(0);
    int told = 0;
    for (int i = 0; i < days.size(); i++) {
      double value = measure.of(days.get(i));
      told += value > 0 ? 1 : 0;
      int shade = HeatMeasure.shade(value, most);
      Region shape = cells.get(i).shape();
      shape.getStyleClass().setAll("heat", "heat-" + shade);
      Nodes.tip(shape, Phrases.day(cells.get(i).day()) + ": " + measure.words(days.get(i)));
    }
    setAccessibleText(
        measure.word()
            + ": known of "
            + told
            + " of "
            + days.size()
            + " days; the table has each week");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int weeks() {
    return (days.size() + WEEK - 1) / WEEK;
  }

  private double cell(double width) {
    double room = (width <= 0 ? prefWidth(-1) : width) / weeks() - GAP;
    return Math.clamp(Math.floor(room), SMALLEST, LARGEST);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEAD + WEEK * (cell(width) + GAP);
  }

  @Override
  protected void layoutChildren() {
    double size = cell(getWidth());
    // The newest weeks are in sight where there is no room for all.
    int fit = Math.min(weeks(), (int) Math.floor((getWidth() + GAP) / (size + GAP)));
    int hidden = weeks() - fit;
    LocalDate first = days.getFirst().day();
    for (Cell one : cells) {
      int at = (int) (one.day().toEpochDay() - first.toEpochDay());
      int column = at / WEEK - hidden;
      one.shape().setVisible(column >= 0);
      one.shape()
          .resizeRelocate(column * (size + GAP), HEAD + (at % WEEK) * (size + GAP), size, size);
    }
    for (Label month : months) {
      int column =
          (int) (((LocalDate) month.getUserData()).toEpochDay() - first.toEpochDay()) / WEEK
              - hidden;
      double across = month.prefWidth(-1);
      double x = column * (size + GAP);
      month.setVisible(column >= 0 && x + across <= getWidth());
      month.resizeRelocate(x, 0, across, HEAD - 2);
    }
  }
}
