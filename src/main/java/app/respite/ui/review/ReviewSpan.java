package app.respite.ui.review;

import app.respite.coach.words.Phrases;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How much is looked back on at once, around a chosen day. */
enum ReviewSpan {
  DAY("Day"),
  WEEK("Week"),
  MONTH("Month"),
  /** The 52 weeks up to the chosen day's. */
  YEAR("Year");

  private static final int WEEKS = 52;
  private static final DateTimeFormatter MONTH_NAME =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter OF_YEAR =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private final String word;

  ReviewSpan(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> WEEK.first(day).minusWeeks(WEEKS - 1L);
    };
  }

  /** The last day, but none that is still to come. */
  LocalDate last(LocalDate day, LocalDate today) {
    LocalDate end =
        switch (this) {
          case DAY -> day;
          case WEEK, YEAR -> WEEK.first(day).plusDays(6);
          case MONTH -> YearMonth.from(day).atEndOfMonth();
        };
    return end.isAfter(today) && !day.isAfter(today) ? today : end;
  }

  /** The day to look at after so many steps. */
  LocalDate moved(LocalDate day, int steps) {
    return switch (this) {
      case DAY -> day.plusDays(steps);
      case WEEK -> day.plusWeeks(steps);
      case MONTH -> day.plusMonths(steps);
      case YEAR -> day.plusWeeks((long) WEEKS * steps);
    };
  }

  String title(LocalDate day, LocalDate today) {
    return switch (this) {
      case DAY -> Phrases.day(day);
      case WEEK -> SHORT.format(first(day)) + " to " + SHORT.format(last(day, today));
      case YEAR -> "Year to " + OF_YEAR.format(last(day, today));
      case MONTH -> MONTH_NAME.format(day);
    };
  }
}
