package app.respite.ui.review;

import app.respite.coach.words.Phrases;
import app.respite.domain.fatigue.Range;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.FatigueFigures.Point;
import app.respite.domain.review.RatingMark;
import app.respite.domain.time.Interval;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.HourScale;
import app.respite.ui.kit.Nodes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/**
 * Tiredness over the hours of a day: the estimate as a line in its range, and what the person told
 * as rings. Where no pattern was found there is no course to draw, and the line is the mean.
 */
final class FatigueView extends Chart {
  private static final double PLOT = 112;
  private static final double EDGE = 8;
  private static final int TOP = 10;

  private record Level(int rating, Line line, Label label) {}

  private record Mark(RatingMark told, Circle ring) {}

  private final HourScale scale;
  private final List<Point> course;
  private final List<Level> levels = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Polygon band = new Polygon();
  private final Path line = new Path();

  /**
   * A drawing.
   *
   * @param fatigue null where there is no estimate
   * @param worked from the day's first to its last stretch
   */
  FatigueView(
      @Nullable FatigueFigures fatigue,
      List<RatingMark> ratings,
      Interval worked,
      HourScale scale,
      ZoneId zone) {
    this.scale = scale;
    course = fatigue == null ? List.of() : course(fatigue, worked);
    getStyleClass().add("fatigue-plot");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(200);
    band.getStyleClass().add("fatigue-band");
    line.getStyleClass().add("fatigue-line");
    for (int rating = 0; rating <= TOP; rating += TOP / 2) {
      Line level = new Line();
      level.getStyleClass().add("timeline-tick");
      levels.add(new Level(rating, level, Nodes.label(Integer.toString(rating), "axis")));
    }
    List<String> words = new ArrayList<>();
    for (RatingMark told : ratings) {
      if (scale.holds(told.at())) {
        Circle ring = new Circle(4.5);
        ring.getStyleClass().add("fatigue-mark");
        String said = Phrases.clock(told.at(), zone) + ", told " + told.fatigue() + "/10";
        Nodes.tip(ring, said);
        marks.add(new Mark(told, ring));
        words.add(said);
      }
    }
    setAccessibleText(
        "Tiredness from 0 to 10"
            + (course.isEmpty() ? "" : ". " + words(course, zone))
            + (words.isEmpty() ? "" : ". " + String.join("; ", words)));
    levels.forEach(level -> getChildren().addAll(level.line(), level.label()));
    getChildren().addAll(band, line);
    marks.forEach(mark -> getChildren().add(mark.ring()));
  }

  private static List<Point> course(FatigueFigures fatigue, Interval worked) {
    Range mean = fatigue.now();
    return fatigue.pattern()
        ? fatigue.curve()
        : List.of(new Point(worked.start(), mean), new Point(worked.end(), mean));
  }

  private static String words(List<Point> course, ZoneId zone) {
    Point last = course.getLast();
    return Phrases.clock(last.at(), zone)
        + ", estimate about "
        + Math.round(last.rating().mid())
        + ", likely "
        + Rounded.low(last.rating())
        + " to "
        + Rounded.high(last.rating());
  }

  @Override
  protected double computePrefHeight(double width) {
    return PLOT + 2 * EDGE;
  }

  private static double y(double rating) {
    return EDGE + PLOT * (1 - Math.clamp(rating, 0, TOP) / TOP);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    for (Level level : levels) {
      double y = Math.floor(y(level.rating())) + 0.5;
      level.line().setStartX(scale.gutter());
      level.line().setEndX(width);
      level.line().setStartY(y);
      level.line().setEndY(y);
      double wide = level.label().prefWidth(-1);
      double high = level.label().prefHeight(-1);
      level.label().resizeRelocate(scale.gutter() - 6 - wide, Math.rint(y - high / 2), wide, high);
    }
    line.getElements().clear();
    band.getPoints().clear();
    for (Point point : course) {
      double x = scale.x(point.at(), width);
      double y = y(point.rating().mid());
      line.getElements().add(line.getElements().isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
      band.getPoints().addAll(x, y(point.rating().high()));
    }
    for (Point point : course.reversed()) {
      band.getPoints().addAll(scale.x(point.at(), width), y(point.rating().low()));
    }
    for (Mark mark : marks) {
      mark.ring().setCenterX(scale.x(mark.told().at(), width));
      mark.ring().setCenterY(y(mark.told().fatigue()));
    }
  }
}
