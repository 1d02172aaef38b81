package app.respite.ui.money;

import app.respite.coach.words.MoneyTable;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.Totals;
import app.respite.ui.kit.Digits;
import app.respite.ui.kit.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The months of one currency in numbers: a table where there is room, else lines. */
final class MonthsTable extends VBox {
  private static final double NARROW = 520;

  private record Row(String month, List<String> cells, String words) {}

  private final List<Row> rows = new ArrayList<>();
  private @Nullable Boolean narrow;

  MonthsTable(MoneyReport report, String currency) {
    super(8);
    getStyleClass().add("months-table");
    report
        .byMonth()
        .reversed()
        .forEach(
            (month, totals) -> {
              Totals total = totals.get(currency);
              if (total != null) {
                rows.add(row(MoneyTable.month(month), total, currency));
              }
            });
    arrange(false);
    widthProperty().addListener(changed -> arrange(getWidth() < NARROW));
  }

  private static Row row(String month, Totals total, String currency) {
    List<String> cells = MoneyTable.cells(total.sums(), total.balance(), currency);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).equals("-")) {
        parts.add(MoneyTable.HEAD.get(i).replace(' ', '\u00a0') + "\u00a0" + cells.get(i));
      }
    }
    return new Row(month, cells, String.join(" · ", parts));
  }

  private void arrange(boolean now) {
    Boolean one = now;
    if (one.equals(narrow) || (getWidth() <= 0 && narrow != null)) {
      return;
    }
    narrow = one;
    getChildren().clear();
    if (now) {
      rows.forEach(
          row -> {
            VBox both =
                new VBox(
                    Nodes.label(row.month(), "sprint-line"), Nodes.paragraph(row.words(), "axis"));
            tell(both, row);
            getChildren().add(both);
          });
    } else {
      tabulate();
    }
  }

  private static void tell(Node node, Row row) {
    node.setAccessibleRole(AccessibleRole.TEXT);
    node.setAccessibleText(row.month() + ": " + row.words());
  }

  private void tabulate() {
    GridPane table = new GridPane(16, 4);
    for (int i = 0; i < MoneyTable.HEAD.size(); i++) {
      Label head = Nodes.label(MoneyTable.HEAD.get(i), "axis");
      GridPane.setHalignment(head, HPos.RIGHT);
      table.add(head, i + 1, 0);
    }
    int line = 1;
    for (Row row : rows) {
      Label month = Nodes.label(row.month());
      tell(month, row);
      table.add(month, 0, line);
      for (int i = 0; i < row.cells().size(); i++) {
        Digits digits = new Digits();
        digits.setText(row.cells().get(i));
        GridPane.setHalignment(digits, HPos.RIGHT);
        table.add(digits, i + 1, line);
      }
      line++;
    }
    getChildren().setAll(table);
  }
}
