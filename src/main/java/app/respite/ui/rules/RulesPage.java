package app.respite.ui.rules;

import app.respite.coach.port.SettingsStore.Problem;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.words.Phrases;
import app.respite.domain.day.RhythmPreset;
import app.respite.domain.text.Figures;
import app.respite.ui.kit.ColumnPage;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.WrapRow;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The page of rules: sentences with controls in them, which make a draft, and what the draft would
 * have made of one's own days. Settings that are no rules stand below and hold at once.
 */
public final class RulesPage extends VBox {
  private static final double WORDS = 250;
  private static final double ROOM_FOR_TWO = 800;
  private static final double WIDEST_SIDE = 460;

  private final SettingsViewModel model;
  private final PreviewViewModel preview;
  private final VBox problems = new VBox(4);
  private final VBox rules = new VBox(16);
  private final Scrolled main;
  private final Scrolled side;
  private final VBox besides = new VBox();
  private final PreviewPane pane;
  private final HBox columns = new HBox();
  private final Label drafted = Nodes.paragraph("");
  private final HBox bar = new HBox(12);
  private boolean wide;

  /** Scrolls one column. */
  private static final class Scrolled extends ColumnPage {
    Scrolled(Region column, double widest) {
      column(column, widest);
    }
  }

  /**
   * With what to show and change.
   *
   * @param source replays days under rules that are tried
   * @param zone where the user is
   * @param login looks for the switch for the start at login, or why there is none
   * @param backups a card about backups
   * @param background does what may take a moment
   * @param screen comes back to the screen
   */
  public RulesPage(
      SettingsViewModel model,
      PreviewViewModel.Source source,
      Later later,
      Supplier<ZoneId> zone,
      Supplier<Answer<Autostart>> login,
      Node backups,
      Executor background,
      Executor screen) {
    this.model = model;
    preview = new PreviewViewModel(source, later);
    pane = new PreviewPane(preview, zone);
    problems.getStyleClass().add("card");
    rules
        .getChildren()
        .addAll(
            Nodes.label("Rules", "headline"),
            Nodes.saying(model.failureProperty(), "error-text"),
            problems,
            presets());
    for (RuleWords part : RuleWords.values()) {
      rules.getChildren().add(card(part));
    }
    VBox column = new VBox(16, rules);
    for (Map.Entry<SettingGroup, VBox> each : others().entrySet()) {
      column.getChildren().add(each.getValue());
      if (each.getKey() == SettingGroup.BACKUPS) {
        each.getValue().getChildren().add(backups);
      }
    }
    backups.getStyleClass().remove("card");
    Label file =
        Nodes.paragraph(
            "All of it is kept in " + model.file() + ". What you change there counts at once.",
            "quiet");
    column
        .getChildren()
        .addAll(new LoginSwitch(login, background, screen), new AllKeys(model, WORDS), file);
    main = new Scrolled(column, 620);
    besides.getStyleClass().add("column");
    side = new Scrolled(besides, WIDEST_SIDE);
    HBox.setHgrow(main, Priority.ALWAYS);
    columns.getChildren().add(main);
    columns.setAlignment(Pos.TOP_CENTER);
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().addAll(columns, bar());
    arrange();
    columns.widthProperty().addListener(changed -> arrange());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    model.problemsProperty().addListener((ListChangeListener<Problem>) change -> showProblems());
    showProblems();
    model.triedProperty().addListener(changed -> tryOut());
    tryOut();
  }

  /** The keyboard scrolls the rules. */
  @Override
  public void requestFocus() {
    main.requestFocus();
  }

  /** Every line of the page, whether it is in sight or not. */
  Node content() {
    return main.getContent();
  }

  private void tryOut() {
    int edits = model.draftProperty().size();
    drafted.setText(edits == 0 ? "" : Figures.count(edits, "rule") + " changed, not in force yet");
    Nodes.show(bar, edits > 0);
    preview.tryOut(edits == 0 ? null : model.triedProperty().get());
    if (!wide) {
      Nodes.show(pane, edits > 0);
    }
  }

