package app.respite.domain.money;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Money of a range of logical days, by month, platform and currency. Amounts of different
 * currencies are never added. Amounts are exact; what needs a division is rounded half-even.
 *
 * @param to the last day, included
 * @param asOf the day on which it is told what is outstanding: the last day of the range, or today
 *     where that is still to come
 * @param rows months with anything in them or outstanding at their end, by month, platform,
 *     currency
 * @param platforms the same by platform and currency over the range, those too that only have
 *     something outstanding
 * @param totals by currency over the range
 * @param volatility by currency; null for one with fewer than four complete months
 * @param oldestUnpaid of each platform that owes something, the oldest first
 * @param quarters those that the range touches and that have begun
 */
public record MoneyReport(
    LocalDate from,
    LocalDate to,
    LocalDate asOf,
    List<Row> rows,
    List<PlatformSums> platforms,
    SortedMap<String, Totals> totals,
    SortedMap<String, @Nullable Volatility> volatility,
    List<Unpaid> oldestUnpaid,
    List<Quarter> quarters) {
  public MoneyReport {
    rows = List.copyOf(rows);
    platforms = List.copyOf(platforms);
    totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    volatility = Collections.unmodifiableSortedMap(new TreeMap<>(volatility));
    oldestUnpaid = List.copyOf(oldestUnpaid);
    quarters = List.copyOf(quarters);
  }

  /** The report of facts as they stand on a day. */
  public static MoneyReport of(MoneyFacts facts, LocalDate from, LocalDate to, LocalDate today) {
    return new MoneyReporter(facts, from, to, today).report();
  }

  /**
   * The days that reports up to one are made of, from the first of all on: by platform, currency
   * and day.
   */
  public static List<AccountDay> days(MoneyFacts facts, LocalDate to) {
    return new MoneyReporter(facts, to, to, to).days();
  }

  /** The months of the range with anything in them, each by currency. */
  public SortedMap<YearMonth, SortedMap<String, Totals>> byMonth() {
    SortedMap<YearMonth, SortedMap<String, Totals>> months = new TreeMap<>();
    for (Row row : rows) {
      months
          .computeIfAbsent(row.month(), any -> new TreeMap<>())
          .merge(row.currency(), new Totals(row.sums(), row.balance()), Totals::plus);
    }
    return months;
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * What of the earned has not landed, of all time up to a day.
   *
   * @param outstanding never below 0
   * @param beyondEarned what landed beyond all that was earned, as an advance or a bonus does
   */
  public record Balance(BigDecimal outstanding, BigDecimal beyondEarned) {
    /** Nothing either way. */
    static final Balance EVEN = new Balance(BigDecimal.ZERO, BigDecimal.ZERO);

    static Balance of(BigDecimal earned, BigDecimal landed) {
      BigDecimal open = HourlyPay.plain(earned.subtract(landed));
      return new Balance(open.max(BigDecimal.ZERO), open.negate().max(BigDecimal.ZERO));
    }

    Balance plus(Balance other) {
      return new Balance(
          HourlyPay.plain(outstanding.add(other.outstanding)),
          HourlyPay.plain(beyondEarned.add(other.beyondEarned)));
    }
  }

  /**
   * A month of a platform in a currency, as far as the range reaches into it.
   *
   * @param platform empty for tasks without one
   * @param currency empty for time of which no currency is known
   * @param balance at the end of the month, or of the range where that comes first
   * @param belowFloor whether pay for a present hour was below the floor; null where there is no
   *     floor, or no work is decided
   */
  public record Row(
      YearMonth month,
      String platform,
      String currency,
      MoneySums sums,
      Balance balance,
      @Nullable Boolean belowFloor) {}

  /**
   * A platform in a currency over the range.
   *
   * @param floor null where there is none in this currency
   */
  public record PlatformSums(
      String platform, String currency, MoneySums sums, Balance balance, @Nullable Floor floor) {}

  /**
   * How pay for a present hour stands to what the person wants at least.
   *
   * @param amount for an hour
   * @param weeksBelow how many weeks with decided work in a row were below it, up to the last whole
   *     one; a week without work neither counts nor ends the row
   * @param lastWeek pay for a present hour in the last whole week with decided work; null where
   *     there is none
   */
  public record Floor(BigDecimal amount, int weeksBelow, @Nullable BigDecimal lastWeek) {}

  /** A currency over the range. */
  public record Totals(MoneySums sums, Balance balance) {
    /** Both together. */
    public Totals plus(Totals other) {
      return new Totals(sums.plus(other.sums), balance.plus(other.balance));
    }
  }

  /**
   * How much what is earned goes up and down from month to month: of the complete months among the
   * twelve up to the end of the range, from the first one with anything earned on.
   *
   * @param months how many complete months
   * @param medianChange the median share by which a month differed from the one before it; a month
   *     after one without any pay is left out
   * @param monthsOver20Percent months that differed by more than a fifth
   */
  public record Volatility(int months, BigDecimal medianChange, int monthsOver20Percent) {}

  /**
   * What a platform owes for longest, where the earliest days are paid first.
   *
   * @param day the earliest day that is not wholly paid
   * @param outstanding all that the platform owes
   * @param usual how long it usually takes; null where nobody told
   * @param daysLate days beyond that, 0 where there are none; null where the usual is not known
   */
  public record Unpaid(
      String platform,
      String currency,
      LocalDate day,
      BigDecimal outstanding,
      @Nullable Duration usual,
      @Nullable Integer daysLate) {}

  /** What a quarter's amount is made of. */
  public enum Basis {
    /** Payouts that arrived in it: from the first that was ever booked on. */
    LANDED,
    /** Work that was done in it, as long as no payout was booked. */
    EARNED
  }

  /**
   * Bookkeeping for a quarter.
   *
   * @param amount by currency, up to the end of the range
   * @param setAside the share of it to keep for taxes
   * @param notBooked platforms with something earned in it that are not in a landed amount, for no
   *     payout of them was ever booked
   */
  public record Quarter(
      TaxPeriod period,
      Basis basis,
      SortedMap<String, BigDecimal> amount,
      SortedMap<String, BigDecimal> setAside,
      List<String> notBooked) {
    public Quarter {
      amount = Collections.unmodifiableSortedMap(new TreeMap<>(amount));
      setAside = Collections.unmodifiableSortedMap(new TreeMap<>(setAside));
      notBooked = List.copyOf(notBooked);
    }
  }
}
