package app.respite.ui.shell;

import app.respite.ui.kit.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything that can be done now, found by typing a part of its name. */
final class CommandPalette extends StackPane {
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
    this.all = List.copyOf(all);
    this.close = close;
    getStyleClass().add("overlay");
    typed.setPromptText("What do you want to do?");
    typed.setAccessibleText("What do you want to do? Type a part of it");
    typed.textProperty().addListener(changed -> find());
    list.setAccessibleText("What can be done now");
    list.setFocusTraversable(false);
    list.setPrefHeight(HIGH);
    list.setPlaceholder(Nodes.paragraph("Nothing that can be done now has this name.", "quiet"));
    list.setOnMouseClicked(clicked -> choose());
    VBox card = new VBox(8, typed, list);
    card.getStyleClass().addAll("card", "overlay-card");
    card.setMaxSize(WIDE, USE_PREF_SIZE);
    setAlignment(Pos.CENTER);
    getChildren().add(card);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMouseClicked(
        clicked -> {
          if (clicked.getTarget() == this) {
            close.run();
          }
        });
    find();
  }

  void open() {
    typed.requestFocus();
  }

  /** Every word that was typed is somewhere in the name. */
  private void find() {
    List<String> words =
        Stream.of(typed.getText().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    list.getItems()
        .setAll(
            all.stream()
                .filter(
                    one -> words.stream().allMatch(one.words().toLowerCase(Locale.ROOT)::contains))
                .toList());
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> select(Math.min(at + 1, list.getItems().size() - 1));
      case UP -> select(Math.max(at - 1, 0));
      case ENTER -> choose();
      case ESCAPE -> close.run();
      // Tab must not lead to what is covered.
      case TAB -> {}
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
