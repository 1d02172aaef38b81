package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.DayHours;
import app.respite.coach.review.Part.Days;
import app.respite.coach.review.Part.Figure;
import app.respite.coach.review.Part.Lead;
import app.respite.coach.review.Part.Tile;
import app.respite.coach.review.Part.Tiles;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.money.Earnings;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.PaceBand;
import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.review.UsualFigures;
import app.respite.domain.setting.Preferences;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day, or some days, in one look: a sentence, the hours, and four figures, each beside what is
 * usual for this person.
 */
record GlanceCard() implements OwnFigures<UsualFigures> {
  private static final double HOUR = 3600;

  @Override
  public String name() {
    return "usual";
  }

  @Override
  public Class<UsualFigures> type() {
    return UsualFigures.class;
  }

  @Override
  public @Nullable UsualFigures figures(Records records, Preferences preferences, Review review) {
    return UsualFigures.before(records, preferences, review).orElse(null);
  }

  @Override
  public List<CardContent> text(Review review) {
    return List.of();
  }

  @Override
  public Optional<CardContent> page(Review review) {
    if (review.isEmpty()) {
      return Optional.empty();
    }
    boolean oneDay = review.from().equals(review.to());
    return Optional.of(
        CardContent.of(
            "",
            new Lead(lead(review)),
            oneDay ? new DayHours() : new Days(review.days()),
            new Tiles(tiles(review))));
  }

  private static String lead(Review review) {
    String headline = DayCard.headline(review);
    FatigueFigures fatigue = review.fatigue();
    Integer told = review.days().getLast().endFatigue();
    if (told != null) {
      return headline + " " + say("glance.told", "rating", told);
    }
    return fatigue == null || review.days().getLast().workSeconds() == 0
        ? headline
        : headline + " " + say("glance.estimated", "rating", AdviceWords.rating(fatigue.now()));
  }

  private List<Tile> tiles(Review review) {
    UsualFigures usual = told(review).orElse(null);
    List<Tile> tiles = new ArrayList<>();
    tiles.add(pace(review));
    tiles.add(rest(review, usual));
    tiles.addAll(pay(review, usual));
    tiles.add(week(review.load()));
    return tiles;
  }

  private static Tile pace(Review review) {
    TaskFigures task =
        review.tasks().stream()
            .filter(one -> one.itemsPerHour() != null)
            .max(Comparator.comparingLong(TaskFigures::workSeconds))
            .orElse(null);
    Double rate = task == null ? null : task.itemsPerHour();
    if (task == null || rate == null) {
      return new Tile("Pace", new Figure("not known", ""), say("glance.pace.none"));
    }
    PaceBand band = task.usual();
    return new Tile(
        "Pace",
        new Figure(
            Figures.rate(rate),
            "items/h on " + task.task(),
            Asked.ofTask(Explained.ITEMS_PER_HOUR, task.id())),
        band == null || band.low() == null || band.high() == null
            ? say("glance.pace.usual.none", "sprints", band == null ? 0 : band.sprints())
            : say(
                "glance.pace.usual",
                "low",
                Figures.rate(band.low()),
                "high",
                Figures.rate(band.high())));
  }

  private static Tile rest(Review review, @Nullable UsualFigures usual) {
    long seconds =
        review.sum(DayFigures::breakSeconds) + review.sum(DayFigures::naturalRestSeconds);
    long work = review.sum(DayFigures::workSeconds);
    String share =
        work == 0 ? "of rest" : "of rest, " + minutes(seconds * HOUR / work) + " an hour of work";
    return new Tile(
        "Rest",
        new Figure(Durations.toTheMinute(seconds), share),
        usual == null
            ? say("glance.usual.none", "least", UsualFigures.LEAST)
            : say("glance.rest.usual", "minutes", minutes(usual.restSecondsPerWorkHour())));
  }

  private static String minutes(double seconds) {
    return Durations.toTheMinute(Math.round(seconds));
  }

  private static List<Tile> pay(Review review, @Nullable UsualFigures usual) {
    Earnings earned =
        review.days().stream().map(DayFigures::earned).reduce(Earnings.NONE, Earnings::plus);
    long present = review.days().stream().mapToLong(DayFigures::presentSeconds).sum();
    if (earned.isEmpty() || present == 0) {
      return List.of(new Tile("Pay", new Figure("none told", ""), say("glance.pay.none")));
    }
    Earnings hourly = earned.perHour(Duration.ofSeconds(present));
    List<Tile> tiles = new ArrayList<>();
    hourly
        .amounts()
        .forEach(
            (currency, rate) -> {
              BigDecimal amount = earned.amounts().getOrDefault(currency, BigDecimal.ZERO);
              BigDecimal own =
                  usual == null ? null : usual.perPresentHour().amounts().get(currency);
              tiles.add(
                  new Tile(
                      "Pay",
                      new Figure(
                          Figures.money(amount, currency),
                          Figures.money(rate, currency) + " a present hour",
                          Asked.ofAll(Explained.EARNED)),
                      own == null
                          ? say("glance.usual.none", "least", UsualFigures.LEAST)
                          : say("glance.pay.usual", "amount", Figures.money(own, currency))));
            });
    return tiles;
  }

  private static Tile week(@Nullable LoadFigures load) {
    if (load == null) {
      return new Tile("Week", new Figure("not known", ""), "");
    }
    Double usual = load.usualHours();
    return new Tile(
        "Week",
        new Figure(Durations.toFiveMinutes(load.weekHours()), "of work in these seven days"),
        usual == null
            ? say("glance.week.usual.none")
            : say("glance.week.usual", "hours", Durations.toFiveMinutes(usual)));
  }
}
