package app.respite.ui.rules;

import app.respite.coach.preview.PreviewCard;
import app.respite.coach.preview.RulesPreview;
import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.Table;
import app.respite.coach.words.Phrases;
import app.respite.domain.review.DayOutline;
import app.respite.domain.time.Interval;
import app.respite.ui.kit.DayPicture;
import app.respite.ui.kit.DayPicture.Look;
import app.respite.ui.kit.FoldingTable;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.TimelineView;
import app.respite.ui.kit.WrapRow;
import app.respite.ui.rules.PreviewViewModel.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One's own days as they were and as they would have been under the rules that are tried. */
final class PreviewPane extends VBox {
  private static final List<String> FIGURES =
      List.of("Breaks", "Longest stretch without a rest", "Rest", "Most tired, estimated");

  private final PreviewViewModel model;
  private final Supplier<ZoneId> zone;
  private final VBox content = new VBox(12);
  private final VBox working = new VBox(8);
  private final ProgressBar progress = new ProgressBar();
  private final Label told = Nodes.paragraph("", "quiet");

  PreviewPane(PreviewViewModel model, Supplier<ZoneId> zone) {
    super(12);
    this.model = model;
    this.zone = zone;
    setId("preview");
    getStyleClass().add("card");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText("How far the replay is");
    working.getChildren().addAll(progress, told, Nodes.button("Cancel", model::cancel, "small"));
    Nodes.show(working, false);
    getChildren()
        .addAll(Nodes.label("Your days under these rules", "section"), days(), working, content);
    model.stateProperty().addListener((is, was, now) -> show(now));
    show(model.stateProperty().get());
  }

  private Node days() {
    WrapRow row = new WrapRow(4);
    ToggleGroup group = new ToggleGroup();
    for (int days : new int[] {1, 7, 30}) {
      ToggleButton button = new ToggleButton(days == 1 ? "Last day" : days + " days");
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.getStyleClass().add("small");
      button.setSelected(days == model.days());
      button.setOnAction(
          pressed -> {
            button.setSelected(true);
            if (days != model.days()) {
              model.days(days);
            }
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private void show(State state) {
    Nodes.show(working, state instanceof State.Working running && running.all() > 0);
    switch (state) {
      case State.Nothing() ->
          say(
              "Change a rule or choose a rhythm: your last day stands here then, as it was and as"
                  + " it would have been. Nothing is in force before you apply it.");
      case State.Working(var before, int done, int all) -> {
        progress.setProgress(all == 0 ? -1 : (double) done / all);
        told.setText("Replaying day " + Math.min(done + 1, all) + " of " + all);
        if (before == null) {
          say(all == 0 ? "" : "The day lines come as soon as they are there.");
        }
      }
      case State.Shown(RulesPreview preview) -> show(preview);
      case State.Stopped() -> {
        say("The replay was ended.");
        content.getChildren().add(Nodes.button("Replay again", model::again));
      }
      case State.Failed() -> {
        say("Your days cannot be replayed now.");
        content.getChildren().add(Nodes.button("Try again", model::again));
      }
    }
  }

  private void say(String words) {
    content.getChildren().setAll(Nodes.paragraph(words, "quiet"));
  }

  private void show(RulesPreview preview) {
    if (preview.days().isEmpty()) {
      say(
          "No day with work yet. Once there is one, it stands here as it was and as it would have"
              + " been under the rules that you try.");
      return;
    }
    RulesPreview.Day last = preview.days().getLast();
    content
        .getChildren()
        .setAll(
            Nodes.paragraph(PreviewCard.changes(preview), "preview-changes"),
            Nodes.label(Phrases.day(last.day()), "list-heading"));
    lines(preview, last);
    content.getChildren().add(figures(last));
    if (preview.days().size() > 1) {
      FoldingTable table = new FoldingTable(named(PreviewCard.table(preview)));
      table.getStyleClass().add("preview-days");
      content.getChildren().addAll(Nodes.label("Day by day", "list-heading"), table);
    }
    content
        .getChildren()
        .addAll(
            Nodes.paragraph(preview.basis() + ".", "note"),
            Nodes.paragraph(RulesPreview.assumed(), "note"));
  }

  private void lines(RulesPreview preview, RulesPreview.Day day) {
    Interval both =
        new Interval(
            Interval.earlier(begin(day.was()), begin(day.would())),
            Interval.later(end(day.was()), end(day.would())));
    DayPicture was = DayPicture.over(day.was().stretches(), preview.tasks(), both, zone.get());
    DayPicture would = DayPicture.over(day.would().stretches(), preview.tasks(), both, zone.get());
    line("As it was", was);
    line("Under these rules", would);
    WrapRow legend = new WrapRow(12);
    for (Look look : Look.values()) {
      if (List.of(was, would).stream()
          .flatMap(picture -> picture.stretches().stream())
          .anyMatch(stretch -> stretch.look() == look)) {
        legend.getChildren().add(TimelineView.legend(look));
      }
    }
    content.getChildren().add(legend);
  }

  private void line(String words, DayPicture picture) {
    TimelineView view = new TimelineView();
    view.show(picture, null, zone.get());
    view.setAccessibleText(words + ": " + picture.words(zone.get()));
    content.getChildren().add(new VBox(4, Nodes.label(words), view));
  }

  private static Instant begin(DayOutline outline) {
    return outline.stretches().getFirst().interval().start();
  }

  private static Instant end(DayOutline outline) {
    return outline.stretches().getLast().interval().end();
  }

  /** What rules change of a day, side by side, each figure below its name. */
  private static Node figures(RulesPreview.Day day) {
    GridPane grid = new GridPane(16, 0);
    grid.getStyleClass().add("preview-figures");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    grid.addRow(
        0,
        Nodes.label("As it was", "list-heading"),
        Nodes.label("Under these rules", "list-heading"));
    List<String> was = PreviewCard.figures(day.was());
    List<String> would = PreviewCard.figures(day.would());
    for (int i = 0; i < FIGURES.size(); i++) {
      Label name = Nodes.paragraph(FIGURES.get(i), "axis", "preview-name");
      name.setAccessibleText(
          FIGURES.get(i)
              + ": "
              + was.get(i)
              + " as it was, "
              + would.get(i)
              + " under these rules");
      grid.add(name, 0, 2 * i + 1, 2, 1);
      grid.addRow(
          2 * i + 2, figure(was.get(i), "preview-was"), figure(would.get(i), "preview-would"));
    }
    return grid;
  }

  /** The range of tiredness takes two lines where the page is large and narrow. */
  private static Label figure(String text, String style) {
    return text.contains("(") ? Nodes.paragraph(text, style) : Nodes.label(text, style);
  }

  /** Each row with its day, so that it can be read alone where the table is folded. */
  private static Table named(Table table) {
    List<List<String>> rows = new ArrayList<>();
    String day = "";
    for (List<String> row : table.rows()) {
      day = row.getFirst().isEmpty() ? day : row.getFirst();
      List<String> cells = new ArrayList<>(row.subList(1, row.size()));
      cells.set(0, (day + " " + row.get(1)).strip());
      rows.add(cells);
    }
    List<Column> columns = table.columns();
    return new Table(columns.subList(1, columns.size()), rows, table.hasHead());
  }
}
