package app.respite.ui.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.Part;
import app.respite.coach.review.ReviewCard;
import app.respite.coach.review.ReviewCards;
import app.respite.coach.review.YearCards;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.Review;
import app.respite.ui.kit.ColumnPage;
import app.respite.ui.kit.Disclosure;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Days looked back on: one look first, and below it the cards of the review, to be unfolded. */
public final class ReviewPage extends ColumnPage {
  private static final double NARROW = 560;

  /** A page that comes sooner needs no word of waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Where the figures come from; answers come on the screen's thread. */
  public interface Source {
    /** Reviews days, the last one included; one of the two is told. */
    void review(LocalDate from, LocalDate to, Consumer<Review> answer, Runnable failed);

    /** Tells what a figure of a review is made of; one of the two is told. */
    void explain(Review review, Asked asked, Consumer<List<CardContent>> answer, Runnable failed);

    /** The running day. */
    LocalDate today();

    /** The present moment. */
    Instant now();

    /** Switches the strain watch on or off; {@code done} is told once it is so. */
    void watch(boolean on, Runnable done);

    /** Puts a text where it can be pasted from. */
    void copy(String text);

    /** Notes that hours were reported as they are shown; {@code done} is told once it is so. */
    void reported(List<Row> rows, Runnable done);

    /** Lets the strain watch begin a new baseline today; {@code done} is told once it is so. */
    void newBaseline(Runnable done);
  }

  private final Source source;
  private final Later later;
  private final Runnable toToday;
  private final Label title = Nodes.label("", "headline");
  private final Button next;
  private final VBox content = new VBox(16);
  private final DatePicker picker = new DatePicker();

  /** The cards that were unfolded stay so on other days. */
  private final Set<String> unfolded = new HashSet<>();

  private final Map<ReviewSpan, ToggleButton> buttons = new EnumMap<>(ReviewSpan.class);
  private ReviewSpan span = ReviewSpan.DAY;
  private final SideBySide offer;
  private @Nullable LocalDate day;
  private @Nullable Review shown;
  private long asked;

  /**
   * An empty page.
   *
   * @param toToday leads to the running day, where sprints start and the day's end is rated
   */
  public ReviewPage(Source source, Later later, Runnable toToday) {
    this.source = source;
    this.later = later;
    this.toToday = toToday;
    Button before = Nodes.button("‹", () -> move(-1), "flat", "step");
    before.setAccessibleText("Before");
    next = Nodes.button("›", () -> move(1), "flat", "step");
    next.setAccessibleText("Next");
    picker.setEditable(false);
    picker.setPrefWidth(44);
    picker.getStyleClass().add("day-picker");
    picker.setAccessibleText("Choose a day");
    picker
        .valueProperty()
        .addListener(
            (is, was, now) -> {
              if (now != null && !now.equals(day)) {
                open(now);
              }
            });
    SideBySide heading = new SideBySide(new HBox(4, before, title, picker, next), spans(), 0);
    offer =
        new SideBySide(
            Nodes.paragraph(say("review.offer"), "quiet"),
            Nodes.button("Rate it", toToday, "flat"),
            0);
    Nodes.show(offer, false);
    VBox column = new VBox(16, heading, offer, content);
    column(column, 960);
    widthProperty().addListener(changed -> Nodes.state(this, "narrow", getWidth() < NARROW));
  }

  private HBox spans() {
    ToggleGroup one = new ToggleGroup();
    HBox row = new HBox(4);
    for (ReviewSpan each : ReviewSpan.values()) {
      ToggleButton button = new ToggleButton(each.word());
      button.getStyleClass().addAll("flat", "span");
      button.setToggleGroup(one);
      button.setSelected(each == span);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          pressed -> {
            button.setSelected(true);
            span = each;
            again();
          });
      row.getChildren().add(button);
      buttons.put(each, button);
    }
    return row;
  }

  private void move(int steps) {
    if (day != null) {
      LocalDate wanted = span.moved(day, steps);
      LocalDate today = source.today();
      open(wanted.isAfter(today) ? today : wanted);
    }
  }

  /** Opens one day, whatever was looked back on at once before. */
  private void openDay(LocalDate wanted) {
    span = ReviewSpan.DAY;
    buttons.forEach((each, button) -> button.setSelected(each == span));
    open(wanted);
  }

  /** The day that is shown; null before the first. */
  public @Nullable LocalDate day() {
    return day;
  }

  /** Offers to rate the end of the day, or does not. */
  public void offer(boolean open) {
    Nodes.show(offer, open);
  }

  /**
   * Opens a day. What is in sight stays until its figures are there; after a second the page says
   * that it reads, and can be told to leave it.
   */
  public void open(LocalDate wanted) {
    long mine = ++asked;
    if (shown == null) {
      head(wanted);
    }
    later.run(
        PATIENCE,
        () -> {
          if (mine == asked) {
            head(wanted);
            shown = null;
            Button cancel = Nodes.button("Cancel", () -> stop(wanted, "review.stopped"));
            content
                .getChildren()
                .setAll(line(say("review.reading", "day", title.getText()), cancel));
          }
        });
    source.review(
        span.first(wanted),
        span.last(wanted, source.today()),
        review -> {
          if (mine == asked) {
            asked++;
            head(wanted);
            show(review);
          }
        },
        () -> {
          if (mine == asked) {
            stop(wanted, "review.failed");
          }
        });
  }

  private void stop(LocalDate wanted, String why) {
    asked++;
    head(wanted);
    shown = null;
    Button again = Nodes.button("Read it again", () -> open(wanted));
    content.getChildren().setAll(line(say(why, "day", title.getText()), again));
  }

  private static Node line(String words, Button deed) {
    return new VBox(8, Nodes.paragraph(words, "quiet"), deed);
  }

  private void head(LocalDate which) {
    day = which;
    picker.setValue(which);
    Nodes.elide(title, span.title(which, source.today()));
    next.setDisable(!span.last(which, source.today()).isBefore(source.today()));
  }

  private void show(Review review) {
    if (review.equals(shown)) {
      return;
    }
    boolean other = shown == null || !shown.to().equals(review.to());
    shown = review;
    if (other) {
      setVvalue(0);
    }
    content.getChildren().clear();
    CardView view = new CardView(review, source, toToday, this::again, this::openDay);
    if (span == ReviewSpan.YEAR) {
      YearCards.of(review).forEach(card -> content.getChildren().add(view.card(card)));
      return;
    }
    for (ReviewCard card : ReviewCards.ALL) {
      card.page(review)
          .ifPresent(
              told ->
                  content
                      .getChildren()
                      .add(told.title().isEmpty() ? view.card(told) : folded(told, view)));
    }
  }

  /** A card below the first look: its name, and the rest once it is wanted. */
  private Node folded(CardContent told, CardView view) {
    ToggleButton open = Disclosure.opener(told.title());
    open.getStyleClass().add("fold");
    open.setAccessibleText(told.title());
    VBox place = new VBox();
    VBox fold = new VBox(4, open, place);
    open.selectedProperty()
        .addListener(
            (is, was, now) -> {
              if (now) {
                unfolded.add(told.title());
                place.getChildren().setAll(view.card(told).named());
              } else {
                unfolded.remove(told.title());
                place.getChildren().clear();
              }
            });
    // What is to be read by itself waits for no press.
    boolean message = told.parts().stream().anyMatch(Part.Message.class::isInstance);
    open.setSelected(message || unfolded.contains(told.title()));
    return fold;
  }

  /** Reads the day in sight anew. */
  private void again() {
    if (day != null) {
      shown = null;
      open(day);
    }
  }
}
