package app.respite.ui.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.HeatMeasure;
import app.respite.coach.review.Part;
import app.respite.coach.words.HoursWords;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.RatingMark;
import app.respite.domain.review.Review;
import app.respite.domain.review.Stretch;
import app.respite.domain.time.Interval;
import app.respite.ui.kit.Card;
import app.respite.ui.kit.DayPicture;
import app.respite.ui.kit.Explanations;
import app.respite.ui.kit.HourScale;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.TimelineView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** Draws the cards of one review: the one place that knows how each kind of part looks. */
final class CardView {
  private static final double GUTTER = 24;

  /** The width of a figure that stands in columns; it holds an amount of money. */
  private static final double COLUMN = 112;

  private final Review review;
  private final ReviewPage.Source source;
  private final Runnable toToday;
  private final Runnable again;
  private final Consumer<LocalDate> open;
  private final Map<UUID, String> names;
  private final DayPicture day;
  private final HourScale scale;

  /**
   * Cards of a review.
   *
   * @param again reads the days anew
   * @param open opens a day
   */
  CardView(
      Review review,
      ReviewPage.Source source,
      Runnable toToday,
      Runnable again,
      Consumer<LocalDate> open) {
    this.open = open;
    this.review = review;
    this.source = source;
    this.toToday = toToday;
    this.again = again;
    names = names(review);
    day = picture(review, names);
    scale = new HourScale(day.hours(), GUTTER);
  }

  Card card(CardContent content) {
    Card card = new Card(content.title());
    content.parts().forEach(part -> add(card, part));
    return card;
  }

  private void add(Card card, Part part) {
    switch (part) {
      case Part.Name name -> card.name(name.name());
      case Part.FigureRow row ->
          card.figures(row.figures(), row.inColumns() ? COLUMN : 0, this::explain);
      case Part.Lead lead -> card.picture(Nodes.paragraph(lead.text(), "lead"));
      case Part.Tiles tiles -> tiles(card, tiles.tiles());
      case Part.Days days -> {
        card.picture(new DaysView(days.days(), open));
        card.picture(
            new FlowPane(
                16,
                4,
                Nodes.legend("bar-own", "work"),
                Nodes.legend("fatigue-mark-swatch", "tiredness told at the end of the day")));
      }
      case Part.HeatMap map -> heatMap(card, map.days());
      case Part.Said said -> card.said(String.join(" ", said.sentences()));
      case Part.Message message -> card.said(message.text());
      case Part.Points points -> points.points().forEach(card::point);
      case Part.Note note -> card.note(note.text());
      case Part.Entry entry -> {
        card.name(entry.name());
        card.said(entry.text());
        entry.details().forEach(card::point);
      }
      case Part.Table table -> card.table(table);
      case Part.Bars bars -> card.picture(new BarsView(bars.bars()));
      case Part.DayHours() -> dayHours(card);
      case Part.PaceByHour pace ->
          card.picture(
              new PaceView(
                  pace.sprints(), pace.task().id(), pace.task().usual(), scale, review.zone()),
              new FlowPane(
                  16,
                  4,
                  Nodes.legend("pace-bar", "items/h by sprint"),
                  PaceView.legend(pace.task().usual())));
      case Part.SprintsBehind behind -> {
        if (!behind.sprints().isEmpty()) {
          card.sprints(
              show ->
                  show.accept(
                      new SprintList(
                          behind.sprints(), behind.task(), names, review.zone(), false)));
        }
      }
      case Part.SprintsOfDays days ->
          card.sprints(
              show ->
                  source.review(
                      days.from(),
                      days.to(),
                      found -> show.accept(sprints(found)),
                      () -> show.accept(Nodes.paragraph(say("review.week-failed"), "quiet"))));
      case Part.Choices choices -> choices(card, choices.choices());
      case Part.HoursDeeds deeds -> hoursDeeds(card, deeds.hours());
    }
  }

  /** Each with its figure, which can be asked for, and what is usual below it. */
  private void tiles(Card card, List<Part.Tile> tiles) {
    List<Card> row = new ArrayList<>();
    for (Part.Tile tile : tiles) {
      Card one = new Card(tile.title());
      one.getStyleClass().add("tile");
      one.figures(List.of(tile.figure()), 0, this::explain);
      if (!tile.usual().isEmpty()) {
        one.note(tile.usual());
      }
      row.add(one);
    }
    card.picture(new TileRow(row));
  }

  private void heatMap(Card card, List<DayFigures> days) {
    HeatMapView map = new HeatMapView(days, open);
    ComboBox<HeatMeasure> measures = new ComboBox<>();
    measures.getItems().setAll(HeatMeasure.values());
    measures.setConverter(Nodes.named(HeatMeasure::word));
    measures.setAccessibleText("Colour the days by");
    measures.valueProperty().addListener((is, was, now) -> map.show(now));
    measures.setValue(HeatMeasure.WORK);
    card.picture(measures, map);
  }

  private void explain(Asked asked, Consumer<Node> show) {
    Explanations.show((answer, failed) -> source.explain(review, asked, answer, failed), show);
  }

