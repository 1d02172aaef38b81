package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Figure;
import app.respite.coach.review.Part.FigureRow;
import app.respite.coach.review.Part.Note;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.SprintsBehind;
import app.respite.coach.words.Phrases;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.RatingMark;
import app.respite.domain.review.Review;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Breaks, the row of days on which rest was kept, and when tiredness was told. */
record RestCard() implements ReviewCard {
  /** More times than this are told by the first and the last. */
  private static final int TIMES = 6;

  @Override
  public Optional<CardContent> page(Review review) {
    return review.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CardContent.of(
                "Rest",
                new FigureRow(figures(review, review.streaks().restKeptCurrent())),
                new Said(sentences(review)),
                new Note(say("review.rest.note")),
                new SprintsBehind(review.sprints(), null)));
  }

  private static List<Figure> figures(Review review, int kept) {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure(Durations.toTheMinute(rested(review)), "of rest"));
    addCount(figures, count(review, DayFigures::breaksTaken), "break taken", "breaks taken");
    addCount(figures, count(review, DayFigures::breaksNatural), "natural break", "natural breaks");
    addCount(figures, count(review, DayFigures::breaksPostponed), "put off", "put off");
    addCount(figures, count(review, DayFigures::breaksSkipped), "skipped", "skipped");
    addCount(figures, kept, "day with rest kept", "days in a row with rest kept");
    return figures;
  }

  private static long rested(Review review) {
    return review.sum(DayFigures::breakSeconds) + review.sum(DayFigures::naturalRestSeconds);
  }

  private static int count(Review review, ToLongFunction<DayFigures> what) {
    return Math.toIntExact(review.sum(what));
  }

  private static void addCount(List<Figure> figures, int count, String one, String many) {
    if (count > 0) {
      figures.add(new Figure(Integer.toString(count), count == 1 ? one : many));
    }
  }

  private static List<String> sentences(Review review) {
    List<String> said = new ArrayList<>();
    if (rested(review) == 0
        && review.sum(DayFigures::breaksTaken) + review.sum(DayFigures::breaksNatural) == 0) {
      said.add(say("review.rest.none"));
    }
    int kept = review.streaks().restKeptCurrent();
    int longest = review.streaks().restKeptLongest();
    if (kept > 0) {
      said.add(
          longest > kept
              ? say("review.rest.kept", "longest", longest)
              : say("review.rest.kept.longest"));
    } else if (review.streaks().daysWorked() > 0) {
      said.add(say("review.rest.longer"));
    }
    said.add(told(review));
    return said;
  }

  private static String told(Review review) {
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

  @Override
  public List<CardContent> text(Review review) {
    if (review.isEmpty() || (review.timeline().isEmpty() && review.sprints().isEmpty())) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    said.add(breaks(review));
    long heavy = review.sum(DayFigures::heavySeconds);
    if (heavy > 0) {
      said.add("Heavy content: " + Durations.toTheMinute(heavy) + " of the work.");
    }
    if (review.from().equals(review.to())) {
      Integer tired = review.days().getFirst().endFatigue();
      said.add(
          tired == null
              ? "Tiredness at the end: not rated."
              : "Tiredness at the end: " + tired + "/10.");
    }
    int kept = review.streaks().restKeptCurrent();
    if (kept > 1) {
      said.add("Rest kept on the last " + Figures.count(kept, "day") + " with work.");
    }
    return List.of(CardContent.of("Rest", new Said(said)));
  }

  private static String breaks(Review review) {
    List<String> parts = new ArrayList<>();
    addIf(parts, review.sum(DayFigures::breaksTaken), " taken");
    addIf(parts, review.sum(DayFigures::breaksNatural), " natural");
    addIf(parts, review.sum(DayFigures::breaksPostponed), " postponed");
    addIf(parts, review.sum(DayFigures::breaksSkipped), " skipped");
    long rested = review.sum(DayFigures::breakSeconds) + review.sum(DayFigures::naturalRestSeconds);
    return (parts.isEmpty() ? "No breaks recorded" : "Breaks: " + String.join(", ", parts))
        + (rested == 0 ? "." : "; " + Durations.toTheMinute(rested) + " of rest in all.");
  }

  private static void addIf(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(number + what);
    }
  }
}
