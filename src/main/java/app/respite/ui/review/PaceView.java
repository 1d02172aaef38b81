package app.respite.ui.review;

import app.respite.coach.words.Phrases;
import app.respite.domain.review.PaceBand;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.text.Figures;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.HourScale;
import app.respite.ui.kit.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * Items an hour of each sprint of one task, as bars over the hours of the day from 0 up, before the
 * band of one's own usual pace.
 */
final class PaceView extends Chart {
  private static final double PLOT = 88;
  private static final double VALUE = 18;
  private static final double HOURS = 18;
  private static final double ROOM_PER_HOUR = 44;
  private static final double BAR = 20;

  private record Bar(Instant from, Instant to, double rate, Region bar, Label value) {}

  private record Hour(Instant at, Label label) {}

  private final HourScale scale;
  private final PaceBand usual;
  private final double top;
  private final List<Bar> bars = new ArrayList<>();
  private final List<Hour> hours = new ArrayList<>();
  private final Region band = new Region();
  private final Line ground = new Line();

  PaceView(List<SprintFigures> sprints, UUID task, PaceBand usual, HourScale scale, ZoneId zone) {
    this.scale = scale;
    this.usual = usual;
    getStyleClass().add("pace-plot");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(200);
    band.getStyleClass().add("pace-band");
    ground.getStyleClass().add("timeline-tick");
    band.setVisible(usual.high() != null);
    getChildren().addAll(band, ground);
    double highest = usual.high() == null ? 0 : usual.high();
    List<String> words = new ArrayList<>();
    for (SprintFigures one : sprints) {
      Double rate = one.itemsPerHour(task);
      if (rate == null) {
        continue;
      }
      highest = Math.max(highest, rate);
      Region bar = new Region();
      bar.getStyleClass().add("pace-bar");
      String said =
          Phrases.clock(one.sprint().start(), zone) + ", " + Figures.rate(rate) + " items/h";
      Nodes.tip(bar, said);
      words.add(said);
      Label value = Nodes.label(Figures.rate(rate), "axis", "pace-value");
      bars.add(new Bar(one.sprint().start(), one.sprint().end(), rate, bar, value));
      getChildren().addAll(bar, value);
    }
    for (Instant at = scale.hours().start();
        !at.isAfter(scale.hours().end());
        at = at.plus(Duration.ofHours(1))) {
      Label label = Nodes.label(Phrases.clock(at, zone).substring(0, 2), "axis");
      hours.add(new Hour(at, label));
      getChildren().add(label);
    }
    top = Math.max(1, highest);
    setAccessibleText("Items an hour by sprint: " + String.join("; ", words));
  }

  /** What the band is. */
  static Label legend(PaceBand usual) {
    Label label = Nodes.legend("pace-band", "your usual pace");
    Nodes.show(label, usual.low() != null);
    return label;
  }

  @Override
  protected double computePrefHeight(double width) {
    return VALUE + PLOT + HOURS;
  }

  private double y(double rate) {
    return VALUE + PLOT * (1 - rate / top);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double floor = Math.floor(y(0)) + 0.5;
    ground.setStartX(scale.gutter());
    ground.setEndX(width);
    ground.setStartY(floor);
    ground.setEndY(floor);
    Double low = usual.low();
    Double high = usual.high();
    if (low != null && high != null) {
      double from = snapPositionY(y(high));
      double height = Math.max(2, snapPositionY(y(low)) - from);
      band.resizeRelocate(scale.gutter(), from, width - scale.gutter(), height);
    }
    double free = 0;
    for (Bar one : bars) {
      double from = scale.x(one.from(), width);
      double to = scale.x(one.to(), width);
      double wide = Math.clamp(to - from - 2, 3, BAR);
      double left = snapPositionX((from + to - wide) / 2);
      double up = snapPositionY(y(one.rate()));
      one.bar().resizeRelocate(left, up, wide, Math.max(1, floor - 0.5 - up));
      double words = one.value().prefWidth(-1);
      double at = Math.clamp((from + to - words) / 2, 0, Math.max(0, width - words));
      boolean fits = at >= free;
      one.value().setVisible(fits);
      one.value().resizeRelocate(at, up - VALUE + 2, words, VALUE - 2);
      free = fits ? at + words + 3 : free;
    }
    int step =
        (int)
            Math.max(
                1, Math.ceil(ROOM_PER_HOUR * hours.size() / Math.max(1, width - scale.gutter())));
    for (int i = 0; i < hours.size(); i++) {
      Label label = hours.get(i).label();
      double x = scale.x(hours.get(i).at(), width);
      double wide = label.prefWidth(-1);
      label.setVisible(i % step == 0 && x + wide <= width);
      label.resizeRelocate(x, floor + 2, wide, HOURS - 2);
    }
  }
}
