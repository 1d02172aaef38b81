package app.respite.ui.shell;

import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SearchWords;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Everything that can be done now, found by typing a part of its name. */
final class CommandPalette extends Overlay {
  private static final double WIDE = 460;
  private static final double HIGH = 320;

  /** Something that can be done; its words are unlike those of the others. */
  record Entry(String words, Runnable deed) {
    @Override
    public String toString() {
      return words;
    }
  }

  private final TextField typed = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final List<Entry> all;
  private final Runnable close;

  CommandPalette(List<Entry> all, Runnable close) {
    super(close);
    this.all = List.copyOf(all);
    this.close = close;
    typed.setPromptText("What do you want to do?");
    typed.setAccessibleText("What do you want to do? Type a part of it");
    typed.textProperty().addListener(changed -> find());
    list.setAccessibleText("What can be done now");
    list.setFocusTraversable(false);
    list.setPrefHeight(HIGH);
    list.setPlaceholder(Nodes.paragraph("Nothing that can be done now has this name.", "quiet"));
    list.setOnMouseClicked(clicked -> choose());
    VBox card = new VBox(8, typed, list);
    card.setMaxSize(WIDE, USE_PREF_SIZE);
    card(card);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    find();
  }

  @Override
  void open() {
    typed.requestFocus();
  }

  /** Every word that was typed is somewhere in the name. */
  private void find() {
    SearchWords wanted = new SearchWords(typed.getText());
    list.getItems().setAll(all.stream().filter(one -> wanted.in(one.words())).toList());
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> select(Math.min(at + 1, list.getItems().size() - 1));
      case UP -> select(Math.max(at - 1, 0));
      case ENTER -> choose();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int index) {
    list.getSelectionModel().select(index);
    list.scrollTo(index);
  }

  private void choose() {
    Entry chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close.run();
      chosen.deed().run();
    }
  }
}
