package app.respite.ui.rules;

import app.respite.coach.port.SettingsStore.Problem;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.time.Durations;
import app.respite.ui.kit.ColumnPage;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/** The page of settings: one row for every key there is. */
public final class SettingsPage extends ColumnPage {
  private static final double WORDS = 400;

  private final SettingsViewModel model;
  private final VBox problems = new VBox(4);

  /**
   * With what to show and change.
   *
   * @param login looks for the switch for the start at login, or why there is none
   * @param backups a card about backups
   * @param background does what may take a moment
   * @param screen comes back to the screen
   */
  public SettingsPage(
      SettingsViewModel model,
      Supplier<Answer<Autostart>> login,
      Node backups,
      Executor background,
      Executor screen) {
    this.model = model;
    VBox column = new VBox(16);
    Label file =
        Nodes.paragraph(
            "Kept in " + model.file() + ". What you change there counts at once.", "quiet");
    Label failure = Nodes.paragraph("", "error-text");
    failure.textProperty().bind(model.failureProperty());
    failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
    failure.managedProperty().bind(failure.visibleProperty());
    problems.getStyleClass().add("card");
    column.getChildren().addAll(Nodes.label("Settings", "headline"), file, failure, problems);

    Map<SettingGroup, VBox> cards = new EnumMap<>(SettingGroup.class);
    for (Row row : model.rows()) {
      VBox card =
          cards.computeIfAbsent(
              SettingGroup.of(row.key()),
              group -> {
                VBox made = new VBox(12, Nodes.label(group.title(), "section"));
                made.getStyleClass().add("card");
                if (group == SettingGroup.REST) {
                  made.getChildren().add(window());
                }
                return made;
              });
      card.getChildren().add(SettingControl.row(row, WORDS));
    }
    column.getChildren().addAll(cards.values());
    column.getChildren().addAll(backups, new LoginSwitch(login, background, screen));
    column(column, 860);
    model.problemsProperty().addListener((ListChangeListener<Problem>) change -> showProblems());
    showProblems();
  }

  private void showProblems() {
    problems.getChildren().clear();
    for (Problem problem : model.problemsProperty()) {
      String where = problem.line() > 0 ? "Line " + problem.line() + ": " : "";
      problems.getChildren().add(Nodes.paragraph(where + problem.message(), "error-text"));
    }
    Nodes.show(problems, !model.problemsProperty().isEmpty());
  }

  /** Both ends of the rest window on one slider; the rows below take exact values. */
  private Node window() {
    RangeSlider slider = new RangeSlider(45, 120, 60, 90);
    slider.setMajorTickUnit(15);
    slider.setMinorTickCount(2);
    slider.setBlockIncrement(5);
    slider.setShowTickMarks(true);
    slider.setShowTickLabels(true);
    slider.setPrefWidth(260);
    slider.setMinWidth(160);
    slider.setAccessibleText("The window of work since the last rest in which a rest is advised");
    Label words = Nodes.label("", "setting-value");
    Runnable fromFile =
        () -> {
          slider.setLowValue(minutes(model.row(RestRule.EARLIEST)));
          slider.setHighValue(minutes(model.row(RestRule.LATEST)));
        };
    Runnable say =
        () ->
            words.setText(
                Math.round(slider.getLowValue())
                    + " to "
                    + Math.round(slider.getHighValue())
                    + " minutes");
    fromFile.run();
    say.run();
    model.row(RestRule.EARLIEST).textProperty().addListener(changed -> fromFile.run());
    model.row(RestRule.LATEST).textProperty().addListener(changed -> fromFile.run());
    Runnable save =
        () -> {
          if (!slider.isLowValueChanging() && !slider.isHighValueChanging()) {
            model.restWindow(Math.round(slider.getLowValue()), Math.round(slider.getHighValue()));
          }
        };
    slider.lowValueProperty().addListener(changed -> say.run());
    slider.highValueProperty().addListener(changed -> say.run());
    slider.lowValueChangingProperty().addListener((is, was, now) -> save.run());
    slider.highValueChangingProperty().addListener((is, was, now) -> save.run());
    slider.setOnKeyReleased(pressed -> save.run());
    VBox range = new VBox(4, slider, words);
    words.setAlignment(Pos.CENTER_LEFT);
    return new SideBySide(
        Nodes.paragraph("Remind me of a rest after this much work"), range, WORDS);
  }

  private static double minutes(Row row) {
    return Durations.parse(row.textProperty().get()).orElse(Duration.ofHours(1)).toMinutes();
  }
}
