package app.respite.ui.kit;

import app.respite.coach.review.Part.Table;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A table whose first row heads its columns; where there is too little room, each row is a few
 * words with the heads in them.
 */
public final class FoldingTable extends VBox {
  private static final double GAP = 16;

  private final Table table;
  private final GridPane grid = new GridPane(GAP, 4);
  private final VBox folded = new VBox(6);

  /** With its rows, the heads first. */
  public FoldingTable(Table table) {
    this.table = table;
    grid.setMinWidth(Region.USE_PREF_SIZE);
    for (int row = 0; row < table.rows().size(); row++) {
      tabulate(row);
      if (row > 0) {
        fold(row);
      }
    }
    // The row takes its width from outside, or a table too wide would never learn that it is.
    setMinWidth(0);
    getChildren().setAll(grid);
    widthProperty().addListener(changed -> arrange());
  }

  private boolean isRight(int column) {
    return column < table.columns().size() && table.columns().get(column).right();
  }

  private void tabulate(int row) {
    List<String> cells = table.rows().get(row);
    for (int column = 0; column < cells.size(); column++) {
      Region cell =
          row == 0
              ? Nodes.label(cells.get(column), "axis")
              : isRight(column)
                  ? digits(cells.get(column))
                  : Nodes.label(cells.get(column).strip());
      GridPane.setHalignment(cell, isRight(column) ? HPos.RIGHT : HPos.LEFT);
      cell.setMinWidth(USE_PREF_SIZE);
      if (column == 0) {
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setAccessibleText(row == 0 ? "" : words(row));
      }
      grid.add(cell, column, row);
    }
  }

  private void fold(int row) {
    Label first = Nodes.label("", "sprint-line");
    Nodes.elide(first, table.rows().get(row).getFirst());
    VBox both = new VBox(first, Nodes.paragraph(figures(row, " · "), "axis"));
    both.setAccessibleRole(AccessibleRole.TEXT);
    both.setAccessibleText(words(row));
    folded.getChildren().add(both);
  }

  private String words(int row) {
    return table.rows().get(row).getFirst() + ": " + figures(row, ", ");
  }

  /** Each figure with the word above its column. */
  private String figures(int row, String between) {
    List<String> heads = table.rows().getFirst();
    List<String> cells = table.rows().get(row);
    List<String> parts = new ArrayList<>();
    for (int column = 1; column < cells.size(); column++) {
      String head = column < heads.size() ? heads.get(column) : "";
      String cell = cells.get(column).strip();
      if (!cell.isEmpty() && !cell.equals("-")) {
        parts.add((head.isEmpty() ? cell : head + " " + cell).replace(' ', '\u00a0'));
      }
    }
    return String.join(between, parts);
  }

  private void arrange() {
    boolean fits = grid.prefWidth(-1) <= getWidth();
    if (fits != getChildren().contains(grid)) {
      getChildren().setAll(fits ? grid : folded);
    }
  }

  private static Digits digits(String figure) {
    Digits digits = new Digits();
    digits.setText(figure);
    return digits;
  }
}
