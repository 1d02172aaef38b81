package app.respite.cli.report;

import app.respite.coach.review.CardContent;
import app.respite.coach.review.HeatMeasure;
import app.respite.coach.review.Part;
import app.respite.coach.review.ReviewCard;
import app.respite.coach.review.ReviewCards;
import app.respite.coach.review.YearCards;
import app.respite.coach.words.Phrases;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as one page that needs nothing besides itself: no network, no script, no other file. The
 * one place that knows how each kind of part looks there.
 */
public final class ReviewReport {
  private static final String NOTHING = "–";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  /** From so many days on, what many weeks have in common stands first. */
  private static final int MANY_DAYS = 84;

  private final Review review;
  private final Charts charts;
  private final Map<UUID, String> names = new HashMap<>();
  private final StringBuilder body = new StringBuilder();
  private final List<Drawing> drawings = new ArrayList<>();

  private ReviewReport(Review review) {
    this.review = review;
    charts = new Charts(review);
    review.tasks().forEach(task -> names.put(task.id(), task.task()));
  }

  /**
   * The report of a review.
   *
   * @param here this machine's zone; the review's is named where its clock is another
   */
  public static ReviewReport of(Review review, ZoneId here) {
    List<CardContent> cards = new ArrayList<>();
    if (review.days().size() >= MANY_DAYS) {
      cards.addAll(YearCards.of(review));
    }
    for (ReviewCard card : ReviewCards.ALL) {
      card.page(review).ifPresent(cards::add);
    }
    return of(review, here, cards);
  }

  static ReviewReport of(Review review, ZoneId here, List<CardContent> cards) {
    ReviewReport report = new ReviewReport(review);
    report.element("h1", "", report.head());
    String elsewhere =
        Phrases.elsewhere(
            review.zone(),
            here,
            review.to().atTime(LocalTime.NOON).atZone(review.zone()).toInstant());
    if (!elsewhere.isEmpty()) {
      report.element("p", " class=\"note\"", "Times are " + elsewhere + ".");
    }
    cards.forEach(report::card);
    return report;
  }

