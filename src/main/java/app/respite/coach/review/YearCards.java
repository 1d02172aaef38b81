package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Bar;
import app.respite.coach.review.Part.Bars;
import app.respite.coach.review.Part.HeatMap;
import app.respite.coach.review.Part.Lead;
import app.respite.coach.review.Part.Note;
import app.respite.domain.money.Earnings;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Review;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What many weeks have in common: a year as a map of its days, and the last twelve weeks. */
public final class YearCards {
  private static final int WEEKS = 12;
  private static final DateTimeFormatter WEEK_OF =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private YearCards() {}

  /** The cards, from above to below. */
  public static List<CardContent> of(Review review) {
    if (review.isEmpty()) {
      return List.of(CardContent.of("", new Lead(say("year.empty"))));
    }
    long days = review.days().stream().filter(day -> day.workSeconds() > 0).count();
    return List.of(
        CardContent.of(
            "",
            new Lead(
                say(
                    "year.lead",
                    "days",
                    Figures.count(days, "day"),
                    "work",
                    Durations.hours(Duration.ofSeconds(review.sum(DayFigures::workSeconds))))),
            new HeatMap(review.days())),
        CardContent.of(
            "Twelve weeks", new Bars(weeks(review.days())), new Note(say("year.weeks.note"))));
  }

  private static List<Bar> weeks(List<DayFigures> days) {
    LocalDate last = days.getLast().day();
    LocalDate monday = last.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<Bar> bars = new ArrayList<>();
    for (int back = WEEKS - 1; back >= 0; back--) {
      LocalDate from = monday.minusWeeks(back);
      List<DayFigures> week =
          days.stream()
              .filter(day -> !day.day().isBefore(from) && day.day().isBefore(from.plusWeeks(1)))
              .toList();
      bars.add(week(WEEK_OF.format(from), week, back > 0));
    }
    return bars;
  }

  private static Bar week(String caption, List<DayFigures> week, boolean over) {
    double hours = week.stream().mapToLong(DayFigures::workSeconds).sum() / 3600.0;
    List<String> words = new ArrayList<>();
    words.add(hours == 0 ? "no work" : Durations.toFiveMinutes(hours));
    tired(week).ifPresent(mean -> words.add(Figures.rate(mean) + "/10 tired"));
    long present = week.stream().mapToLong(DayFigures::presentSeconds).sum();
    Earnings earned = week.stream().map(DayFigures::earned).reduce(Earnings.NONE, Earnings::plus);
    earned
        .perHour(Duration.ofSeconds(present))
        .amounts()
        .forEach((currency, rate) -> words.add(Figures.money(rate, currency) + "/h"));
    return new Bar(caption, hours, String.join(" · ", words), over);
  }

  private static OptionalDouble tired(List<DayFigures> week) {
    return week.stream()
        .map(DayFigures::endFatigue)
        .filter(rating -> rating != null)
        .mapToInt(Integer::intValue)
        .average();
  }
}
