package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Entry;
import app.respite.coach.review.Part.Figure;
import app.respite.coach.review.Part.FigureRow;
import app.respite.coach.review.Part.Name;
import app.respite.coach.review.Part.Note;
import app.respite.coach.review.Part.PaceByHour;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.SprintsBehind;
import app.respite.coach.words.LoadWords;
import app.respite.domain.review.PaceBand;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.review.Trend;
import app.respite.domain.review.WithinSprints;
import app.respite.domain.statistics.Wilson;
import app.respite.domain.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Items and items an hour of each task, beside the person's own usual pace. */
record PaceCard() implements ReviewCard {
  /** A trend that chance brings more often than this is none. */
  private static final double CHANCE = 0.05;

  /** From so many decided items on, their share of rejected ones is what it is. */
  private static final int MANY = 400;

  @Override
  public Optional<CardContent> page(Review review) {
    if (review.isEmpty()) {
      return Optional.empty();
    }
    List<TaskFigures> paced =
        review.tasks().stream()
            .filter(task -> task.sprintsWithItems() > 0 || task.itemsPerHour() != null)
            .toList();
    if (paced.isEmpty()) {
      return Optional.of(CardContent.of("Pace", new Said(say("review.pace.none"))));
    }
    List<Part> parts = new ArrayList<>();
    for (TaskFigures task : paced) {
      List<SprintFigures> sprints = paced(review, task);
      parts.add(new Name(task.nameAndPlatform()));
      parts.add(new FigureRow(figures(task)));
      if (!sprints.isEmpty() && review.from().equals(review.to())) {
        parts.add(new PaceByHour(task, sprints));
      }
      parts.add(new Said(sentences(task, sprints)));
      parts.add(
          new SprintsBehind(
              review.sprints().stream().filter(one -> one.has(task.id())).toList(), task.id()));
    }
    parts.add(new Note(say("review.pace.note")));
    return Optional.of(new CardContent("Pace", parts));
  }

  /** The sprints of a task whose pace is known. */
  private static List<SprintFigures> paced(Review review, TaskFigures task) {
    return review.sprints().stream().filter(one -> one.itemsPerHour(task.id()) != null).toList();
  }

  private static List<Figure> figures(TaskFigures task) {
    List<Figure> figures = new ArrayList<>();
    Double rate = task.itemsPerHour();
    if (rate != null) {
      figures.add(
          new Figure(
              Figures.rate(rate), "items/h", Asked.ofTask(Explained.ITEMS_PER_HOUR, task.id())));
    }
    figures.add(
        new Figure(
            Integer.toString(task.items()),
            task.items() == 1 ? "item" : "items",
            task.items() == 0 ? null : Asked.ofTask(Explained.ITEMS, task.id())));
    Double median = task.medianSecondsPerItem();
    if (median != null) {
      figures.add(new Figure(Figures.rate(median) + " s", "an item, median"));
    }
    Double rejected = task.rejectedRate();
    if (rejected != null && task.rejected() > 0) {
      int decided = task.accepted() + task.rejected();
      figures.add(
          new Figure(
              Figures.percent(rejected),
              "rejected, of " + decided + " decided" + inTheLongRun(task.rejected(), decided),
              Asked.ofTask(Explained.REJECTED_RATE, task.id())));
    }
    return figures;
  }

  private static List<String> sentences(TaskFigures task, List<SprintFigures> paced) {
    List<String> said = new ArrayList<>();
    said.add(measured(task));
    if (task.sprintsWithItems() > 0) {
      said.add(usual(task.usual()));
      place(task, paced).ifPresent(said::add);
      said.add(trend(task, paced.size()));
    }
    WithinSprints within = task.withinSprints();
    if (within != null) {
      said.add(LoadWords.within(within));
    }
    return said;
  }

  private static String measured(TaskFigures task) {
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
        ? say(
            "review.pace.usual.unknown",
            "sprints",
            usual.sprints() == 0 ? "none" : usual.sprints(),
            "least",
            PaceBand.LEAST)
        : say(
            "review.pace.usual",
            "low",
            Figures.rate(low),
            "high",
            Figures.rate(high),
            "sprints",
            usual.sprints());
  }

