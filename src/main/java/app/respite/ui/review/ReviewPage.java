package app.respite.ui.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.ReviewCard;
import app.respite.coach.review.ReviewCards;
import app.respite.coach.words.Phrases;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.Review;
import app.respite.ui.kit.ColumnPage;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A day looked back on: the cards of its review, one below the other. */
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
    Button before = Nodes.button("Day before", () -> move(-1), "flat");
    next = Nodes.button("Next day", () -> move(1), "flat");
    SideBySide heading = new SideBySide(title, new HBox(4, before, next), 0);
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

  private void move(int days) {
    if (day != null) {
      open(day.plusDays(days));
    }
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
        wanted,
        wanted,
        review -> {
          if (mine == asked) {
            asked++;
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
    title.setText(Phrases.day(which));
    next.setDisable(!which.isBefore(source.today()));
  }

  private void show(Review review) {
    head(review.to());
    if (review.equals(shown)) {
      return;
    }
    boolean other = shown == null || !shown.to().equals(review.to());
    shown = review;
    if (other) {
      setVvalue(0);
    }
    content.getChildren().clear();
    CardView view = new CardView(review, source, toToday, this::again);
    for (ReviewCard card : ReviewCards.ALL) {
      card.page(review).ifPresent(told -> content.getChildren().add(view.card(told)));
    }
  }

  /** Reads the day in sight anew. */
  private void again() {
    if (day != null) {
      shown = null;
      open(day);
    }
  }
}
