package app.respite.domain.money;

import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days of work, payouts and terms, to make a report of. */
public final class MoneyDays {
  final List<DayEarnings> earnings = new ArrayList<>();
  final List<Payout> payouts = new ArrayList<>();
  final List<Platform> platforms = new ArrayList<>();
  Optional<TaxCalendar> calendar = Optional.empty();

  /** Decided work: all of it is paid, and all of its time is known. */
  public MoneyDays earned(
      String day, String platform, String amount, String currency, double hours) {
    return day(day, platform, currency, amount, "0", hours, false);
  }

  /** Work of which nothing is decided. */
  public MoneyDays pending(
      String day, String platform, String amount, String currency, double hours) {
    return day(day, platform, currency, "0", amount, hours, false);
  }

  /** Training or qualification. */
  public MoneyDays unpaid(String day, String platform, double hours) {
    return day(day, platform, "", "0", "0", hours, true);
  }

  private MoneyDays day(
      String day,
      String platform,
      String currency,
      String earned,
      String pending,
      double hours,
      boolean unpaid) {
    Duration work = Duration.ofSeconds(Math.round(3600 * hours));
    Duration present = work.multipliedBy(5).dividedBy(4);
    boolean undecided = !pending.equals("0");
    earnings.add(
        new DayEarnings(
            LocalDate.parse(day),
            new UUID(1, earnings.size()),
            platform,
            currency,
            new BigDecimal(earned),
            new BigDecimal(pending),
            work,
            present,
            unpaid,
            new BigDecimal(earned),
            undecided || unpaid ? Duration.ZERO : work,
            undecided || unpaid ? Duration.ZERO : present));
    return this;
  }

  public MoneyDays paid(String on, String platform, String amount, String currency) {
    return paid(on, platform, amount, currency, null);
  }

  public MoneyDays paid(
      String on, String platform, String amount, String currency, @Nullable String fee) {
    payouts.add(
        new Payout(
            new UUID(2, payouts.size()),
            platform,
            LocalDate.parse(on),
            new Money(new BigDecimal(amount), currency),
            fee == null ? null : new BigDecimal(fee),
            null,
            null,
            null));
    return this;
  }

  public MoneyDays terms(
      String name,
      @Nullable Integer paysAfterDays,
      @Nullable String floor,
      @Nullable String currency,
      @Nullable DayOfWeek weekStarts) {
    platforms.add(
        new Platform(
            Platform.idOf(name),
            name,
            paysAfterDays == null ? null : Duration.ofDays(paysAfterDays),
            floor == null ? null : new BigDecimal(floor),
            currency,
            null,
            weekStarts));
    return this;
  }

  public MoneyDays us() {
    calendar = Optional.of(TaxCalendar.US);
    return this;
  }

  public MoneyReport report(String from, String to, String today) {
    return MoneyReport.of(
        facts(), LocalDate.parse(from), LocalDate.parse(to), LocalDate.parse(today));
  }

  public MoneyFacts facts() {
    return new MoneyFacts(earnings, payouts, platforms, new BigDecimal("0.25"), calendar);
  }
}
