package app.respite.ui.shell;

import app.respite.ui.kit.Nodes;
import app.respite.ui.today.Hotkey;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys on one card. */
final class KeysOverlay extends Overlay {
  private record Line(String key, String meaning) {}

  private final Button close;

  KeysOverlay(Runnable done) {
    super(done);
    GridPane grid = new GridPane(16, 8);
    int row = 0;
    for (Hotkey key : Hotkey.values()) {
      row = line(grid, row, new Line(key.key(), key.meaning()));
    }
    for (Line line :
        List.of(
            new Line("1 2 3", "Choose a task"),
            new Line("J K L", "Put off the break that is due"),
            new Line("X", "Skip the break that is due"),
            new Line("0–9", "Answer what is asked; - is 10"),
            new Line("Enter", "Save the answers"),
            new Line("Ctrl+1–5", "Today, Review, Money, Tasks, Rules"),
            new Line("Ctrl+K", "Everything that can be done, by its name"),
            new Line("?", "These keys"),
            new Line("Esc", "Close this"))) {
      row = line(grid, row, line);
    }
    close = Nodes.button("Close", done, "wide");
    VBox card = new VBox(16, Nodes.label("Keys", "headline"), grid, close);
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card(card);
  }

  @Override
  void open() {
    close.requestFocus();
  }

  private static int line(GridPane grid, int row, Line line) {
    Label meaning = Nodes.paragraph(line.meaning());
    grid.add(Nodes.label(line.key(), "key"), 0, row);
    grid.add(meaning, 1, row);
    return row + 1;
  }
}
