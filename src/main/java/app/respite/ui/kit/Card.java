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
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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

  /** Leaves the heading out of sight, where what unfolds the card has its name already. */
  public Card named() {
    getChildren().stream()
        .filter(each -> each.getStyleClass().contains("section"))
        .forEach(each -> Nodes.show(each, false));
    return this;
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
   * A figure with its caption.
   *
   * @param behind hands over what the figure is made of; null where there is nothing more
   */
  public record Unfolding(
      String value, String caption, @Nullable Consumer<Consumer<Node>> behind) {}

  /** Figures of which some can be asked for. */
  public void figures(List<Figure> figures, double width, Explainer explainer) {
    figures(figures.stream().map(one -> unfolding(one, explainer)).toList(), width);
  }

  private static Unfolding unfolding(Figure figure, Explainer explainer) {
    Asked asked = figure.asked();
    return new Unfolding(
        figure.value(),
        figure.caption(),
        asked == null ? null : show -> explainer.explain(asked, show));
  }

  /**
   * Figures at least so wide each, so that rows of them stand in columns. One with something behind
   * it is a button, which unfolds that below the row.
   */
  public void figures(List<Unfolding> figures, double width) {
    if (!figures.isEmpty()) {
      // One alone may be in a place that is narrower than its caption.
      Pane row = figures.size() == 1 ? new VBox() : new FlowPane(24, 12);
      VBox place = FigureButton.place();
      ToggleGroup one = new ToggleGroup();
      for (Unfolding figure : figures) {
        Region box = box(figure, number(figure, one, place));
        box.setMinWidth(width);
        row.getChildren().add(box);
      }
      getChildren().addAll(row, place);
    }
  }

  private static Labeled number(Unfolding figure, ToggleGroup one, VBox place) {
    if (figure.behind() == null) {
      return Nodes.label(figure.value(), "figure");
    }
    FigureButton button =
        new FigureButton(
            figure.value(), figure.value() + " " + figure.caption(), one, place, figure.behind());
    button.getStyleClass().add("figure");
    return button;
  }

  private static Region box(Unfolding figure, Labeled number) {
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
