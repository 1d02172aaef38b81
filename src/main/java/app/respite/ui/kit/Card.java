package app.respite.ui.kit;

import app.respite.coach.review.Asked;
import app.respite.coach.review.Part;
import app.respite.coach.review.Part.Figure;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One subject of a page: figures, a picture, sentences, and what is behind them. */
public final class Card extends VBox {
  private static final double READING = 640;

  /** What a caption may take in the narrowest window; a longer one wraps. */
  private static final double CAPTION = 260;

  private final String heading;

  /** An empty one; without a heading where that is empty. */
  public Card(String heading) {
    super(8);
    this.heading = heading;
    getStyleClass().add("card");
    if (!heading.isEmpty()) {
      Label words = Nodes.label("", "section");
      Nodes.elide(words, heading);
      words.setMinWidth(0);
      getChildren().add(words);
    }
  }

  /** A name that heads what follows. */
  public void name(String name) {
    Label words = Nodes.label("", "task-name");
    Nodes.elide(words, name);
    words.setMinWidth(0);
    getChildren().add(words);
  }

  /** Fetches what a figure is made of, to be shown. */
  public interface Explainer {
    /** The node is handed over once it is there. */
    void explain(Asked asked, Consumer<Node> show);
  }

  /**
   * Figures at least so wide each, so that rows of them stand in columns. One that can be asked for
   * is a button, which unfolds what it is made of below the row.
   */
  public void figures(List<Figure> figures, double width, Explainer explainer) {
    if (!figures.isEmpty()) {
      // One alone may be in a place that is narrower than its caption.
      Pane row = figures.size() == 1 ? new VBox() : new FlowPane(24, 12);
      VBox place = new VBox();
      place.getStyleClass().add("explanation");
      Nodes.show(place, false);
      ToggleGroup one = new ToggleGroup();
      for (Figure figure : figures) {
        Labeled number =
            figure.asked() == null
                ? Nodes.label(figure.value(), "figure")
                : pressed(figure, figure.asked(), one, place, explainer);
        Region box = box(figure, number);
        box.setMinWidth(width);
        row.getChildren().add(box);
      }
      getChildren().addAll(row, place);
    }
  }

  private static ToggleButton pressed(
      Figure figure, Asked asked, ToggleGroup one, VBox place, Explainer explainer) {
    ToggleButton button = new ToggleButton(figure.value());
    button.getStyleClass().addAll("figure", "explained");
    button.setToggleGroup(one);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(figure.value() + " " + figure.caption());
    Nodes.tip(button, "What this is made of");
    button
        .selectedProperty()
        .addListener(
            changed -> {
              if (button.isSelected()) {
                explainer.explain(
                    asked,
                    node -> {
                      if (button.isSelected()) {
                        place.getChildren().setAll(node);
                        Nodes.show(place, true);
                      }
                    });
              } else if (one.getSelectedToggle() == null) {
                Nodes.show(place, false);
              }
            });
    return button;
  }

  private static Region box(Figure figure, Labeled number) {
    Label words = Nodes.label(figure.caption(), "axis");
    words.setWrapText(true);
    words.setMaxWidth(CAPTION);
    VBox box = new VBox(2, number, words);
    box.getStyleClass().add("figure-box");
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(figure.value() + " " + figure.caption());
    return box;
  }

  /** Whatever else is shown. */
  public void picture(Node... nodes) {
    getChildren().addAll(nodes);
  }

  /** Paragraphs parted by line ends. */
  public void said(String text) {
    text.lines().filter(part -> !part.isBlank()).forEach(part -> paragraph(part.strip(), "said"));
  }

  /** A fact for itself. */
  public void point(String text) {
    paragraph("• " + text, "evidence");
  }

  /** Quietly, what one should know. */
  public void note(String note) {
    paragraph(note, "note");
  }

  private void paragraph(String text, String style) {
    Label words = Nodes.paragraph(text, style);
    words.setMaxWidth(READING);
    getChildren().add(words);
  }

  /** Texts wrap in the last column, which has the room that the others leave. */
  public void table(Part.Table table) {
    if (table.hasHead()) {
      picture(new FoldingTable(table));
      return;
    }
    GridPane grid = new GridPane(16, 4);
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        Label cell = Nodes.label(cells.get(column), "said");
        boolean right = column < table.columns().size() && table.columns().get(column).right();
        GridPane.setHalignment(cell, right ? HPos.RIGHT : HPos.LEFT);
        GridPane.setValignment(cell, VPos.TOP);
        if (column + 1 == cells.size()) {
          cell.setWrapText(true);
        } else {
          cell.setMinWidth(Region.USE_PREF_SIZE);
        }
        grid.add(cell, column, row);
      }
    }
    picture(grid);
  }

  /** The sprints behind the figures, fetched once they are wanted. */
  public void sprints(Consumer<Consumer<Node>> fetch) {
    getChildren().add(new Disclosure("the sprints", " behind " + heading, fetch));
  }
}
