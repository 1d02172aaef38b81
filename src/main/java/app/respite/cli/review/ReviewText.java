package app.respite.cli.review;

import app.respite.cli.text.Columns;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.Explained;
import app.respite.coach.review.Part;
import app.respite.coach.review.Part.Bar;
import app.respite.coach.review.Part.Column;
import app.respite.coach.review.ReviewCard;
import app.respite.coach.review.ReviewCards;
import app.respite.coach.words.Phrases;
import app.respite.domain.review.Review;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A review as calm plain text for a terminal of 80 columns: the days, then each card with its parts
 * in words.
 */
public final class ReviewText {
  private static final int WIDTH = 80;
  private static final int NAME = 17;
  private static final String INDENT = "  ";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  /** Null where what is told belongs to no review, and has no hours to draw. */
  private final @Nullable Review review;

  private final List<String> lines = new ArrayList<>();

  private ReviewText(@Nullable Review review) {
    this.review = review;
  }

  /** A card that belongs to no review, an empty line first. */
  public static List<String> card(CardContent card) {
    return lines(null, card);
  }

  /**
   * The lines, each at most 80 columns, without line ends.
   *
   * @param here this machine's zone; the review's is named where its clock is another
   */
  public static List<String> lines(Review review, ZoneId here) {
    List<String> lines = new ArrayList<>();
    lines.add(head(review, here));
    for (ReviewCard card : ReviewCards.inTerminal()) {
      card.text(review).forEach(section -> lines.addAll(lines(review, section)));
    }
    return List.copyOf(lines);
  }

  /** What a figure is made of, in the same width. */
  public static List<String> explained(
      Explained figure, Review review, List<CardContent> cards, ZoneId here) {
    List<String> lines = new ArrayList<>();
    lines.add(figure.key() + ", " + head(review, here));
    cards.forEach(card -> lines.addAll(lines(review, card)));
    return List.copyOf(lines);
  }

  /** The lines of one section, an empty one first. */
  static List<String> lines(@Nullable Review review, CardContent section) {
    ReviewText text = new ReviewText(review);
    text.lines.add("");
    if (!section.title().isEmpty()) {
      text.lines.add(section.title());
    }
    section.parts().forEach(text::part);
    return text.lines;
  }

  private static String head(Review review, ZoneId here) {
    String day =
        review.from().equals(review.to())
            ? DAY.format(review.from())
            : DAY.format(review.from()) + " to " + DAY.format(review.to());
    Instant noon = review.to().atTime(LocalTime.NOON).atZone(review.zone()).toInstant();
    String elsewhere = Phrases.elsewhere(review.zone(), here, noon);
    return elsewhere.isEmpty() ? day : day + " (" + elsewhere + ")";
  }

  private void part(Part part) {
    switch (part) {
      case Part.Name name -> line(name.name());
      case Part.FigureRow row -> figures(row);
      case Part.Said said -> said.sentences().forEach(this::paragraph);
      case Part.Points points -> points.points().forEach(this::paragraph);
      case Part.Note note -> paragraph(note.text());
      case Part.Message message -> message(message.text());
      case Part.Entry entry -> entry(entry);
      case Part.Table table -> table(table);
      case Part.Bars bars -> bars(bars.bars());
      case Part.DayHours() -> {
        if (review != null) {
          TimelineBar.lines(review.timeline(), review.zone(), WIDTH - INDENT.length())
              .forEach(this::line);
        }
      }
      case Part.Lead lead -> paragraph(lead.text());
      // What a line of text has no room for, or nobody can press there.
      case Part.Tiles _,
          Part.Days _,
          Part.HeatMap _,
          Part.PaceByHour _,
          Part.SprintsBehind _,
          Part.SprintsOfDays _,
          Part.Choices _,
          Part.HoursDeeds _ -> {}
    }
  }

  private void figures(Part.FigureRow row) {
    if (!row.figures().isEmpty()) {
      paragraph(
          row.figures().stream()
              .map(figure -> figure.value() + " " + figure.caption())
              .collect(Collectors.joining(", ", "", ".")));
    }
  }

  private void message(String text) {
    lines.add("");
    paragraph(text);
  }

  private void entry(Part.Entry entry) {
    line(Columns.column(entry.name(), NAME) + "  " + entry.text());
    for (String detail : entry.details()) {
      lines.addAll(Columns.wrap("", INDENT.length() + NAME + 2, detail, WIDTH));
    }
  }

  private void table(Part.Table table) {
    for (List<String> row : table.rows()) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(
            i < table.columns().size() ? cell(table.columns().get(i), row.get(i)) : row.get(i));
      }
      line(line.toString());
    }
  }

  /** A number is shown whole even where it is wider than its column. */
  private static String cell(Column column, String text) {
    String gap = " ".repeat(column.gap());
    return column.right()
        ? gap + " ".repeat(Math.max(0, column.width() - text.length())) + text
        : gap + Columns.column(text, column.width());
  }

  private void bars(List<Bar> bars) {
    int widest = bars.stream().mapToInt(bar -> bar.caption().length()).max().orElse(0);
    for (Bar bar : bars) {
      line(Columns.column(bar.caption(), widest) + "  " + bar.value());
    }
  }

  private void line(String text) {
    lines.add(Columns.shortened(INDENT + text, WIDTH).stripTrailing());
  }

  private void paragraph(String text) {
    lines.addAll(Columns.wrap("", INDENT.length(), text, WIDTH));
  }
}
