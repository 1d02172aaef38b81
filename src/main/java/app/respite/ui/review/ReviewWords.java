package app.respite.ui.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.words.LoadWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.fatigue.Tier;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Earnings;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.PaceBand;
import app.respite.domain.review.PlatformFigures;
import app.respite.domain.review.RatingMark;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.review.TraitWords;
import app.respite.domain.review.Trend;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.ui.review.CardContent.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the review page says of a day: each card's figures and sentences, without any drawing. */
final class ReviewWords {
  /** Begins a paragraph of its own. */
  static final String PARAGRAPH = "\n";

  /** A trend that chance brings more often than this is none. */
  private static final double CHANCE = 0.05;

  private static final int TIMES = 6;

  private final Review review;
  private final DayFigures day;

  ReviewWords(Review review) {
    this.review = review;
    this.day = review.days().getLast();
  }

  /** The day's hours. */
  List<Figure> day() {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure(length(day.workSeconds()), "work"));
    addLength(figures, day.breakSeconds(), "breaks");
    addLength(figures, day.naturalRestSeconds(), "natural rest");
    addLength(figures, day.pausedSeconds(), "paused");
    addLength(figures, day.idleSeconds(), "idle");
    addLength(figures, day.awaySeconds(), "away");
    addLength(figures, day.readySeconds(), "waiting to start");
    addLength(figures, day.heavySeconds(), "on heavy content");
    return figures;
  }

  private static void addLength(List<Figure> figures, long seconds, String caption) {
    if (seconds > 0) {
      figures.add(new Figure(length(seconds), caption));
    }
  }

  private static String length(long seconds) {
    return Durations.rounded(Duration.ofSeconds(seconds), Durations.MINUTE);
  }

  /** The estimate of tiredness. */
  CardContent tiredness() {
    List<String> said = new ArrayList<>();
    said.add(
        say(
            "review.rated",
            "rated",
            day.ratedSprints(),
            "sprints",
            Figures.count(day.sprints(), "sprint")));
    FatigueFigures fatigue = review.fatigue();
    if (fatigue == null) {
      said.add(say("review.fatigue.none"));
      return new CardContent(List.of(), said, say("review.fatigue.note"));
    }
    said.add(fatigue.sentence());
    if (fatigue.tier() == Tier.LEARNING && fatigue.pattern()) {
      said.add(say("review.fatigue.typical"));
    }
    said.addAll(TraitWords.of(fatigue));
    return new CardContent(List.of(), said, say("review.fatigue.note"));
  }

  /** The tasks of which there is a pace to tell. */
  List<TaskFigures> paced() {
    return review.tasks().stream()
        .filter(task -> task.sprintsWithItems() > 0 || task.itemsPerHour() != null)
        .toList();
  }

  /** The sprints of a task whose pace is known. */
  List<SprintFigures> paced(TaskFigures task) {
    return review.sprints().stream().filter(one -> one.itemsPerHour(task.id()) != null).toList();
  }

  /** A task's pace. */
  CardContent pace(TaskFigures task) {
    List<Figure> figures = new ArrayList<>();
    Double rate = task.itemsPerHour();
    if (rate != null) {
      figures.add(new Figure(Figures.rate(rate), "items/h"));
    }
    figures.add(new Figure(Integer.toString(task.items()), task.items() == 1 ? "item" : "items"));
    Double median = task.medianSecondsPerItem();
    if (median != null) {
      figures.add(new Figure(Figures.rate(median) + " s", "an item, median"));
    }
    Double rejected = task.rejectedRate();
    if (rejected != null) {
      figures.add(
          new Figure(
              Figures.share(rejected),
              "rejected, of " + (task.accepted() + task.rejected()) + " decided"));
    }
    List<String> said = new ArrayList<>();
    said.add(measured(task));
    if (task.sprintsWithItems() > 0) {
      said.add(usual(task.usual()));
      place(task).ifPresent(said::add);
      said.add(trend(task));
    }
    if (task.withinSprints() != null) {
      said.add(LoadWords.within(task.withinSprints()));
    }
    return new CardContent(figures, said, "");
  }

  private String measured(TaskFigures task) {
    Double rate = task.itemsPerHour();
    if (rate == null) {
      return say("review.pace.no-times", "task", task.task());
    }
    if (task.sprintsWithItems() == 0) {
      return say("review.pace.outside", "rate", Figures.rate(rate), "task", task.task());
    }
    return say(
        "review.pace.measured",
        "rate",
        Figures.rate(rate),
        "task",
        task.task(),
        "told",
        task.sprintsWithItems(),
        "sprints",
        Figures.count(task.sprints(), "sprint"));
  }

  private static String usual(PaceBand usual) {
    Double low = usual.low();
    Double high = usual.high();
    return low == null || high == null
        ? say("review.pace.usual.unknown", "sprints", usual.sprints(), "least", PaceBand.LEAST)
        : say(
            "review.pace.usual",
            "low",
            Figures.rate(low),
            "high",
            Figures.rate(high),
            "sprints",
            usual.sprints());
  }

  private Optional<String> place(TaskFigures task) {
    Double low = task.usual().low();
    Double high = task.usual().high();
    List<Double> rates =
        paced(task).stream()
            .map(one -> one.itemsPerHour(task.id()))
            .filter(Objects::nonNull)
            .toList();
    if (low == null || high == null || rates.isEmpty()) {
      return Optional.empty();
    }
    long below = rates.stream().filter(rate -> rate < low).count();
    long above = rates.stream().filter(rate -> rate > high).count();
    return Optional.of(
        say(
            "review.pace.place",
            "within",
            rates.size() - below - above,
            "sprints",
            Figures.count(rates.size(), "sprint"),
            "above",
            above,
            "below",
            below));
  }

  private String trend(TaskFigures task) {
    Trend trend = task.trend();
    if (trend == null) {
      return say("review.pace.trend.unknown", "sprints", paced(task).size(), "least", Trend.LEAST);
    }
    String way = trend.p() > CHANCE || trend.s() == 0 ? "flat" : trend.s() < 0 ? "lower" : "higher";
    return say("review.pace.trend." + way, "sprints", trend.n());
  }

  /** Breaks, the row of days on which rest was kept, and when tiredness was told. */
  CardContent rest() {
    List<Figure> figures = new ArrayList<>();
    long rested = day.breakSeconds() + day.naturalRestSeconds();
    figures.add(new Figure(length(rested), "of rest"));
    addCount(figures, day.breaksTaken(), "break taken", "breaks taken");
    addCount(figures, day.breaksNatural(), "natural break", "natural breaks");
    addCount(figures, day.breaksPostponed(), "put off", "put off");
    addCount(figures, day.breaksSkipped(), "skipped", "skipped");
    int kept = review.streaks().restKeptCurrent();
    addCount(figures, kept, "day with rest kept", "days in a row with rest kept");
    List<String> said = new ArrayList<>();
    if (rested == 0 && day.breaksTaken() + day.breaksNatural() == 0) {
      said.add(say("review.rest.none"));
    }
    int longest = review.streaks().restKeptLongest();
    if (kept > 0) {
      said.add(
          longest > kept
              ? say("review.rest.kept", "longest", longest)
              : say("review.rest.kept.longest"));
    } else if (review.streaks().daysWorked() > 0) {
      said.add(say("review.rest.longer"));
    }
    said.add(told());
    return new CardContent(figures, said, say("review.rest.note"));
  }

  private static void addCount(List<Figure> figures, int count, String one, String many) {
    if (count > 0) {
      figures.add(new Figure(Integer.toString(count), count == 1 ? one : many));
    }
  }

  private String told() {
    List<RatingMark> ratings = review.ratings();
    if (ratings.isEmpty()) {
      return say("review.rest.unrated");
    }
    List<String> times =
        ratings.stream().map(mark -> Phrases.clock(mark.at(), review.zone())).distinct().toList();
    String when =
        times.size() > TIMES
            ? "between " + times.getFirst() + " and " + times.getLast()
            : "at "
                + (times.size() == 1
                    ? times.getFirst()
                    : String.join(", ", times.subList(0, times.size() - 1))
                        + " and "
                        + times.getLast());
    return say(
        "review.rest.rated",
        "times",
        ratings.size() == 1 ? "once" : ratings.size() + " times",
        "when",
        when,
        "last",
        ratings.getLast().fatigue());
  }

  /** The tasks with any pay to tell. */
  List<TaskFigures> paid() {
    return review.tasks().stream()
        .filter(task -> !task.earned().isEmpty() || !task.pending().isEmpty())
        .toList();
  }

  /** The platforms of which more than one task stands in the day, with pay to tell. */
  List<PlatformFigures> platforms() {
    return review.platforms().stream()
        .filter(one -> !one.earned().isEmpty())
        .filter(
            one ->
                review.tasks().stream()
                        .filter(task -> task.platform().equals(one.platform()))
                        .count()
                    > 1)
        .toList();
  }

  /** Pay in figures. */
  static List<Figure> pay(Earnings earned, Earnings perWork, Earnings perPresent) {
    List<Figure> figures = new ArrayList<>();
    money(figures, perWork, "per work hour");
    money(figures, perPresent, "per present hour");
    money(figures, earned, "earned");
    return figures;
  }

  /** What a task's pay leaves to be said in figures. */
  static List<Figure> pay(TaskFigures task) {
    List<Figure> figures = pay(task.earned(), task.perWorkHour(), task.perPresentHour());
    money(figures, task.pending(), "not decided yet");
    money(figures, task.setAside(), "to set aside");
    return figures;
  }

  private static void money(List<Figure> figures, Earnings earnings, String caption) {
    earnings
        .amounts()
        .forEach(
            (currency, amount) ->
                figures.add(new Figure(Figures.money(amount, currency), caption)));
  }

  /** The week up to the day, beside the usual one. */
  CardContent weeks() {
    LoadFigures load = review.load();
    if (load == null) {
      return new CardContent(List.of(), List.of(say("review.weeks.none")), "");
    }
    List<Figure> figures = new ArrayList<>();
    if (load.usualHours() == null) {
      figures.add(
          new Figure(
              Durations.rounded(Durations.ofHours(load.weekHours()), Durations.FIVE_MINUTES),
              "in these seven days"));
    }
    Integer off = load.daysOff();
    if (off != null) {
      figures.add(new Figure(Integer.toString(off), off == 1 ? "day off" : "days off"));
    }
    Double share = load.ratedShare();
    if (share != null) {
      figures.add(new Figure(Figures.share(share), "of the work with its effort told"));
    }
    List<String> said = new ArrayList<>();
    said.add(LoadWords.hours(load));
    if (off == null) {
      said.add(say("review.weeks.days-off.unknown"));
    }
    LoadWords.effort(load).ifPresent(said::add);
    return new CardContent(figures, said, "");
  }

  /** The strain watch; its evidence stands apart. */
  CardContent watch() {
    WatchFigures watch = review.watch();
    if (watch == null) {
      return new CardContent(List.of(), List.of(say("review.watch.none")), "");
    }
    List<String> said = new ArrayList<>();
    said.add(LoadWords.standing(watch));
    if (watch.state() == WatchFigures.State.QUIET) {
      said.add(LoadWords.oneAlone());
    }
    String card = watch.card();
    if (card != null) {
      said.add(PARAGRAPH + card);
    }
    String note = watch.state() == WatchFigures.State.MUTED ? "" : say("review.watch.note");
    return new CardContent(List.of(), said, note);
  }
}
