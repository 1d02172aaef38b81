package app.respite.ui.today;

import app.respite.ui.kit.Nodes;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The check-in: two scales, two counts, a note, and leaving it out is as big as saving it. */
final class CheckInPane extends VBox {
  CheckInPane(CheckInViewModel model, Runnable save, Runnable skip) {
    getStyleClass().addAll("card", "check-in");
    setSpacing(12);
    Label error = Nodes.paragraph("", "error-text");
    error.textProperty().bind(model.errorProperty());
    error.visibleProperty().bind(model.errorProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());

    TextField note = field(model.noteProperty(), "Note", 14);
    HBox.setHgrow(note, Priority.ALWAYS);
    note.setPromptText("anything to keep");
    FlowPane counts =
        new FlowPane(
            16,
            8,
            labelled("Items", field(model.itemsProperty(), "Items", 5)),
            labelled("Rejected", field(model.rejectedProperty(), "Rejected", 5)),
            labelled("Note", note));

    Button saveButton = Nodes.button("Save", save, "primary", "wide", "equal");
    Button skipButton = Nodes.button("Skip", skip, "wide", "equal");
    HBox buttons = new HBox(8, saveButton, skipButton);
    getChildren()
        .addAll(
            Nodes.label("How was that sprint?", "section"),
            new Scale(
                "How tired are you now?",
                "0 fresh, 10 cannot usefully go on",
                model.fatigueProperty()),
            new Scale("How much effort was it?", "0 none, 10 all I had", model.effortProperty()),
            counts,
            error,
            buttons);
  }

  private static Node labelled(String name, TextField field) {
    Label label = Nodes.label(name, "quiet");
    label.setLabelFor(field);
    HBox box = new HBox(8, label, field);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static TextField field(StringProperty value, String name, int columns) {
    TextField field = new TextField();
    field.setPrefColumnCount(columns);
    field.setAccessibleText(name);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  /** Eleven keys of which one may be chosen, by a press or by the arrow keys. */
  private static final class Scale extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    private Scale(String question, String ends, ObjectProperty<@Nullable Integer> chosen) {
      super(4);
      FlowPane keys = new FlowPane(4, 4);
      for (int n = 0; n <= CheckInViewModel.MOST; n++) {
        ToggleButton key = new ToggleButton(Integer.toString(n));
        key.getStyleClass().add("scale-key");
        key.setAccessibleText(question + " " + n);
        key.setUserData(n);
        key.setToggleGroup(group);
        keys.getChildren().add(key);
      }
      // Not on the press: the arrow keys choose without one.
      group
          .selectedToggleProperty()
          .addListener(
              (is, was, now) -> {
                if (!showing) {
                  chosen.set(now == null ? null : (Integer) now.getUserData());
                }
              });
      chosen.addListener((is, was, now) -> show(now));
      FlowPane words = new FlowPane(8, 0, Nodes.label(question), Nodes.label(ends, "quiet"));
      getChildren().addAll(words, keys);
    }

    private void show(@Nullable Integer value) {
      Toggle shown = group.getSelectedToggle();
      if (Objects.equals(shown == null ? null : shown.getUserData(), value)) {
        return;
      }
      showing = true;
      group.selectToggle(value == null ? null : group.getToggles().get(value));
      showing = false;
    }
  }
}