  private static Optional<String> place(TaskFigures task, List<SprintFigures> paced) {
    Double low = task.usual().low();
    Double high = task.usual().high();
    List<Double> rates =
        paced.stream().map(one -> one.itemsPerHour(task.id())).filter(Objects::nonNull).toList();
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

  private static String trend(TaskFigures task, int paced) {
    Trend trend = task.trend();
    if (trend == null) {
      return say("review.pace.trend.unknown", "sprints", paced, "least", Trend.LEAST);
    }
    String way = trend.p() > CHANCE || trend.s() == 0 ? "flat" : trend.s() < 0 ? "lower" : "higher";
    return say("review.pace.trend." + way, "sprints", trend.n());
  }

  @Override
  public List<CardContent> text(Review review) {
    if (review.isEmpty()) {
      return List.of();
    }
    List<Part> counted =
        review.tasks().stream()
            .filter(task -> task.items() + task.skipped() > 0 || task.typedItems() != null)
            .<Part>map(PaceCard::entry)
            .toList();
    if (!counted.isEmpty()) {
      return List.of(new CardContent("Items", counted));
    }
    return review.sprints().isEmpty()
        ? List.of()
        : List.of(CardContent.of("Items", new Said("No items counted, typed or imported.")));
  }

  private static Entry entry(TaskFigures task) {
    String rate =
        task.itemsPerHour() == null
            ? "pace not known (no times)"
            : Figures.rate(task.itemsPerHour()) + " an hour";
    String median =
        task.medianSecondsPerItem() == null
            ? ""
            : ", median " + Figures.rate(task.medianSecondsPerItem()) + " s an item";
    return new Entry(
        task.task(), Figures.count(task.items(), "item") + ", " + rate + median, details(task));
  }

  private static List<String> details(TaskFigures task) {
    List<String> details = new ArrayList<>();
    outcomes(task).ifPresent(details::add);
    if (task.sprintsWithItems() > 0 && task.sprintsWithItems() < task.sprints()) {
      details.add(
          "Items told in "
              + task.sprintsWithItems()
              + " of "
              + Figures.count(task.sprints(), "sprint")
              + "; the pace is of those.");
    }
    Integer typed = task.typedItems();
    if (typed != null && typed != task.items()) {
      details.add("You typed " + typed + "; where items were imported, those count.");
    }
    // A month has nothing before it where the task began in it, and that says nothing of its pace.
    boolean unknown = task.usual().low() == null;
    if (task.sprintsWithItems() > 0 && !(unknown && task.sprintsWithItems() >= PaceBand.LEAST)) {
      details.add(usual(task.usual()));
    }
    Trend trend = task.trend();
    if (trend != null) {
      details.add(shortly(trend));
    }
    WithinSprints within = task.withinSprints();
    if (within != null) {
      details.add(LoadWords.within(within));
    }
    return details;
  }

  /** A share of few says little of what comes. */
  private static String inTheLongRun(int rejected, int decided) {
    if (decided >= MANY) {
      return "";
    }
    Wilson range = Wilson.of(rejected, decided);
    return "; may be "
        + Math.round(range.low() * 100)
        + " to "
        + Math.round(range.high() * 100)
        + " % in the long run";
  }

  private static Optional<String> outcomes(TaskFigures task) {
    List<String> parts = new ArrayList<>();
    Double rejected = task.rejectedRate();
    if (rejected != null && task.rejected() > 0) {
      int decided = task.accepted() + task.rejected();
      parts.add(
          Figures.percent(rejected)
              + " rejected ("
              + task.rejected()
              + " of "
              + decided
              + " decided"
              + inTheLongRun(task.rejected(), decided)
              + ")");
    }
    if (task.undecided() > 0) {
      parts.add(task.undecided() + " not decided yet");
    }
    if (task.skipped() > 0) {
      parts.add(task.skipped() + " skipped");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts) + ".");
  }

  private static String shortly(Trend trend) {
    if (trend.p() > CHANCE) {
      return "No clear rise or fall of the pace between sprints.";
    }
    return "The pace was "
        + (trend.s() < 0 ? "lower" : "higher")
        + " in later sprints ("
        + Figures.count(trend.n(), "sprint")
        + "); this may have many causes.";
  }
}
