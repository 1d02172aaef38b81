package app.respite.ui.today;

import app.respite.domain.words.Wording;
import app.respite.ui.kit.Disclosure;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import app.respite.ui.today.CheckInViewModel.Asked;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the person, each part only where it is asked: how tired they are, how the sprint
 * was, what it brought, and the two-weekly question. Leaving it out is as big as saving it.
 */
final class CheckInPane extends VBox {
  /** Below this width the answers come first and the buttons last. */
  private static final double NARROW = 560;

  private final CheckInViewModel model;
  private final Label title = Nodes.label("", "section");
  private final Label why = Nodes.paragraph("", "quiet");
  private final VBox words = new VBox(4, title, why);
  private final FlowPane buttons;
  private final Node error;
  private final Button review;

  /** The parts that were asked for so far: a first picture does not wait for the others. */
  private final Map<Part, Node> parts = new EnumMap<>(Part.class);

  private enum Part {
    TIRED,
    EFFORT,
    COUNTS,
    TWO_WEEKS
  }

  CheckInPane(CheckInViewModel model, Runnable save, Runnable skip, Runnable openReview) {
    this.model = model;
    getStyleClass().addAll("card", "check-in");
    setSpacing(12);
    error = Nodes.saying(model.errorProperty(), "error-text");
    review = Nodes.button("See your day", openReview, "wide");
    Button saveButton = Nodes.button("Save", save, "primary", "wide", "equal");
    Button skipButton = Nodes.button("Skip", skip, "wide", "equal");
    buttons = new FlowPane(8, 8, saveButton, skipButton, review);
    buttons.setPrefWrapLength(400);
    widthProperty()
        .addListener(
            (is, was, now) -> {
              if (was.doubleValue() < NARROW != now.doubleValue() < NARROW) {
                show(model.askedProperty().get());
              }
            });
    // Enter saves what is marked, wherever the focus is but on what else can be pressed.
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            save.run();
            event.consume();
          }
        });
    model.askedProperty().addListener((is, was, now) -> show(now));
    show(model.askedProperty().get());
  }

  /** What it asks, in one line. */
  String question() {
    return title.getText();
  }

  private void show(Asked asked) {
    boolean sprint = asked.sprint() != null;
    title.setText(
        asked.before()
            ? Wording.say("ask.before")
            : sprint
                ? "How was that sprint?"
                : Wording.say(asked.evening() ? "ask.evening" : "ask.weeks"));
    why.setText(
        asked.before()
            ? Wording.say("ask.before-why")
            : asked.evening()
                ? Wording.say(sprint ? "ask.evening-sprint" : "ask.evening-why")
                : "");
    Nodes.show(why, !why.getText().isEmpty());
    Nodes.show(review, asked.evening());
    boolean narrow = getWidth() > 0 && getWidth() < NARROW;
    List<Node> shown = new ArrayList<>(List.of(narrow ? words : new SideBySide(words, buttons, 0)));
    for (Part part : Part.values()) {
      boolean wanted =
          switch (part) {
            case TIRED -> asked.tiredness();
            case EFFORT, COUNTS -> sprint;
            case TWO_WEEKS -> asked.twoWeeks();
          };
      if (wanted) {
        shown.add(parts.computeIfAbsent(part, this::part));
      }
    }
    shown.add(error);
    if (narrow) {
      shown.add(buttons);
    }
    getChildren().setAll(shown);
  }

  private Node part(Part part) {
    return switch (part) {
      case TIRED ->
          question(
              Wording.say("ask.tired"),
              Wording.say("ask.tired-ends"),
              scale(Wording.say("ask.tired"), model.fatigueProperty()));
      case EFFORT ->
          question(
              "How much effort was it?",
              "0 none, 10 all I had",
              scale("How much effort was it?", model.effortProperty()));
      case COUNTS -> {
        TextField note = field(model.noteProperty(), "Note", 14);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setPromptText("anything to keep");
        yield new Disclosure(
            "items, rejected, note",
            " of this sprint",
            show ->
                show.accept(
                    new FlowPane(
                        16,
                        8,
                        labelled("Items", field(model.itemsProperty(), "Items", 5)),
                        labelled("Rejected", field(model.rejectedProperty(), "Rejected", 5)),
                        labelled("Note", note))));
      }
      case TWO_WEEKS ->
          new VBox(
              4,
              Nodes.paragraph(Wording.say("ask.two-weeks")),
              Nodes.paragraph(Wording.say("ask.two-weeks-why"), "quiet"),
              options(model.burnoutProperty()));
    };
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

  private static Node question(String question, String ends, Node keys) {
    return new VBox(4, new FlowPane(8, 0, Nodes.label(question), Nodes.label(ends, "quiet")), keys);
  }

  /** Eleven keys of which one may be chosen. */
  private static Node scale(String question, ObjectProperty<@Nullable Integer> chosen) {
    FlowPane keys = new FlowPane(4, 4);
    Choice choice = new Choice(chosen);
    for (int n = 0; n <= CheckInViewModel.MOST; n++) {
      ToggleButton key = new ToggleButton(Integer.toString(n));
      key.getStyleClass().add("scale-key");
      key.setAccessibleText(question + " " + n);
      choice.add(keys, key, n);
    }
    choice.show(chosen.get());
    return keys;
  }

  /** The answers in words, each with the number that gives it. */
  private static Node options(ObjectProperty<@Nullable Integer> chosen) {
    VBox keys = new VBox(4);
    Choice choice = new Choice(chosen);
    for (int n = 1; n <= CheckInViewModel.TWO_WEEKS_ANSWERS; n++) {
      String words = Wording.say("ask.two-weeks-" + n);
      ToggleButton key = new ToggleButton(words);
      key.getStyleClass().addAll("scale-key", "option");
      key.setGraphic(Nodes.label(Integer.toString(n), "key"));
      key.setContentDisplay(ContentDisplay.LEFT);
      key.setAlignment(Pos.CENTER_LEFT);
      key.setMaxWidth(420);
      key.setAccessibleText(words + ", key " + n);
      choice.add(keys, key, n);
    }
    choice.show(chosen.get());
    return keys;
  }

  /** Keys of which one may be chosen, by a press or by the arrow keys. */
  private static final class Choice {
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    private Choice(ObjectProperty<@Nullable Integer> chosen) {
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
    }

    private void add(Pane keys, ToggleButton key, int value) {
      key.setUserData(value);
      key.setToggleGroup(group);
      keys.getChildren().add(key);
    }

    private void show(@Nullable Integer value) {
      Toggle shown = group.getSelectedToggle();
      if (Objects.equals(shown == null ? null : shown.getUserData(), value)) {
        return;
      }
      showing = true;
      group.selectToggle(
          group.getToggles().stream()
              .filter(toggle -> Objects.equals(toggle.getUserData(), value))
              .findFirst()
              .orElse(null));
      showing = false;
    }
  }
}
