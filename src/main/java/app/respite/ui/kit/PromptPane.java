package app.respite.ui.kit;

import app.respite.domain.day.Input;
import app.respite.ui.kit.PromptViewModel.Choice;
import app.respite.ui.kit.PromptViewModel.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The prompt for a break: a line, its reasons, and answers that take one press or one key. */
public final class PromptPane extends VBox {
  private final Consumer<Choice> answer;
  private final boolean keys;
  private final Label title = Nodes.paragraph("", "prompt-title");
  private final VBox more = new VBox(2);
  private final WrapRow choices = new WrapRow(6);
  private @Nullable Face face;
  private boolean within;

  /**
   * With what to do about an answer.
   *
   * @param keys whether keys answer it, too
   */
  public PromptPane(Consumer<Choice> answer, boolean keys) {
    this.answer = answer;
    this.keys = keys;
    getStyleClass().add("prompt");
    setAccessibleRole(AccessibleRole.PARENT);
    choices.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(2, title, more);
    getChildren().add(new SideBySide(words, choices, 0));
  }

  /** Shows a prompt. */
  public void show(Face next) {
    if (next.equals(face)) {
      return;
    }
    boolean sameChoices = face != null && face.choices().equals(next.choices());
    face = next;
    title.setText(next.title());
    more.getChildren()
        .setAll(next.more().stream().map(line -> Nodes.paragraph(line, "quiet")).toList());
    Nodes.show(more, !next.more().isEmpty());
    Nodes.state(this, "warning", next.warning());
    setAccessibleText(String.join(" ", next.title(), String.join(" ", next.more())));
    if (!sameChoices) {
      showChoices(next.choices());
    }
    arrange();
  }

  /** The same answers under other words keep their buttons, and these the focus. */
  private void showChoices(List<Choice> next) {
    List<Button> now = new ArrayList<>();
    for (Choice choice : next) {
      Button button =
          choices.getChildren().stream()
              .filter(each -> choice.key().equals(each.getUserData()))
              .filter(Button.class::isInstance)
              .map(Button.class::cast)
              .findFirst()
              .orElseGet(Button::new);
      dress(button, choice);
      now.add(button);
    }
    if (!now.equals(choices.getChildren())) {
      choices.getChildren().setAll(now);
    }
  }

  /**
   * Whether it stands where the break is taken and said already: then it has the other answers
   * alone, so that one thing asks.
   */
  public void within(boolean page) {
    if (page != within) {
      within = page;
      Nodes.state(this, "within", page);
      arrange();
    }
  }

  private void arrange() {
    Nodes.show(title, !within || (face != null && face.warning()));
    for (Node each : choices.getChildren()) {
      Nodes.show(each, !within || !each.getStyleClass().contains("take"));
    }
  }

  /** The answer a key gives. */
  public Optional<Choice> choice(String key) {
    return face == null
        ? Optional.empty()
        : face.choices().stream().filter(choice -> choice.key().equals(key)).findFirst();
  }

  private void dress(Button button, Choice choice) {
    button.setText(choice.label());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(pressed -> answer.accept(choice));
    button.setUserData(choice.key());
    button.getStyleClass().remove("take");
    if (choice.main()) {
      button.getStyleClass().add("take");
    }
    button.setAccessibleText(spoken(choice));
    if (!keys) {
      return;
    }
    Label key = Nodes.label(choice.key(), "key");
    HBox graphic = new HBox(key);
    graphic.setAlignment(Pos.CENTER);
    graphic.setMaxHeight(Region.USE_PREF_SIZE);
    button.setGraphic(graphic);
    button.setContentDisplay(ContentDisplay.RIGHT);
  }

  private String spoken(Choice choice) {
    boolean postpone = choice.command() instanceof Input.Postpone;
    return (postpone ? "Put off: " : "") + choice.label() + (keys ? ", key " + choice.key() : "");
  }
}
