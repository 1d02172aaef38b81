package app.respite.ui.rules;

import app.respite.domain.setting.SettingType;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.ToggleSwitch;

/** The control for a setting; its type decides which. */
public final class SettingControl {
  private static final int FEW = 12;

  private SettingControl() {}

  /**
   * A setting's sentence, control, error and way back to the default.
   *
   * @param words how wide the sentence is where it stands beside the control
   */
  public static Node row(Row row, double words) {
    Node control = control(row);
    Label help = Nodes.paragraph(row.key().help(), "setting-help");
    help.setLabelFor(control);
    Nodes.tip(help, hint(row));
    Button reset = Nodes.button("Default", row::reset, "flat", "small");
    reset.setAccessibleText("Back to the default: " + row.key().help());
    Nodes.tip(reset, "Default: " + shown(row.key().fallbackText()));
    reset.visibleProperty().bind(row.ownProperty());
    Label error = Nodes.saying(row.errorProperty(), "error-text");
    HBox side = new HBox(8, control, reset);
    side.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(4, new SideBySide(help, side, words), error);
    box.getStyleClass().add("setting");
    return box;
  }

  private static String hint(Row row) {
    return row.key().name() + " in the settings file. Allowed: " + row.key().type().allowed() + ".";
  }

  private static String shown(String text) {
    return text.isEmpty() ? "empty" : text;
  }

  private static Node control(Row row) {
    return switch (row.key().type()) {
      case SettingType.Choice<?> choice -> choice(row, choice);
      case SettingType.Flag flag -> flag(row);
      case SettingType.Whole whole when whole.max() - whole.min() > FEW -> slider(row, whole);
      case SettingType.Whole whole -> stepper(row, whole);
      case SettingType.Length length -> text(row, 8);
      case SettingType.TimeOfDay time -> text(row, 6);
      case SettingType.OneDay day -> text(row, 10);
      case SettingType.OptionalChoice<?> choice -> text(row, 6);
      case SettingType.Decimal decimal -> text(row, 6);
      case SettingType.Lengths lengths -> text(row, 14);
      case SettingType.Hours hours -> text(row, 18);
      case SettingType.Text words -> text(row, 10);
    };
  }

  private static Node choice(Row row, SettingType.Choice<?> choice) {
    SegmentedButton buttons = new SegmentedButton();
    ToggleGroup group = new ToggleGroup();
    for (String option : choice.options()) {
      ToggleButton button = new ToggleButton(option);
      button.setAccessibleText(row.key().help() + " " + option);
      button.setUserData(option);
      button.setToggleGroup(group);
      // One of them always holds; the arrow keys choose without pressing.
      button.setOnAction(pressed -> button.setSelected(true));
      button
          .selectedProperty()
          .addListener(
              (is, was, now) -> {
                if (now && !option.equals(row.textProperty().get())) {
                  row.commit(option);
                }
              });
      buttons.getButtons().add(button);
      onText(row, text -> button.setSelected(option.equals(text)));
    }
    buttons.setToggleGroup(group);
    return buttons;
  }

  private static Node flag(Row row) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setAccessibleText(row.key().help());
    onText(row, text -> toggle.setSelected("true".equals(text)));
    toggle.selectedProperty().addListener((is, was, now) -> row.commit(Boolean.toString(now)));
    return toggle;
  }

  private static Node slider(Row row, SettingType.Whole whole) {
    Slider slider = new Slider(whole.min(), whole.max(), whole.min());
    slider.setBlockIncrement(5);
    slider.setPrefWidth(180);
    slider.setAccessibleText(row.key().help());
    Label value = Nodes.label("", "setting-value");
    onText(row, text -> slider.setValue(Double.parseDouble(text)));
    slider
        .valueProperty()
        .addListener(
            (is, was, now) -> {
              value.setText(Long.toString(Math.round(now.doubleValue())));
              if (!slider.isValueChanging()) {
                row.commit(value.getText());
              }
            });
    slider
        .valueChangingProperty()
        .addListener(
            (is, was, now) -> {
              if (!now) {
                row.commit(Long.toString(Math.round(slider.getValue())));
              }
            });
    value.setText(row.textProperty().get());
    HBox box = new HBox(8, slider, value);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Node stepper(Row row, SettingType.Whole whole) {
    TextField field = text(row, 3);
    field.setAlignment(Pos.CENTER);
    Button less = Nodes.button("−", () -> step(row, whole, -1), "step");
    Button more = Nodes.button("+", () -> step(row, whole, 1), "step");
    less.setAccessibleText("Less: " + row.key().help());
    more.setAccessibleText("More: " + row.key().help());
    HBox box = new HBox(4, less, field, more);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static void step(Row row, SettingType.Whole whole, int by) {
    int value = Integer.parseInt(row.textProperty().get()) + by;
    row.commit(String.format(Locale.ROOT, "%d", Math.clamp(value, whole.min(), whole.max())));
  }

  private static TextField text(Row row, int columns) {
    TextField field = new TextField();
    field.setPrefColumnCount(columns);
    field.setAccessibleText(row.key().help());
    field.setPromptText(row.key().fallbackText().isEmpty() ? "not set" : row.key().fallbackText());
    onText(row, field::setText);
    field.setOnAction(pressed -> row.commit(field.getText()));
    field
        .focusedProperty()
        .addListener(
            (is, was, now) -> {
              if (!now && !field.getText().equals(row.textProperty().get())) {
                row.commit(field.getText());
              }
            });
    row.errorProperty().addListener((is, was, now) -> Nodes.state(field, "danger", !now.isEmpty()));
    return field;
  }

  private static void onText(Row row, java.util.function.Consumer<String> shown) {
    shown.accept(row.textProperty().get());
    row.textProperty().addListener((is, was, now) -> shown.accept(now));
  }
}
