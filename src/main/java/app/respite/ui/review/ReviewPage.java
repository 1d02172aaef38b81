package app.respite.ui.review;

import app.respite.coach.words.Phrases;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Earnings;
import app.respite.domain.review.Review;
import app.respite.domain.review.TaskFigures;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.Twofold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A day in plain figures: what was worked and rested, and each task with its pay. */
public final class ReviewPage extends ScrollPane {
  private final Consumer<LocalDate> open;
  private final Label title = Nodes.label("", "headline");
  private final Button next;
  private final VBox content = new VBox(16);
  private @Nullable LocalDate day;
  private @Nullable Review shown;

  /** With how to open a day; the answer comes back with {@link #show}. */
  public ReviewPage(Consumer<LocalDate> open) {
    this.open = open;
    getStyleClass().addAll("page", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    Button before = Nodes.button("Day before", () -> move(-1), "flat");
    next = Nodes.button("Next day", () -> move(1), "flat");
    Twofold heading = new Twofold(title, new HBox(4, before, next), 0);
    VBox column = new VBox(16, heading, content);
    column.getStyleClass().add("column");
    column.setMaxWidth(960);
    StackPane holder = new StackPane(column);
    holder.setAlignment(Pos.TOP_CENTER);
    setContent(holder);
  }

  private void move(int days) {
    if (day != null) {
      open.accept(day.plusDays(days));
    }
  }

  /** The day that is shown; null before the first. */
  public @Nullable LocalDate day() {
    return day;
  }

  /**
   * Shows a day.
   *
   * @param today the running day, after which there is none to go to
   */
  public void show(Review review, LocalDate today) {
    if (review.equals(shown)) {
      return;
    }
    shown = review;
    day = review.to();
    title.setText(Phrases.day(review.to()));
    next.setDisable(!review.to().isBefore(today));
    content.getChildren().clear();
    DayFigures figures = review.days().getLast();
    if (figures.isEmpty()) {
      content
          .getChildren()
          .add(
              Nodes.paragraph(
                  "Nothing was recorded on this day. Start a sprint, and its figures stand here.",
                  "quiet"));
      return;
    }
    content.getChildren().add(card("Time", time(figures), sentence(figures)));
    for (TaskFigures task : review.tasks()) {
      String name = task.platform().isEmpty() ? task.task() : task.task() + " · " + task.platform();
      content.getChildren().add(card(name, figures(task), paid(task)));
    }
  }

  private static List<Node> time(DayFigures day) {
    List<Node> found = new ArrayList<>();
    found.add(figure(length(day.workSeconds()), "work"));
    add(found, day.breakSeconds(), "breaks");
    add(found, day.naturalRestSeconds(), "natural rest");
    add(found, day.pausedSeconds(), "paused");
    add(found, day.idleSeconds(), "idle");
    add(found, day.awaySeconds(), "away");
    add(found, day.readySeconds(), "waiting to start");
    return found;
  }

  private static void add(List<Node> found, long seconds, String caption) {
    if (seconds > 0) {
      found.add(figure(length(seconds), caption));
    }
  }

  private static String length(long seconds) {
    return Phrases.length(Duration.ofSeconds(seconds));
  }

  private static String sentence(DayFigures day) {
    List<String> parts = new ArrayList<>();
    parts.add(Phrases.count(day.sprints(), "sprint", "sprints"));
    parts.add(day.ratedSprints() + " of " + day.sprints() + " rated");
    parts.add(Phrases.count(day.breaksTaken(), "break taken", "breaks taken"));
    if (day.breaksNatural() > 0) {
      parts.add(Phrases.count(day.breaksNatural(), "natural break", "natural breaks"));
    }
    if (day.breaksPostponed() > 0) {
      parts.add(day.breaksPostponed() + " put off");
    }
    if (day.breaksSkipped() > 0) {
      parts.add(day.breaksSkipped() + " skipped");
    }
    return String.join(" · ", parts);
  }

  private static List<Node> figures(TaskFigures task) {
    List<Node> found = new ArrayList<>();
    found.add(figure(length(task.workSeconds()), "work"));
    found.add(figure(Integer.toString(task.items()), "items"));
    Double rate = task.itemsPerHour();
    if (rate != null) {
      found.add(figure(Long.toString(Math.round(rate)), "items an hour"));
    }
    Double rejected = task.rejectedRate();
    if (rejected != null) {
      found.add(
          figure(
              Math.round(rejected * 100) + " %",
              "rejected, of " + (task.accepted() + task.rejected()) + " decided"));
    }
    money(found, task.earned(), "earned");
    money(found, task.perWorkHour(), "per work hour");
    money(found, task.perPresentHour(), "per present hour");
    return found;
  }

  private static void money(List<Node> found, Earnings earnings, String caption) {
    earnings
        .amounts()
        .forEach((currency, amount) -> found.add(figure(money(amount, currency), caption)));
  }

  private static String money(BigDecimal amount, String currency) {
    return String.format(
        Locale.ROOT, "%s %s", amount.setScale(2, RoundingMode.HALF_EVEN), currency);
  }

  private static String paid(TaskFigures task) {
    List<String> parts = new ArrayList<>();
    task.pending()
        .amounts()
        .forEach((currency, amount) -> parts.add(money(amount, currency) + " pending"));
    task.setAside()
        .amounts()
        .forEach((currency, amount) -> parts.add(money(amount, currency) + " to set aside"));
    return String.join(" · ", parts);
  }

  private static Node figure(String value, String caption) {
    Label number = Nodes.label(value, "figure");
    Label words = Nodes.label(caption, "axis");
    VBox box = new VBox(2, number, words);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(value + " " + caption);
    return box;
  }

  private static Node card(String heading, List<Node> figures, String sentence) {
    Label words = Nodes.label("", "section");
    Nodes.elide(words, heading);
    words.setMinWidth(0);
    FlowPane row = new FlowPane(24, 12);
    row.getChildren().setAll(figures);
    VBox card = new VBox(8, words, row);
    if (!sentence.isEmpty()) {
      card.getChildren().add(Nodes.paragraph(sentence, "quiet"));
    }
    card.getStyleClass().add("card");
    return card;
  }
}
