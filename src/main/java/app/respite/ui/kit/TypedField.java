package app.respite.ui.kit;

import java.util.function.Consumer;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Something to type or choose, its name above it and what is wrong with it below. */
public final class TypedField extends VBox {
  /** What an error may take in the narrowest window; a longer one wraps. */
  private static final double ERROR = 256;

  private final Control input;
  private final Label error = Nodes.paragraph("", "error-text");

  /** With its name, which the screen reader tells too. */
  public TypedField(String name, Control input) {
    super(4);
    this.input = input;
    Label label = Nodes.label(name, "quiet");
    label.setLabelFor(input);
    input.setAccessibleText(name);
    error.setMaxWidth(ERROR);
    Nodes.show(error, false);
    setFillWidth(false);
    getChildren().addAll(label, input, error);
  }

  /** A line of text with so many columns of room. */
  public static TextField text(int columns, String example, Runnable entered) {
    TextField text = new TextField();
    text.setPrefColumnCount(columns);
    text.setPromptText(example);
    text.setOnAction(pressed -> entered.run());
    return text;
  }

  /** Tells what is wrong; nothing where it is empty. */
  public void error(String why) {
    error.setText(why);
    Nodes.show(error, !why.isEmpty());
    Nodes.state(input, "danger", !why.isEmpty());
    input.setAccessibleHelp(why.isEmpty() ? null : why);
  }

  /** Hears when the keyboard leaves it. */
  public void onLeft(Consumer<TypedField> listener) {
    input
        .focusedProperty()
        .addListener(
            (is, was, now) -> {
              if (!now) {
                listener.accept(this);
              }
            });
  }

  /** What is wrong; empty where nothing is. */
  public String error() {
    return error.getText();
  }
}