  private Node bar() {
    drafted.setId("drafted");
    var apply = Nodes.button("_Apply", model::apply, "primary");
    apply.setId("apply");
    var revert = Nodes.button("Re_vert", this::revert);
    revert.setId("revert");
    HBox.setHgrow(drafted, Priority.ALWAYS);
    drafted.setMaxWidth(Double.MAX_VALUE);
    bar.getChildren().addAll(drafted, revert, apply);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("bar", "draft");
    return bar;
  }

  private void revert() {
    model.revert();
    main.requestFocus();
  }

  /** Ctrl+Enter applies what is tried, wherever the keyboard is on the page. */
  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
      model.apply();
      event.consume();
    }
  }

  private Node presets() {
    WrapRow row = new WrapRow(8);
    for (RhythmPreset preset : RhythmPreset.values()) {
      ToggleButton button = new ToggleButton(preset.word());
      button.getStyleClass().add("preset");
      button.setUserData(preset);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setAccessibleText(preset.word() + ": " + preset.meaning());
      Nodes.tip(button, Phrases.sentence(preset.meaning()));
      Runnable mark = () -> button.setSelected(preset.holds(model.triedProperty().get()));
      button.setOnAction(
          pressed -> {
            model.draft(preset);
            mark.run();
          });
      model.triedProperty().addListener(changed -> mark.run());
      mark.run();
      row.getChildren().add(button);
    }
    return new VBox(
        8, Nodes.paragraph("Begin with a rhythm, or change the sentences below.", "quiet"), row);
  }

  private Node card(RuleWords part) {
    VBox card = new VBox(12, Nodes.label(part.group().title(), "section"));
    card.getStyleClass().add("card");
    for (String words : part.sentences()) {
      RuleSentence sentence = new RuleSentence(model, words);
      card.getChildren().add(sentence);
      List<String> keys = RuleSentence.keys(words);
      if (keys.contains("sprint.length")) {
        Row rhythm = model.row("rhythm");
        Runnable fits = () -> Nodes.show(sentence, "pomodoro".equals(rhythm.textProperty().get()));
        rhythm.textProperty().addListener(changed -> fits.run());
        fits.run();
      }
      if (keys.contains("rest.earliest")) {
        card.getChildren().add(new RestWindow(model));
      }
    }
    return card;
  }

  /** What is no rule and is looked for often; the rest stands under all keys. */
  private Map<SettingGroup, VBox> others() {
    Map<SettingGroup, VBox> cards = new EnumMap<>(SettingGroup.class);
    for (SettingGroup group : List.of(SettingGroup.BACKUPS, SettingGroup.KEYS, SettingGroup.LOOK)) {
      VBox card = new VBox(12, Nodes.label(group.title(), "section"));
      card.getStyleClass().add("card");
      cards.put(group, card);
    }
    for (Row row : model.rows()) {
      VBox card = cards.get(SettingGroup.of(row.key()));
      if (card != null) {
        card.getChildren().add(SettingControl.row(row, WORDS));
      }
    }
    return cards;
  }

  private void showProblems() {
    problems.getChildren().clear();
    for (Problem problem : model.problemsProperty()) {
      String where = problem.line() > 0 ? "Line " + problem.line() + ": " : "";
      problems.getChildren().add(Nodes.paragraph(where + problem.message(), "error-text"));
    }
    Nodes.show(problems, !model.problemsProperty().isEmpty());
  }

  /** The days beside the rules where there is room, else below them. */
  private void arrange() {
    double width = columns.getWidth();
    boolean two = width >= ROOM_FOR_TWO;
    Nodes.state(main, "narrow", width < 520);
    if (two) {
      double room = Math.min(WIDEST_SIDE, Math.floor(width * 0.44));
      side.setMinWidth(room);
      side.setPrefWidth(room);
      side.setMaxWidth(room);
    }
    if (two == wide && pane.getParent() != null) {
      return;
    }
    wide = two;
    rules.getChildren().remove(pane);
    besides.getChildren().clear();
    if (two) {
      besides.getChildren().add(pane);
      columns.getChildren().setAll(main, side);
      Nodes.show(pane, true);
    } else {
      columns.getChildren().setAll(main);
      rules.getChildren().add(pane);
      Nodes.show(pane, !model.draftProperty().isEmpty());
    }
  }
}
