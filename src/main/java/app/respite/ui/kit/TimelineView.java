package app.respite.ui.kit;

import app.respite.coach.words.Phrases;
import app.respite.ui.kit.DayPicture.Look;
import app.respite.ui.kit.DayPicture.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** The day as one line of work, breaks and time away, hour by hour. */
public final class TimelineView extends Chart {
  private static final double LANE = 28;
  private static final double GAP = 4;
  private static final double ROOM_PER_HOUR = 44;

  private record Piece(Stretch stretch, Region node) {}

  private record Hour(Instant at, Label label, Line tick) {}

  private final Region lane = new Region();
  private final Line now = new Line();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Hour> hours = new ArrayList<>();
  private @Nullable DayPicture picture;
  private ZoneId zone = ZoneOffset.UTC;
  private @Nullable Instant at;
  private final double gutter;

  /** Over the whole width. */
  public TimelineView() {
    this(0);
  }

  /** With room on the left, see {@link HourScale}. */
  public TimelineView(double gutter) {
    this.gutter = gutter;
    getStyleClass().add("timeline");
    lane.getStyleClass().add("timeline-lane");
    now.getStyleClass().add("timeline-now");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(200);
  }

  /**
   * Shows a day; what did not change keeps its nodes.
   *
   * @param moment now, marked with a line; null for a day that is over
   */
  public void show(DayPicture next, @Nullable Instant moment, ZoneId where) {
    boolean same = next.equals(picture) && where.equals(zone);
    at = moment;
    if (!same) {
      boolean sameHours =
          picture != null && picture.hours().equals(next.hours()) && where.equals(zone);
      picture = next;
      zone = where;
      if (!sameHours) {
        layOutHours(next);
      }
      layOutPieces(next);
      setAccessibleText(next.words(where));
      getChildren().setAll(lane);
      hours.forEach(hour -> getChildren().addAll(hour.tick(), hour.label()));
      pieces.forEach(piece -> getChildren().add(piece.node()));
      getChildren().add(now);
    }
    requestLayout();
  }

  private void layOutHours(DayPicture day) {
    hours.clear();
    for (Instant hour = day.hours().start();
        !hour.isAfter(day.hours().end());
        hour = hour.plus(Duration.ofHours(1))) {
      Line tick = new Line();
      tick.getStyleClass().add("timeline-tick");
      hours.add(
          new Hour(hour, Nodes.label(Phrases.clock(hour, zone).substring(0, 2), "axis"), tick));
    }
  }

  private void layOutPieces(DayPicture day) {
    List<Piece> before = List.copyOf(pieces);
    pieces.clear();
    for (int i = 0; i < day.stretches().size(); i++) {
      Stretch stretch = day.stretches().get(i);
      boolean kept = i < before.size() && before.get(i).stretch().equals(stretch);
      pieces.add(kept ? before.get(i) : piece(stretch));
    }
  }

  private Piece piece(Stretch stretch) {
    Region node = new Region();
    node.getStyleClass().addAll("stretch", style(stretch.look()));
    Nodes.tip(node, stretch.words(zone));
    return new Piece(stretch, node);
  }

  private static String style(Look look) {
    return "stretch-" + look.name().toLowerCase(Locale.ROOT);
  }

  /** The names of what is to be seen, each beside its pattern. */
  public static Label legend(Look look) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("stretch", style(look), "swatch");
    Label label = Nodes.label(look.word(), "legend");
    label.setGraphic(swatch);
    return label;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 16 + GAP + LANE + GAP;
  }

  @Override
  protected void layoutChildren() {
    if (picture == null) {
      return;
    }
    double top = 16 + GAP;
    double width = getWidth();
    HourScale scale = new HourScale(picture.hours(), gutter);
    lane.resizeRelocate(gutter, top, width - gutter, LANE);
    long count = Math.max(1, picture.hours().length().toHours());
    int step = (int) Math.max(1, Math.ceil(ROOM_PER_HOUR * count / Math.max(1, width - gutter)));
    for (int i = 0; i < hours.size(); i++) {
      Hour hour = hours.get(i);
      double x = scale.x(hour.at(), width);
      double wide = hour.label().prefWidth(-1);
      boolean fits = i % step == 0 && x + wide <= width;
      hour.label().setVisible(fits);
      hour.label().resizeRelocate(x, 0, wide, 16);
      hour.tick().setVisible(i % step == 0 && i > 0 && i < hours.size() - 1);
      line(hour.tick(), x, top, top + LANE);
    }
    for (Piece piece : pieces) {
      double from = snapPositionX(scale.x(piece.stretch().start(), width));
      double to = snapPositionX(scale.x(piece.stretch().end(), width));
      piece.node().resizeRelocate(from, top, Math.max(1, to - from), LANE);
    }
    now.setVisible(at != null);
    if (at != null) {
      line(now, scale.x(at, width), top - GAP, top + LANE + GAP);
    }
  }

  private static void line(Line line, double x, double from, double to) {
    double sharp = Math.floor(x) + 0.5;
    line.setStartX(sharp);
    line.setEndX(sharp);
    line.setStartY(from);
    line.setEndY(to);
  }
}