  /** The whole page. */
  public String html() {
    String title = Markup.escaped("Review of " + head());
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    %s</main>
    </body>
    </html>
    """
        .formatted(title, ReportStyle.css(), body);
  }

  /** The names of its pictures, without their ends; none twice. */
  public List<String> pictures() {
    return drawings.stream().map(Drawing::name).toList();
  }

  /** Writes one of its pictures as a PNG file. */
  public void writePicture(String name, OutputStream out) throws IOException {
    for (Drawing drawing : drawings) {
      if (drawing.name().equals(name)) {
        PngWriter.write(drawing, out);
        return;
      }
    }
    throw new IllegalArgumentException("no picture " + name);
  }

  List<Drawing> drawings() {
    return List.copyOf(drawings);
  }

  private String head() {
    return review.from().equals(review.to())
        ? DAY.format(review.from())
        : DAY.format(review.from()) + " to " + DAY.format(review.to());
  }

  private void card(CardContent card) {
    boolean titled = !card.title().isEmpty();
    body.append("<section>\n");
    if (titled) {
      element("h2", "", card.title());
    }
    card.parts().forEach(part -> part(card.title(), titled ? "h3" : "h2", part));
    body.append("</section>\n");
  }

  private void part(String card, String heading, Part part) {
    switch (part) {
      case Part.Name name -> element(heading, " dir=\"auto\"", name.name());
      case Part.FigureRow row -> figures(row.figures());
      case Part.Lead lead -> element("p", " class=\"lead\"", lead.text());
      case Part.Tiles tiles -> tiles(tiles.tiles());
      case Part.Days days -> chart(charts.days(days.days()));
      case Part.HeatMap map -> heat(map.days());
      case Part.Said said -> paragraph(String.join(" ", said.sentences()));
      case Part.Message message -> message.text().lines().forEach(this::paragraph);
      case Part.Points points -> list(points.points());
      case Part.Note note -> element("p", " class=\"note\"", note.text());
      case Part.Entry entry -> {
        element(heading, " dir=\"auto\"", entry.name());
        paragraph(entry.text());
        list(entry.details());
      }
      case Part.Table table -> table(table);
      case Part.Bars bars -> chart(charts.bars(card, bars.bars()));
      case Part.DayHours() -> charts.day().ifPresent(this::chart);
      case Part.PaceByHour pace -> chart(charts.pace(pace));
      case Part.SprintsBehind behind -> sprints(behind.sprints(), behind.task());
      case Part.SprintsOfDays days ->
          element(
              "p",
              " class=\"note\"",
              "The sprints behind it: respite log --from " + days.from() + " --to " + days.to());
      // Paper has nothing to press.
      case Part.Choices _, Part.HoursDeeds _ -> {}
    }
  }

  private void figures(List<Part.Figure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    body.append("<ul class=\"figures\">\n");
    for (Part.Figure figure : figures) {
      body.append("<li>");
      element("strong", "", figure.value());
      body.append(' ').append(Markup.escaped(figure.caption())).append("</li>\n");
    }
    body.append("</ul>\n");
  }

  private void tiles(List<Part.Tile> tiles) {
    body.append("<dl class=\"tiles\">\n");
    for (Part.Tile tile : tiles) {
      body.append("<div>");
      element("dt", "", tile.title());
      body.append("<dd>");
      element("strong", "", tile.figure().value());
      body.append(' ').append(Markup.escaped(tile.figure().caption())).append("</dd>");
      if (!tile.usual().isEmpty()) {
        element("dd", " class=\"note\"", tile.usual());
      }
      body.append("</div>\n");
    }
    body.append("</dl>\n");
  }

  private void heat(List<DayFigures> days) {
    for (HeatMeasure measure : HeatMeasure.values()) {
      charts.heat(days, measure).ifPresent(this::chart);
    }
  }

  private void chart(Chart chart) {
    Drawing drawing = chart.drawing();
    drawings.add(drawing);
    body.append("<figure id=\"").append(drawing.name()).append("\">\n");
    element("figcaption", "", drawing.title());
    // Too wide for a telephone, it is moved there by touch or by keys.
    body.append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .append(Markup.escaped(drawing.title()))
        .append("\">\n")
        .append(SvgWriter.svg(drawing))
        .append("</div>\n");
    unfolding("The same in figures", chart.head(), chart.rows());
    body.append("</figure>\n");
  }

  private void sprints(List<SprintFigures> sprints, @Nullable UUID task) {
    if (!sprints.isEmpty()) {
      unfolding(
          "The sprints behind it",
          List.of(
              "Day",
              "Time",
              "Task",
              "Minutes",
              "Items",
              "Items an hour",
              "Tired /10",
              "Effort /10"),
          sprints.stream()
              .map(one -> sprint(one, task == null ? one.sprint().task() : task))
              .toList());
    }
  }

  private List<String> sprint(SprintFigures one, UUID task) {
    Integer items = one.itemsOf(task);
    Double rate = one.itemsPerHour(task);
    return List.of(
        one.day().toString(),
        Phrases.clock(one.sprint().start(), review.zone())
            + "–"
            + Phrases.clock(one.sprint().end(), review.zone()),
        names.getOrDefault(task, ""),
        Long.toString(Durations.nearestMinutes(one.activeOf(task))),
        items == null ? NOTHING : Integer.toString(items),
        rate == null ? NOTHING : Figures.rate(rate),
        one.fatigue() == null ? NOTHING : Integer.toString(one.fatigue()),
        one.effort() == null ? NOTHING : Integer.toString(one.effort()));
  }

  private void unfolding(String summary, List<String> head, List<List<String>> rows) {
    body.append("<details>");
    element("summary", "", summary);
    body.append("\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .append(Markup.escaped(summary))
        .append("\"><table>\n<thead><tr>");
    head.forEach(name -> element("th", " scope=\"col\"", name));
    body.append("</tr></thead>\n<tbody>\n");
    rows.forEach(row -> row(row, List.of()));
    body.append("</tbody></table></div></details>\n");
  }

  private void table(Part.Table table) {
    body.append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n");
    List<List<String>> rows = table.rows();
    if (table.hasHead() && !rows.isEmpty()) {
      body.append("<thead><tr>");
      for (int i = 0; i < rows.getFirst().size(); i++) {
        element("th", " scope=\"col\"" + side(table.columns(), i), rows.getFirst().get(i));
      }
      body.append("</tr></thead>\n");
      rows = rows.subList(1, rows.size());
    }
    body.append("<tbody>\n");
    rows.forEach(row -> row(row, table.columns()));
    body.append("</tbody></table></div>\n");
  }

  private void row(List<String> cells, List<Part.Column> columns) {
    body.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      element("td", " dir=\"auto\"" + side(columns, i), cells.get(i));
    }
    body.append("</tr>\n");
  }

  private static String side(List<Part.Column> columns, int at) {
    return at < columns.size() && columns.get(at).right() ? " class=\"right\"" : "";
  }

  private void list(List<String> points) {
    if (!points.isEmpty()) {
      body.append("<ul>\n");
      points.forEach(point -> element("li", " dir=\"auto\"", point));
      body.append("</ul>\n");
    }
  }

  private void paragraph(String text) {
    element("p", "", text);
  }

  private void element(String name, String attributes, String text) {
    body.append('<').append(name).append(attributes).append('>');
    body.append(Markup.escaped(text)).append("</").append(name).append('>');
    if (!name.equals("strong")) {
      body.append('\n');
    }
  }
}
