package app.respite.domain.money;

import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a report on money is made from. The order of the lists means nothing. More than the range of
 * the report is needed: what is outstanding goes back to the first day, and what a platform pays in
 * may show only after the range.
 *
 * @param earnings by task, day and currency, from the first day to today
 * @param setAside the share that is to be set aside for taxes
 * @param taxCalendar empty for quarters of the calendar
 */
public record MoneyFacts(
    List<DayEarnings> earnings,
    List<Payout> payouts,
    List<Platform> platforms,
    BigDecimal setAside,
    Optional<TaxCalendar> taxCalendar) {
  public MoneyFacts {
    earnings = List.copyOf(earnings);
    payouts = List.copyOf(payouts);
    platforms = List.copyOf(platforms);
  }
}
