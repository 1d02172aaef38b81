package app.respite.ui.rules;

import app.respite.domain.setting.SettingType;
import app.respite.domain.time.Durations;
import app.respite.ui.kit.Nodes;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The control of a setting in the middle of a sentence. */
final class RuleField {
  private RuleField() {}

  /**
   * The control.
   *
   * @param options the words for the values of a choice
   */
  static Control of(Row row, Map<String, String> options) {
    Control control =
        switch (row.key().type()) {
          case SettingType.Length length -> length(row, (Duration) row.key().fallback(), length);
          case SettingType.Lengths lengths -> lengths(row);
          case SettingType.Whole whole -> whole(row, whole);
          case SettingType.Choice<?> choice -> choice(row, choice.options(), options);
          case SettingType.Flag flag -> choice(row, List.of("true", "false"), options);
          default -> text(row, 12, UnaryOperator.identity(), UnaryOperator.identity());
        };
    control.getStyleClass().add("rule-field");
    control.setAccessibleText(row.key().help());
    Runnable hint = () -> Nodes.tip(control, hint(row));
    hint.run();
    row.textProperty().addListener(changed -> hint.run());
    row.changedProperty().addListener((is, was, now) -> Nodes.state(control, "changed", now));
    Nodes.state(control, "changed", row.changedProperty().get());
    return control;
  }

  /** The line of the file, what is allowed, and what is in force where that is something else. */
  private static String hint(Row row) {
    String line = row.key().name() + " = " + row.textProperty().get();
    String before = row.changedProperty().get() ? " In force: " + named(row.inForce()) + "." : "";
    return line + "\nAllowed: " + row.key().type().allowed() + "." + before;
  }

  private static String named(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private static TextField length(Row row, Duration like, SettingType.Length type) {
    TextField field = text(row, 4, LengthText::ofFile, typed -> LengthText.toFile(typed, like));
    onArrows(
        field,
        direction -> {
          Duration now = Durations.parse(row.textProperty().get()).orElse(like);
          Duration next = LengthText.step(now, like, direction);
          row.commit(type.format(Durations.max(type.min(), Durations.min(type.max(), next))));
        });
    return field;
  }

  private static TextField lengths(Row row) {
    return text(
        row, 12, LengthText::ofFile, typed -> LengthText.toFile(typed, Duration.ofMinutes(5)));
  }

  private static TextField whole(Row row, SettingType.Whole type) {
    TextField field = text(row, 2, UnaryOperator.identity(), UnaryOperator.identity());
    onArrows(
        field,
        direction -> {
          int value = Integer.parseInt(row.textProperty().get()) + direction;
          row.commit(type.format(Math.clamp(value, type.min(), type.max())));
        });
    return field;
  }

  /** Steps up or down by one. */
  @FunctionalInterface
  private interface Step {
    void by(int direction);
  }

  private static void onArrows(TextField field, Step step) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        pressed -> {
          int direction =
              pressed.getCode() == KeyCode.UP ? 1 : pressed.getCode() == KeyCode.DOWN ? -1 : 0;
          if (direction != 0) {
            step.by(direction);
            field.selectAll();
            pressed.consume();
          }
        });
  }

  /**
   * A field whose text is taken while it is typed, as far as it is possible; it is written out once
   * the keyboard leaves it.
   */
  private static TextField text(
      Row row, int columns, UnaryOperator<String> toShown, UnaryOperator<String> toFile) {
    TextField field = new TextField();
    field.setPrefColumnCount(columns);
    field.setPromptText("always");
    boolean[] typing = {false};
    Runnable show =
        () -> {
          if (!typing[0]) {
            typing[0] = true;
            field.setText(toShown.apply(row.textProperty().get()));
            typing[0] = false;
          }
        };
    show.run();
    field
        .textProperty()
        .addListener(
            (is, was, now) -> {
              if (!typing[0]) {
                typing[0] = true;
                row.commit(toFile.apply(now));
                typing[0] = false;
              }
            });
    row.textProperty().addListener(changed -> show.run());
    field.setOnAction(pressed -> writeOut(row, show));
    field
        .focusedProperty()
        .addListener(
            (is, was, now) -> {
              if (!now) {
                writeOut(row, show);
              }
            });
    row.errorProperty()
        .addListener(
            (is, was, now) -> {
              Nodes.state(field, "danger", !now.isEmpty());
              if (now.isEmpty()) {
                show.run();
              }
            });
    return field;
  }

  private static void writeOut(Row row, Runnable show) {
    if (row.errorProperty().get().isEmpty()) {
      show.run();
    }
  }

  private static ChoiceBox<String> choice(
      Row row, List<String> options, Map<String, String> words) {
    ChoiceBox<String> box = new ChoiceBox<>();
    box.getItems().setAll(options);
    box.setConverter(Nodes.named(option -> words.getOrDefault(option, option)));
    box.setValue(row.textProperty().get());
    row.textProperty().addListener((is, was, now) -> box.setValue(now));
    box.valueProperty()
        .addListener(
            (is, was, now) -> {
              if (now != null && !now.equals(row.textProperty().get())) {
                row.commit(now);
              }
            });
    return box;
  }
}
