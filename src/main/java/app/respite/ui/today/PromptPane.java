package app.respite.ui.today;

import app.respite.ui.kit.Nodes;
import app.respite.ui.today.PromptViewModel.Choice;
import app.respite.ui.today.PromptViewModel.Face;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The prompt for a break: a line, its reasons, and answers that take one press or one key. */
public final class PromptPane extends VBox {
  private final Consumer<Choice> answer;
  private final Label title = Nodes.paragraph("", "prompt-title");
  private final VBox more = new VBox(2);
  private final FlowPane choices = new FlowPane(8, 8);
  private @Nullable Face face;

  /** With what to do about an answer. */
  public PromptPane(Consumer<Choice> answer) {
    this.answer = answer;
    getStyleClass().add("prompt");
    setAccessibleRole(AccessibleRole.PARENT);
    choices.setAlignment(Pos.CENTER_LEFT);
    // One row where there is room for it, buttons below the words where there is not.
    VBox words = new VBox(2, title, more);
    words.setMinWidth(200);
    FlowPane rows = new FlowPane(24, 8, words, choices);
    rows.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(rows);
    title.maxWidthProperty().bind(widthProperty().subtract(34));
    choices
        .prefWrapLengthProperty()
        .bind(widthProperty().subtract(34).map(w -> Math.min(w.doubleValue(), 480)));
  }

  /** Shows a prompt. */
  public void show(Face next) {
    if (next.equals(face)) {
      return;
    }
    boolean sameChoices = face != null && face.choices().equals(next.choices());
    face = next;
    title.setText(next.title());
    more.getChildren().setAll(next.more().stream().map(line -> paragraph(line)).toList());
    Nodes.show(more, !next.more().isEmpty());
    Nodes.state(this, "warning", next.warning());
    setAccessibleText(String.join(" ", next.title(), String.join(" ", next.more())));
    if (!sameChoices) {
      choices.getChildren().setAll(next.choices().stream().map(this::button).toList());
    }
  }

  /** The answer a key gives. */
  public Optional<Choice> choice(String key) {
    return face == null
        ? Optional.empty()
        : face.choices().stream().filter(choice -> choice.key().equals(key)).findFirst();
  }

  private Label paragraph(String line) {
    Label label = Nodes.paragraph(line, "quiet");
    label.maxWidthProperty().bind(widthProperty().subtract(34));
    return label;
  }

  private Button button(Choice choice) {
    Button button = Nodes.button(choice.label(), () -> answer.accept(choice));
    if (choice.main()) {
      button.getStyleClass().add("due-action");
    }
    Label key = Nodes.label(choice.key(), "key");
    HBox graphic = new HBox(key);
    graphic.setAlignment(Pos.CENTER);
    graphic.setMaxHeight(Region.USE_PREF_SIZE);
    button.setGraphic(graphic);
    button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    button.setAccessibleText(spoken(choice));
    return button;
  }

  private static String spoken(Choice choice) {
    boolean postpone = choice.command() instanceof app.respite.domain.day.Input.Postpone;
    return (postpone ? "Put off: " : "") + choice.label() + ", key " + choice.key();
  }
}
