package app.respite.ui.rules;

import app.respite.ui.kit.Disclosure;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SearchWords;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** Every setting there is, found by its name in the file or by a word of what it does. */
final class AllKeys extends VBox {
  private record Found(Row row, String words, Node node) {}

  private final SettingsViewModel model;
  private final double width;
  private final VBox place = new VBox(12);
  private final List<Found> all = new ArrayList<>();
  private final Label none = Nodes.paragraph("", "quiet");

  /**
   * Folded.
   *
   * @param width how wide a sentence is where it stands beside its control
   */
  AllKeys(SettingsViewModel model, double width) {
    super(12);
    this.model = model;
    this.width = width;
    getStyleClass().add("card");
    ToggleButton opener = Disclosure.opener("All keys");
    opener.setId("all-keys");
    opener.setOnAction(
        pressed -> {
          boolean open = opener.isSelected();
          if (open && all.isEmpty()) {
            build();
          }
          Nodes.show(place, open);
        });
    Nodes.show(place, false);
    getChildren().addAll(opener, place);
  }

  /** Built once they are wanted: there are many. */
  private void build() {
    TextField search = new TextField();
    search.setId("search-keys");
    search.setPromptText("Find a setting: break, tax, idle.after");
    search.setAccessibleText("Find a setting by its name or what it does");
    place.getChildren().addAll(search, none);
    for (Row row : model.rows()) {
      Node node = SettingControl.row(row, width);
      String words = row.key().name() + " " + row.key().help();
      all.add(new Found(row, words, node));
      place.getChildren().add(node);
    }
    Nodes.show(none, false);
    search.textProperty().addListener((is, was, now) -> find(now));
  }

  private void find(String typed) {
    SearchWords wanted = new SearchWords(typed);
    boolean any = false;
    for (Found one : all) {
      boolean fits = wanted.in(one.words());
      Nodes.show(one.node(), fits);
      any |= fits;
    }
    none.setText("No setting is called so, or does that.");
    Nodes.show(none, !any);
  }
}
