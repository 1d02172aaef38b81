package app.respite.ui.review;

import app.respite.domain.review.SprintFigures;
import app.respite.ui.kit.Nodes;
import app.respite.ui.review.CardContent.Figure;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One subject of the review: figures, a picture, sentences, and the sprints behind them. */
final class Card extends VBox {
  private static final double READING = 640;

  private final String heading;

  Card(String heading) {
    super(8);
    this.heading = heading;
    getStyleClass().add("card");
    Label words = Nodes.label("", "section");
    Nodes.elide(words, heading);
    words.setMinWidth(0);
    getChildren().add(words);
  }

  Card name(String name, String style) {
    Label words = Nodes.label("", style);
    Nodes.elide(words, name);
    words.setMinWidth(0);
    getChildren().add(words);
    return this;
  }

  Card figures(List<Figure> figures) {
    return figures(figures, 0);
  }

  /** Figures at least so wide each, so that rows of them stand in columns. */
  Card figures(List<Figure> figures, double width) {
    if (!figures.isEmpty()) {
      FlowPane row = new FlowPane(24, 12);
      for (Figure figure : figures) {
        Region box = box(figure);
        box.setMinWidth(width);
        row.getChildren().add(box);
      }
      getChildren().add(row);
    }
    return this;
  }

  private static Region box(Figure figure) {
    Label number = Nodes.label(figure.value(), "figure");
    Label words = Nodes.label(figure.caption(), "axis");
    VBox box = new VBox(2, number, words);
    box.getStyleClass().add("figure-box");
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(figure.value() + " " + figure.caption());
    return box;
  }

  Card picture(Node... nodes) {
    getChildren().addAll(nodes);
    return this;
  }

  Card sentences(List<String> sentences) {
    for (String part : String.join(" ", sentences).split(ReviewWords.PARAGRAPH, -1)) {
      if (!part.isBlank()) {
        paragraph(part.strip(), "said");
      }
    }
    return this;
  }

  Card note(String note) {
    if (!note.isEmpty()) {
      paragraph(note, "note");
    }
    return this;
  }

  private void paragraph(String text, String style) {
    Label words = Nodes.paragraph(text, style);
    words.setMaxWidth(READING);
    getChildren().add(words);
  }

  Card told(CardContent told) {
    return figures(told.figures()).sentences(told.sentences()).note(told.note());
  }

  /** The sprints behind the figures, once they are wanted. */
  Card sprints(List<SprintFigures> sprints, Function<List<SprintFigures>, SprintList> list) {
    return sprints.isEmpty() ? this : sprints(show -> show.accept(list.apply(sprints)));
  }

  /** The same, where they have to be fetched. */
  Card sprints(Consumer<Consumer<Node>> fetch) {
    ToggleButton show = new ToggleButton("Show the sprints");
    show.getStyleClass().addAll("flat", "disclose");
    Region arrow = new Region();
    arrow.getStyleClass().add("disclose-arrow");
    show.setGraphic(arrow);
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setAccessibleText("Show the sprints behind " + heading);
    VBox place = new VBox();
    Nodes.show(place, false);
    show.setOnAction(
        pressed -> {
          boolean on = show.isSelected();
          show.setText(on ? "Hide the sprints" : "Show the sprints");
          show.setAccessibleText(show.getText() + " behind " + heading);
          Nodes.show(place, on);
          if (on && place.getChildren().isEmpty()) {
            fetch.accept(node -> place.getChildren().setAll(node));
          }
        });
    getChildren().addAll(show, place);
    return this;
  }
}
