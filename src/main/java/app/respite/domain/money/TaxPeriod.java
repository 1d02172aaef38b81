package app.respite.domain.money;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quarter as money is told by: three months of the calendar, or a period of estimated tax.
 *
 * @param year the year it belongs to
 * @param number 1 to 4
 * @param to the last day, included
 * @param due when the estimated tax of the period is due, a weekend moved to the Monday after it;
 *     public holidays are not known. Null for a quarter of the calendar
 */
public record TaxPeriod(
    int year, int number, LocalDate from, LocalDate to, @Nullable LocalDate due) {
  /** How many there are in a year. */
  public static final int A_YEAR = 4;

  private static final List<Month> US_BEGINS =
      List.of(Month.JANUARY, Month.APRIL, Month.JUNE, Month.SEPTEMBER);

  private static final List<MonthDay> US_DUE =
      List.of(
          MonthDay.of(Month.APRIL, 15),
          MonthDay.of(Month.JUNE, 15),
          MonthDay.of(Month.SEPTEMBER, 15),
          MonthDay.of(Month.JANUARY, 15));

  /**
   * One of a year.
   *
   * @param number 1 to 4
   * @param calendar empty for quarters of the calendar
   */
  public static TaxPeriod of(int year, int number, Optional<TaxCalendar> calendar) {
    boolean last = number == A_YEAR;
    if (calendar.isEmpty()) {
      LocalDate from = LocalDate.of(year, 3 * number - 2, 1);
      return new TaxPeriod(year, number, from, from.plusMonths(3).minusDays(1), null);
    }
    LocalDate from = LocalDate.of(year, US_BEGINS.get(number - 1), 1);
    LocalDate next =
        last ? LocalDate.of(year + 1, 1, 1) : LocalDate.of(year, US_BEGINS.get(number), 1);
    LocalDate due = US_DUE.get(number - 1).atYear(last ? year + 1 : year);
    return new TaxPeriod(year, number, from, next.minusDays(1), workday(due));
  }

  /** Those that have a day in a range, its last day included, in their order. */
  public static List<TaxPeriod> touching(
      LocalDate from, LocalDate to, Optional<TaxCalendar> calendar) {
    List<TaxPeriod> periods = new ArrayList<>();
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      for (int number = 1; number <= A_YEAR; number++) {
        TaxPeriod period = of(year, number, calendar);
        if (!period.to().isBefore(from) && !period.from().isAfter(to)) {
          periods.add(period);
        }
      }
    }
    return periods;
  }

  private static LocalDate workday(LocalDate day) {
    LocalDate workday = day;
    while (workday.getDayOfWeek() == DayOfWeek.SATURDAY
        || workday.getDayOfWeek() == DayOfWeek.SUNDAY) {
      workday = workday.plusDays(1);
    }
    return workday;
  }

  /** Its name, {@code 2026Q4}. */
  public String name() {
    return year + "Q" + number;
  }
}
