package app.respite.ui.rules;

import app.respite.ui.kit.Nodes;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A rule as a sentence with its controls in it, and below it what of it is not possible. */
final class RuleSentence extends VBox {
  private static final Pattern NAME = Pattern.compile("\\{([a-z.-]+)}");

  /**
   * A sentence.
   *
   * @param words with the names of keys in braces where their controls stand
   */
  RuleSentence(SettingsViewModel model, String words) {
    super(4);
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("rule-sentence");
    List<ObservableValue<String>> errors = new ArrayList<>();
    Matcher names = NAME.matcher(words);
    int from = 0;
    while (names.find()) {
      add(flow, words.substring(from, names.start()));
      from = names.end();
      Row row = model.row(names.group(1));
      Control control =
          RuleField.of(row, RuleWords.OPTIONS.getOrDefault(row.key().name(), Map.of()));
      flow.getChildren().add(control);
      errors.add(row.errorProperty());
    }
    add(flow, words.substring(from));
    ObservableValue<?>[] sources = errors.toArray(ObservableValue[]::new);
    getChildren()
        .addAll(
            flow,
            Nodes.saying(Bindings.createStringBinding(() -> first(errors), sources), "error-text"));
    for (String key : keys(words)) {
      if (RuleWords.MEANINGS.containsKey(key)) {
        getChildren().add(meaning(model.row(key), RuleWords.MEANINGS.get(key)));
      }
    }
  }

  private static Label meaning(Row row, Map<String, String> meanings) {
    Label label = Nodes.paragraph("", "quiet");
    label.textProperty().bind(row.textProperty().map(value -> meanings.getOrDefault(value, "")));
    return label;
  }

  /** The names of the keys in a sentence. */
  static List<String> keys(String words) {
    return NAME.matcher(words).results().map(found -> found.group(1)).toList();
  }

  private static void add(TextFlow flow, String words) {
    if (!words.isEmpty()) {
      Text text = new Text(words);
      text.getStyleClass().add("rule-words");
      flow.getChildren().add(text);
    }
  }

  private static String first(List<ObservableValue<String>> errors) {
    return errors.stream()
        .map(ObservableValue::getValue)
        .filter(error -> !error.isEmpty())
        .findFirst()
        .orElse("");
  }
}
