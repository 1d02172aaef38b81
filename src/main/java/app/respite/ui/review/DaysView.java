package app.respite.ui.review;

import app.respite.coach.words.Phrases;
import app.respite.domain.review.DayFigures;
import app.respite.domain.time.Durations;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.Nodes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * Some days side by side: work as bars from 0, the tiredness at the end of a day as a ring above.
 * Each day is a button that opens it.
 */
final class DaysView extends Chart {
  private static final double HIGH = 120;
  private static final double LABEL = 20;
  private static final double WIDEST = 56;
  private static final double RADIUS = 5;
  private static final int TOP = 10;

  /** Where labels stand closer than this, only Mondays have one. */
  private static final double ROOM = 36;

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);

  private record Column(
      DayFigures day, Button place, Region bar, @Nullable Circle tired, Label label) {}

  private final List<Column> columns = new ArrayList<>();
  private final double most;

  DaysView(List<DayFigures> days, Consumer<LocalDate> open) {
    getStyleClass().add("days");
    most = Math.max(1, days.stream().mapToLong(DayFigures::workSeconds).max().orElse(1));
    for (DayFigures day : days) {
      Button place = new Button();
      place.getStyleClass().addAll("flat", "day-column");
      place.setAccessibleText(words(day));
      place.setMinSize(0, 0);
      place.setOnAction(pressed -> open.accept(day.day()));
      Nodes.tip(place, words(day));
      Region bar = new Region();
      bar.getStyleClass().add("bar-own");
      bar.setMouseTransparent(true);
      Circle tired = day.endFatigue() == null ? null : new Circle(RADIUS);
      Label label = Nodes.label(SHORT.format(day.day()), "axis");
      columns.add(new Column(day, place, bar, tired, label));
      getChildren().addAll(place, bar, label);
      if (tired != null) {
        tired.getStyleClass().add("fatigue-mark");
        tired.setMouseTransparent(true);
        getChildren().add(tired);
      }
    }
  }

  private static String words(DayFigures day) {
    String work =
        day.workSeconds() == 0
            ? "no work"
            : Durations.rounded(Duration.ofSeconds(day.workSeconds()), Durations.MINUTE)
                + " of work";
    return Phrases.day(day.day())
        + ": "
        + work
        + (day.endFatigue() == null ? "" : ", " + day.endFatigue() + "/10 tired at the end");
  }

  @Override
  protected double computePrefHeight(double width) {
    return HIGH + LABEL;
  }

  @Override
  protected void layoutChildren() {
    double each = getWidth() / Math.max(1, columns.size());
    double wide = Math.min(WIDEST, Math.max(2, each - 4));
    for (int i = 0; i < columns.size(); i++) {
      Column one = columns.get(i);
      double middle = each * (i + 0.5);
      one.place().resizeRelocate(snapPositionX(each * i), 0, each, HIGH + LABEL);
      double high = (HIGH - 2 * RADIUS) * one.day().workSeconds() / most;
      one.bar().resizeRelocate(middle - wide / 2, HIGH - high, wide, high);
      boolean named = each >= ROOM || one.day().day().getDayOfWeek().getValue() == 1;
      double across = one.label().prefWidth(-1);
      one.label().setVisible(named && middle + across / 2 <= getWidth() + RADIUS);
      one.label().resizeRelocate(Math.max(0, middle - across / 2), HIGH + 2, across, LABEL - 2);
      Circle tired = one.tired();
      Integer rating = one.day().endFatigue();
      if (tired != null && rating != null) {
        tired.setCenterX(middle);
        tired.setCenterY(RADIUS + (HIGH - 2 * RADIUS) * (TOP - rating) / TOP);
      }
    }
  }
}
