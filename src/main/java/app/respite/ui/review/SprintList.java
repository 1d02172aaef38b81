package app.respite.ui.review;

import app.respite.coach.words.Phrases;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.ui.kit.Digits;
import app.respite.ui.kit.Nodes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The sprints behind a figure: a table where there is room, else two lines a sprint. Their lengths
 * are those between the times beside them, to the minute.
 */
final class SprintList extends VBox {
  private static final double NARROW = 520;
  private static final String NOTHING = "–";
  private static final List<String> HEAD =
      List.of("", "", "min", "items", "items/h", "tired /10", "effort /10");

  /** One sprint in words. */
  private record Row(
      String time,
      String task,
      String minutes,
      String items,
      String rate,
      String tired,
      String effort) {
    String words() {
      return time
          + ", "
          + task
          + ", "
          + minutes
          + " min, "
          + (items.equals(NOTHING) ? "items not told" : items + " items")
          + (rate.equals(NOTHING) ? "" : ", " + rate + " items/h")
          + (tired.equals(NOTHING) ? ", tiredness not told" : ", tired " + tired + "/10")
          + (effort.equals(NOTHING) ? ", effort not told" : ", effort " + effort + "/10");
    }

    List<String> figures() {
      return List.of(minutes, items, rate, tired, effort);
    }
  }

  private final List<Object> rows = new ArrayList<>();
  private @Nullable Boolean narrow;

  /**
   * Lists sprints.
   *
   * @param task the task whose items are meant; null for each sprint's own
   * @param days whether they are of several days, each named above its sprints
   */
  SprintList(
      List<SprintFigures> sprints,
      @Nullable UUID task,
      Map<UUID, String> names,
      ZoneId zone,
      boolean days) {
    super(6);
    getStyleClass().add("sprint-list");
    LocalDate last = null;
    for (SprintFigures one : sprints) {
      if (days && !one.day().equals(last)) {
        last = one.day();
        rows.add(Phrases.day(last));
      }
      rows.add(row(one, task == null ? one.sprint().task() : task, names, zone));
    }
    arrange(false);
    widthProperty().addListener(changed -> arrange(getWidth() < NARROW));
  }

  private static Row row(SprintFigures one, UUID task, Map<UUID, String> names, ZoneId zone) {
    Integer items = one.itemsOf(task);
    Double rate = one.itemsPerHour(task);
    return new Row(
        Phrases.clock(one.sprint().start(), zone) + "–" + Phrases.clock(one.sprint().end(), zone),
        names.getOrDefault(task, ""),
        Long.toString(Durations.nearestMinutes(one.activeOf(task))),
        items == null ? NOTHING : Integer.toString(items),
        rate == null ? NOTHING : Figures.rate(rate),
        one.fatigue() == null ? NOTHING : Integer.toString(one.fatigue()),
        one.effort() == null ? NOTHING : Integer.toString(one.effort()));
  }

  private void arrange(boolean now) {
    Boolean one = now;
    if (one.equals(narrow)) {
      return;
    }
    narrow = one;
    if (now) {
      stack();
    } else {
      tabulate();
    }
  }

  private void stack() {
    getChildren().clear();
    for (Object row : rows) {
      if (row instanceof Row sprint) {
        Label first = Nodes.label("", "sprint-line");
        Nodes.elide(first, sprint.time() + "  " + sprint.task());
        List<String> parts = new ArrayList<>(List.of(sprint.minutes() + "\u00a0min"));
        add(parts, sprint.items(), "\u00a0items");
        add(parts, sprint.rate(), "\u00a0items/h");
        add(parts, sprint.tired(), "/10\u00a0tired");
        add(parts, sprint.effort(), "/10\u00a0effort");
        VBox both = new VBox(first, Nodes.paragraph(String.join(" · ", parts), "axis"));
        tell(both, sprint);
        getChildren().add(both);
      } else {
        getChildren().add(Nodes.label(String.valueOf(row), "quiet"));
      }
    }
  }

  private static void add(List<String> parts, String figure, String unit) {
    if (!figure.equals(NOTHING)) {
      parts.add(figure + unit);
    }
  }

  private static void tell(Node node, Row sprint) {
    node.setAccessibleRole(AccessibleRole.TEXT);
    node.setAccessibleText(sprint.words());
  }

  private void tabulate() {
    GridPane table = new GridPane(16, 4);
    for (int column = 0; column < HEAD.size(); column++) {
      ColumnConstraints room = new ColumnConstraints();
      room.setHalignment(column < 2 ? HPos.LEFT : HPos.RIGHT);
      room.setHgrow(column == 1 ? Priority.ALWAYS : Priority.NEVER);
      room.setMinWidth(column == 1 ? 40 : Region.USE_PREF_SIZE);
      table.getColumnConstraints().add(room);
      table.add(Nodes.label(HEAD.get(column), "axis"), column, 0);
    }
    int line = 1;
    for (Object row : rows) {
      if (row instanceof Row sprint) {
        Digits time = digits(sprint.time());
        tell(time, sprint);
        table.add(time, 0, line);
        Label task = Nodes.label("");
        Nodes.elide(task, sprint.task());
        table.add(task, 1, line);
        for (int i = 0; i < sprint.figures().size(); i++) {
          table.add(digits(sprint.figures().get(i)), i + 2, line);
        }
      } else {
        table.add(Nodes.label(String.valueOf(row), "quiet"), 0, line, HEAD.size(), 1);
      }
      line++;
    }
    getChildren().setAll(table);
  }

  private static Digits digits(String figure) {
    Digits digits = new Digits();
    digits.setText(figure);
    return digits;
  }
}
