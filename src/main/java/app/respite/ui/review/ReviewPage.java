package app.respite.ui.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.words.Phrases;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.PlatformFigures;
import app.respite.domain.review.RatingMark;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.Stretch;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.ui.kit.DayPicture;
import app.respite.ui.kit.HourScale;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import app.respite.ui.kit.TimelineView;
import java.time.Duration;
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
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A day looked back on: its hours with the tiredness over them, then pace, rest, pay and the weeks,
 * each with its sentences and the sprints behind it.
 */
public final class ReviewPage extends ScrollPane {
  private static final double NARROW = 560;
  private static final double GUTTER = 24;

  /** The width of an amount of money, so that tasks' amounts stand in columns. */
  private static final double PAY = 112;

  /** A page that comes sooner needs no word of waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Where the figures come from; answers come on the screen's thread. */
  public interface Source {
    /** Reviews days, the last one included; one of the two is told. */
    void review(LocalDate from, LocalDate to, Consumer<Review> answer, Runnable failed);

    /** The running day. */
    LocalDate today();

    /** The present moment. */
    Instant now();

    /** Switches the strain watch on or off; {@code done} is told once it is so. */
    void watch(boolean on, Runnable done);

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
    getStyleClass().addAll("page", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
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
    column.getStyleClass().add("column");
    column.setMaxWidth(960);
    StackPane holder = new StackPane(column);
    holder.setAlignment(Pos.TOP_CENTER);
    setContent(holder);
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
    ReviewWords words = new ReviewWords(review);
    Map<UUID, String> names = new HashMap<>();
    review.tasks().forEach(task -> names.put(task.id(), task.task()));
    if (review.days().getLast().isEmpty()) {
      content.getChildren().add(empty(review));
    } else {
      DayPicture picture = picture(review, names);
      HourScale scale = new HourScale(picture.hours(), GUTTER);
      content
          .getChildren()
          .addAll(
              dayCard(review, words, names, picture, scale),
              paceCard(review, words, names, scale),
              restCard(review, words, names),
              payCard(review, words, names));
    }
    WatchFigures watch = review.watch();
    boolean learnt = watch != null && (watch.validDays() > 0 || watch.card() != null);
    if (review.load() != null || learnt || !review.days().getLast().isEmpty()) {
      content.getChildren().add(weeksCard(review, words));
    }
  }

