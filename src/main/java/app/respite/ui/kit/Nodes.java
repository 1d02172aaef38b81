package app.respite.ui.kit;

import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Labels, buttons and icons as every page builds them. */
public final class Nodes {
  private Nodes() {}

  /** A label with style classes. */
  public static Label label(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  /** A label that breaks its lines. */
  public static Label paragraph(String text, String... classes) {
    Label label = label(text, classes);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A paragraph that stands there only while it has something to say. */
  public static Label saying(ObservableValue<String> words, String... classes) {
    Label label = paragraph("", classes);
    label.textProperty().bind(words);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** The words for the options of a choice in which nothing is typed; empty for none chosen. */
  public static <T> StringConverter<T> named(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T option) {
        return option == null ? "" : name.apply(option);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }

  /** A button that says what it does to the eye and to the screen reader. */
  public static Button button(String text, Runnable action, String... classes) {
    Button button = new Button(text);
    button.getStyleClass().addAll(classes);
    button.setOnAction(pressed -> action.run());
    // A word cut off is no label; buttons wrap to the next line instead.
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A name beside the pattern of a style. */
  public static Label legend(String style, String words) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll(style, "swatch");
    Label label = label(words, "legend");
    label.setGraphic(swatch);
    return label;
  }

  /** Room that takes what is left. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /**
   * Gives a control a tooltip after a short wait, or none for an empty text. It is made when the
   * pointer first comes by: each is a window of its own, and most are never seen.
   */
  public static void tip(Control control, String text) {
    if (text.equals(Objects.requireNonNullElse(control.getAccessibleHelp(), ""))) {
      return;
    }
    control.setAccessibleHelp(text.isEmpty() ? null : text);
    control.setTooltip(null);
    control.setOnMouseEntered(
        text.isEmpty()
            ? null
            : entered -> {
              control.setTooltip(tooltip(text));
              control.setOnMouseEntered(null);
            });
  }

  /** The same for a part of a picture. */
  public static void tip(Node node, String text) {
    node.setOnMouseEntered(
        entered -> {
          Tooltip.install(node, tooltip(text));
          node.setOnMouseEntered(null);
        });
  }

  private static Tooltip tooltip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    tip.setShowDelay(Duration.millis(400));
    return tip;
  }

  /** Cuts a long name with an ellipsis and gives it whole in a tooltip. */
  public static void elide(Label label, String whole) {
    label.setText(whole);
    label.setTextOverrun(OverrunStyle.ELLIPSIS);
    tip(label, whole);
  }

  /** The same for a button. */
  public static void elide(ButtonBase button, String whole) {
    button.setText(whole);
    button.setTextOverrun(OverrunStyle.ELLIPSIS);
    button.setMinWidth(0);
    tip(button, whole);
    button.setAccessibleText(whole);
  }

  /** Shows a node or takes it out of the layout as well. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Switches a style state. */
  public static void state(Node node, String name, boolean on) {
    node.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), on);
  }
}
