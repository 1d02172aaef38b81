package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Choice;
import app.respite.coach.review.Part.Choices;
import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.DayHours;
import app.respite.coach.review.Part.Figure;
import app.respite.coach.review.Part.FigureRow;
import app.respite.coach.review.Part.Note;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.SprintsBehind;
import app.respite.coach.review.Part.Table;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the time went to, and how tired the person was; in a terminal also the day itself. */
record DayCard() implements ReviewCard {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private static final List<Column> DAY_COLUMNS =
      List.of(new Column(0, 11, false), new Column(0, 12, false));

  /** Clock times, task, length, items; then the ratings, below the words of the title. */
  private static final List<Column> SPRINT_COLUMNS =
      List.of(
          new Column(0, 11, false),
          new Column(2, 17, false),
          new Column(2, 15, false),
          new Column(0, 19, false),
          new Column(0, 5, true),
          new Column(1, 6, true));

  private static final String SPRINTS = "Sprints" + " ".repeat(61) + "tired effort";

  @Override
  public Optional<CardContent> page(Review review) {
    return Optional.of(
        review.isEmpty()
            ? CardContent.of(
                "", new Said(say("review.empty")), new Choices(List.of(Choice.GO_TO_TODAY)))
            : CardContent.of(
                "Time and tiredness",
                new FigureRow(hours(review)),
                new Said(TirednessCard.sentences(review)),
                new Note(say("review.fatigue.note")),
                new SprintsBehind(review.sprints(), null)));
  }

  private static List<Figure> hours(Review review) {
    long work = review.sum(DayFigures::workSeconds);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            Durations.toTheMinute(work), "work", work == 0 ? null : Asked.ofAll(Explained.WORK)));
    addLength(figures, review.sum(DayFigures::breakSeconds), "breaks", Explained.BREAK);
    addLength(
        figures,
        review.sum(DayFigures::naturalRestSeconds),
        "natural rest",
        Explained.NATURAL_REST);
    addLength(figures, review.sum(DayFigures::pausedSeconds), "paused", Explained.PAUSED);
    addLength(figures, review.sum(DayFigures::idleSeconds), "idle", Explained.IDLE);
    addLength(figures, review.sum(DayFigures::awaySeconds), "away", Explained.AWAY);
    addLength(figures, review.sum(DayFigures::readySeconds), "waiting to start", Explained.READY);
    addLength(figures, review.sum(DayFigures::heavySeconds), "on heavy content", null);
    return figures;
  }

  private static void addLength(
      List<Figure> figures, long seconds, String caption, @Nullable Explained explained) {
    if (seconds > 0) {
      Asked asked = explained == null ? null : Asked.ofAll(explained);
      figures.add(new Figure(Durations.toTheMinute(seconds), caption, asked));
    }
  }

  @Override
  public List<CardContent> text(Review review) {
    boolean oneDay = review.from().equals(review.to());
    if (review.isEmpty()) {
      return List.of(
          CardContent.of(
              "",
              new Said(
                  oneDay ? "Nothing recorded on this day." : "Nothing recorded on these days.")));
    }
    List<CardContent> sections = new ArrayList<>();
    sections.add(CardContent.of("", new Said(headline(review))));
    if (!oneDay) {
      sections.add(days(review));
      return sections;
    }
    if (!review.timeline().isEmpty()) {
      sections.add(CardContent.of("", new DayHours()));
    }
    if (!review.sprints().isEmpty()) {
      sections.add(CardContent.of(SPRINTS, sprints(review), new Said(rated(review))));
    }
    return sections;
  }

  static String headline(Review review) {
    List<String> parts = new ArrayList<>();
    long work = review.sum(DayFigures::workSeconds);
    parts.add(work == 0 ? "no work time recorded" : Durations.toTheMinute(work) + " of work");
    if (!review.sprints().isEmpty()) {
      parts.add(Figures.count(review.sprints().size(), "sprint"));
    }
    long items = review.sum(DayFigures::items);
    if (items > 0) {
      parts.add(Figures.count(items, "item"));
    }
    long breaks = review.sum(DayFigures::breaksTaken) + review.sum(DayFigures::breaksNatural);
    if (breaks > 0) {
      parts.add(Figures.count(breaks, "break"));
    }
    String text = String.join(", ", parts) + ".";
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static Table sprints(Review review) {
    Map<UUID, String> names = new HashMap<>();
    review.tasks().forEach(task -> names.put(task.id(), task.task()));
    return new Table(
        SPRINT_COLUMNS,
        review.sprints().stream().map(one -> sprint(one, names, review.zone())).toList());
  }

  private static List<String> sprint(SprintFigures one, Map<UUID, String> names, ZoneId zone) {
    Integer items = one.items();
    return List.of(
        CLOCK.format(one.sprint().start().atZone(zone))
            + "-"
            + CLOCK.format(one.sprint().end().atZone(zone)),
        names.getOrDefault(one.sprint().task(), ""),
        length(one),
        items == null ? "items not told" : Figures.count(items, "item") + typedBeside(one),
        rating(one.fatigue()),
        rating(one.effort()));
  }

  private static String length(SprintFigures one) {
    Duration planned = one.sprint().planned();
    if (planned == null || one.sprint().outcome() == SprintOutcome.COMPLETED) {
      return Durations.rounded(one.active(), Durations.MINUTE);
    }
    return Durations.nearestMinutes(one.active()) + " of " + Durations.minutes(planned);
  }

  private static String rating(@Nullable Integer rating) {
    return rating == null ? "-" : rating + "/10";
  }

  /** Imported items replace a typed number; both are shown. */
  private static String typedBeside(SprintFigures one) {
    Integer typed = one.sprint().items();
    return typed != null && one.imported().containsKey(one.sprint().task())
        ? " (typed " + typed + ")"
        : "";
  }

  private static String rated(Review review) {
    return review.sum(DayFigures::ratedSprints)
        + " of "
        + review.sprints().size()
        + " sprints rated.";
  }

  private static CardContent days(Review review) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Table(
            DAY_COLUMNS,
            review.days().stream().filter(day -> !day.isEmpty()).map(DayCard::day).toList()));
    long off = review.days().stream().filter(DayFigures::isEmpty).count();
    if (off > 0) {
      parts.add(new Said(Figures.count(off, "day") + " with nothing recorded."));
    }
    if (!review.sprints().isEmpty()) {
      parts.add(new Said(rated(review)));
    }
    return new CardContent("Days", parts);
  }

  private static List<String> day(DayFigures day) {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(day.sprints(), "sprint"));
    parts.add(Figures.count(day.items(), "item"));
    parts.add(Figures.count(day.breaksTaken() + (long) day.breaksNatural(), "break"));
    if (day.endFatigue() != null) {
      parts.add("tired " + day.endFatigue() + "/10 last");
    }
    return List.of(
        SHORT_DAY.format(day.day()),
        Durations.toTheMinute(day.workSeconds()),
        String.join(", ", parts));
  }
}
