package app.respite.ui.rules;

import app.respite.coach.port.Backups;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.WrapRow;
import app.respite.ui.rules.BackupsViewModel.Choice;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Backups on the page of settings: where they are, a new one, a way back to one. */
public final class BackupCard extends VBox {
  private final Label words = Nodes.paragraph("", "quiet");
  private final WrapRow choices = new WrapRow(8);
  private final BackupsViewModel model;
  private boolean asked;

  /**
   * The card; it looks into the folder of backups when it comes into sight.
   *
   * @param background does what may take a moment
   * @param screen comes back to the screen
   */
  public BackupCard(Backups backups, ZoneId zone, Executor background, Executor screen) {
    super(8);
    setId("backups");
    getStyleClass().add("card");
    getChildren().addAll(Nodes.label("Your journal's backups", "section"), words, choices);
    model = new BackupsViewModel(backups, zone, background, screen, this::show, this::overview);
    sceneProperty()
        .addListener(
            (is, was, now) -> {
              if (now != null && !asked) {
                asked = true;
                model.overview();
              }
            });
  }

  private void overview() {
    model.overview();
  }

  private void show(String text, List<Choice> offered) {
    boolean hadFocus = choices.getChildren().stream().anyMatch(button -> button.isFocused());
    words.setText(text);
    choices.getChildren().setAll(offered.stream().map(ChoiceButton::of).toList());
    if (hadFocus && !offered.isEmpty()) {
      choices.getChildren().getFirst().requestFocus();
    }
  }
}