  private static Node sprints(Review days) {
    return days.sprints().isEmpty()
        ? Nodes.paragraph(say("review.week-empty"), "quiet")
        : new SprintList(days.sprints(), null, names(days), days.zone(), true);
  }

  private static Map<UUID, String> names(Review review) {
    Map<UUID, String> names = new HashMap<>();
    review.tasks().forEach(task -> names.put(task.id(), task.task()));
    return names;
  }

  private void choices(Card card, List<Part.Choice> choices) {
    List<Button> buttons = new ArrayList<>();
    for (Part.Choice choice : choices) {
      if (choice != Part.Choice.GO_TO_TODAY || review.to().equals(source.today())) {
        buttons.add(Nodes.button(choice.words(), () -> choose(choice)));
      }
    }
    if (!buttons.isEmpty()) {
      card.picture(new FlowPane(8, 8, buttons.toArray(Node[]::new)));
    }
  }

  private void hoursDeeds(Card card, HoursToReport hours) {
    Button copy = new Button("Copy");
    copy.setAccessibleText("Copy the hours to report");
    copy.setOnAction(
        pressed -> {
          source.copy(HoursWords.tabbed(hours));
          copy.setText("Copied");
          copy.setAccessibleText("Copied the hours to report");
        });
    FlowPane row = new FlowPane(8, 8, copy);
    if (!hours.toReport().isEmpty()) {
      Button mark =
          Nodes.button("Mark as reported", () -> source.reported(hours.toReport(), again));
      mark.setAccessibleText("Mark the hours of this table as reported");
      row.getChildren().add(mark);
    }
    card.picture(row);
  }

  private void choose(Part.Choice choice) {
    switch (choice) {
      case MUTE_WATCH -> source.watch(false, again);
      case WATCH_AGAIN -> source.watch(true, again);
      case NEW_BASELINE -> source.newBaseline(again);
      case GO_TO_TODAY -> toToday.run();
    }
  }

  private void dayHours(Card card) {
    List<DayPicture.Stretch> stretches = day.stretches();
    if (!stretches.isEmpty()) {
      TimelineView timeline = new TimelineView(GUTTER);
      Instant now = source.now();
      timeline.show(day, scale.holds(now) ? now : null, review.zone());
      card.picture(timeline);
    }
    FatigueFigures fatigue = stretches.isEmpty() ? null : drawn(review.fatigue());
    boolean told = !review.ratings().isEmpty();
    if (fatigue != null || told) {
      Interval worked =
          stretches.isEmpty()
              ? day.hours()
              : new Interval(stretches.getFirst().start(), stretches.getLast().end());
      card.picture(new FatigueView(fatigue, review.ratings(), worked, scale, review.zone()));
    }
    card.picture(legend(fatigue, told));
  }

  /** An estimate with a course to draw, or a mean in its place. */
  private static @Nullable FatigueFigures drawn(@Nullable FatigueFigures fatigue) {
    return fatigue == null || (fatigue.pattern() && fatigue.curve().isEmpty()) ? null : fatigue;
  }

  private Node legend(@Nullable FatigueFigures fatigue, boolean told) {
    FlowPane legend = new FlowPane(16, 4);
    Set<DayPicture.Look> seen =
        day.stretches().stream().map(DayPicture.Stretch::look).collect(Collectors.toSet());
    for (DayPicture.Look look : DayPicture.Look.values()) {
      if (seen.contains(look)) {
        legend.getChildren().add(TimelineView.legend(look));
      }
    }
    if (fatigue != null) {
      Label estimate =
          Nodes.legend(
              "fatigue-swatch",
              fatigue.pattern()
                  ? "tiredness, estimate and 80 % range"
                  : "your mean tiredness and 80 % range");
      legend.getChildren().add(estimate);
    }
    if (told) {
      legend.getChildren().add(Nodes.legend("fatigue-mark-swatch", "tiredness you told"));
    }
    return legend;
  }

  private static DayPicture picture(Review review, Map<UUID, String> names) {
    List<DayPicture.Stretch> found = new ArrayList<>();
    for (Stretch one : review.timeline()) {
      String task = one.task() == null ? "" : names.getOrDefault(one.task(), "");
      Interval time = one.interval();
      found.add(
          new DayPicture.Stretch(DayPicture.look(one.state()), time.start(), time.end(), task));
    }
    return DayPicture.of(found, null, end(review), review.zone());
  }

  /** The last moment of which anything is known, so that the hours hold all that is drawn. */
  private static Instant end(Review review) {
    Instant end =
        review.timeline().isEmpty()
            ? review.sprints().isEmpty()
                ? review.to().atTime(9, 0).atZone(review.zone()).toInstant()
                : review.sprints().getLast().sprint().end()
            : review.timeline().getLast().interval().end();
    for (RatingMark mark : review.ratings()) {
      end = Interval.later(end, mark.at());
    }
    FatigueFigures fatigue = review.fatigue();
    if (fatigue != null && !fatigue.curve().isEmpty()) {
      end = Interval.later(end, fatigue.curve().getLast().at());
    }
    return end;
  }
}