  private Card empty(Review review) {
    Card card = new Card("The day").sentences(List.of(say("review.empty")));
    if (review.to().equals(source.today())) {
      card.picture(Nodes.button("Go to Today", toToday));
    }
    return card;
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

  private Card dayCard(
      Review review,
      ReviewWords words,
      Map<UUID, String> names,
      DayPicture picture,
      HourScale scale) {
    Card card = new Card("The day").figures(words.day());
    if (!picture.stretches().isEmpty()) {
      TimelineView timeline = new TimelineView(GUTTER);
      Instant now = source.now();
      timeline.show(picture, scale.holds(now) ? now : null, review.zone());
      card.picture(timeline);
    }
    FatigueFigures fatigue = review.fatigue();
    boolean estimated = estimated(fatigue) && !picture.stretches().isEmpty();
    if (estimated || !review.ratings().isEmpty()) {
      Interval worked =
          picture.stretches().isEmpty()
              ? picture.hours()
              : new Interval(
                  picture.stretches().getFirst().start(), picture.stretches().getLast().end());
      card.picture(
          new FatigueView(
              estimated ? fatigue : null, review.ratings(), worked, scale, review.zone()));
    }
    card.picture(legend(picture, estimated ? fatigue : null, !review.ratings().isEmpty()));
    CardContent tiredness = words.tiredness();
    return card.sentences(tiredness.sentences())
        .note(tiredness.note())
        .sprints(review.sprints(), all -> new SprintList(all, null, names, review.zone(), false));
  }

  /** Whether there is a course to draw, or a mean in its place. */
  private static boolean estimated(@Nullable FatigueFigures fatigue) {
    return fatigue != null && (!fatigue.pattern() || !fatigue.curve().isEmpty());
  }

  private static Node legend(DayPicture picture, @Nullable FatigueFigures fatigue, boolean told) {
    FlowPane legend = new FlowPane(16, 4);
    Set<DayPicture.Look> seen =
        picture.stretches().stream().map(DayPicture.Stretch::look).collect(Collectors.toSet());
    for (DayPicture.Look look : DayPicture.Look.values()) {
      if (seen.contains(look)) {
        legend.getChildren().add(TimelineView.legend(look));
      }
    }
    if (fatigue != null) {
      legend
          .getChildren()
          .add(
              PaceView.legend(
                  "fatigue-swatch",
                  fatigue.pattern()
                      ? "tiredness, estimate and 80 % range"
                      : "your mean tiredness and 80 % range"));
    }
    if (told) {
      legend.getChildren().add(PaceView.legend("fatigue-mark-swatch", "tiredness you told"));
    }
    return legend;
  }

  private static Card paceCard(
      Review review, ReviewWords words, Map<UUID, String> names, HourScale scale) {
    Card card = new Card("Pace");
    if (words.paced().isEmpty()) {
      return card.sentences(List.of(say("review.pace.none")));
    }
    for (TaskFigures task : words.paced()) {
      CardContent told = words.pace(task);
      card.name(name(task), "task-name").figures(told.figures());
      List<SprintFigures> sprints = words.paced(task);
      if (!sprints.isEmpty()) {
        card.picture(
            new PaceView(sprints, task.id(), task.usual(), scale, review.zone()),
            new FlowPane(
                16,
                4,
                PaceView.legend("pace-bar", "items/h by sprint"),
                PaceView.legend(task.usual())));
      }
      card.sentences(told.sentences());
      List<SprintFigures> own =
          review.sprints().stream().filter(one -> one.has(task.id())).toList();
      card.sprints(own, all -> new SprintList(all, task.id(), names, review.zone(), false));
    }
    return card.note(say("review.pace.note"));
  }

  private static String name(TaskFigures task) {
    return task.platform().isEmpty() ? task.task() : task.task() + " · " + task.platform();
  }

  private static Card restCard(Review review, ReviewWords words, Map<UUID, String> names) {
    return new Card("Rest")
        .told(words.rest())
        .sprints(review.sprints(), all -> new SprintList(all, null, names, review.zone(), false));
  }

  private static Card payCard(Review review, ReviewWords words, Map<UUID, String> names) {
    Card card = new Card("Pay");
    if (words.paid().isEmpty()) {
      return card.sentences(List.of(say("review.pay.none")));
    }
    for (TaskFigures task : words.paid()) {
      card.name(name(task), "task-name").figures(ReviewWords.pay(task), PAY);
    }
    for (PlatformFigures platform : words.platforms()) {
      card.name("All of " + platform.platform(), "task-name")
          .figures(
              ReviewWords.pay(platform.earned(), platform.perWorkHour(), platform.perPresentHour()),
              PAY);
    }
    List<SprintFigures> behind =
        review.sprints().stream()
            .filter(one -> words.paid().stream().anyMatch(task -> one.has(task.id())))
            .toList();
    return card.note(say("review.pay.note"))
        .sprints(behind, all -> new SprintList(all, null, names, review.zone(), false));
  }

  private static Node choices(Button... buttons) {
    FlowPane row = new FlowPane(8, 8, buttons);
    row.getStyleClass().add("watch-choices");
    return row;
  }

  /** Reads the day in sight anew. */
  private void again() {
    if (day != null) {
      shown = null;
      open(day);
    }
  }

  private Card weeksCard(Review review, ReviewWords words) {
    Card card = new Card("Weeks");
    CardContent weeks = words.weeks();
    LoadFigures load = review.load();
    if (load != null && load.usualHours() != null) {
      card.picture(
          new Bars(
              List.of(
                  new Bars.Bar(
                      "these seven days",
                      load.weekHours(),
                      Durations.rounded(
                          Durations.ofHours(load.weekHours()), Durations.FIVE_MINUTES),
                      false),
                  new Bars.Bar(
                      "a usual week",
                      load.usualHours(),
                      Durations.rounded(
                          Durations.ofHours(load.usualHours()), Durations.FIVE_MINUTES),
                      true))));
    }
    card.figures(weeks.figures()).sentences(weeks.sentences());
    CardContent watch = words.watch();
    card.name("Strain watch", "task-name").sentences(watch.sentences());
    WatchFigures figures = review.watch();
    if (figures != null) {
      for (WatchFigures.Channel channel : figures.channels()) {
        card.picture(evidence(channel));
      }
    }
    if (figures != null && figures.state() == WatchFigures.State.CARD) {
      card.picture(
          choices(
              Nodes.button("Mute the watch", () -> source.watch(false, this::again)),
              Nodes.button("Begin a new baseline", () -> source.newBaseline(this::again))));
    } else if (figures != null && figures.state() == WatchFigures.State.MUTED) {
      card.picture(
          choices(Nodes.button("Switch it on again", () -> source.watch(true, this::again))));
    }
    card.note(watch.note());
    if (load != null) {
      card.sprints(
          show ->
              source.review(
                  review.to().minusDays(6),
                  review.to(),
                  week -> show.accept(week(week)),
                  () -> show.accept(Nodes.paragraph(say("review.week-failed"), "quiet"))));
    }
    return card;
  }

  private static Node evidence(WatchFigures.Channel channel) {
    Label words = Nodes.paragraph("• " + channel.evidence(), "evidence");
    words.setMaxWidth(640);
    return words;
  }

  private static Node week(Review week) {
    Map<UUID, String> names = new HashMap<>();
    week.tasks().forEach(task -> names.put(task.id(), task.task()));
    return week.sprints().isEmpty()
        ? Nodes.paragraph(say("review.week-empty"), "quiet")
        : new SprintList(week.sprints(), null, names, week.zone(), true);
  }
}
