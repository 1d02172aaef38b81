package app.respite.domain.money;

import app.respite.domain.work.JournalRecord.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Amounts by currency, in the order of their codes; never added across currencies.
 *
 * <p>What needs a division (pay for part of an hour, pay per hour) is rounded half-even at {@value
 * #SCALE} decimals; sums are exact. Trailing zeros are left out.
 */
public record Earnings(SortedMap<String, BigDecimal> amounts) {
  /** Decimals kept where a division does not come out even. */
  public static final int SCALE = 10;

  /** Nothing. */
  public static final Earnings NONE = new Earnings(new TreeMap<>());

  private static final BigDecimal NANOS_AN_HOUR = HourlyPay.nanos(Duration.ofHours(1));

  public Earnings {
    SortedMap<String, BigDecimal> copy = new TreeMap<>();
    amounts.forEach((currency, amount) -> copy.put(currency, HourlyPay.plain(amount)));
    amounts = Collections.unmodifiableSortedMap(copy);
  }

  /** One amount. */
  private static Earnings of(Money money) {
    return new Earnings(new TreeMap<>(Map.of(money.currency(), money.amount())));
  }

  /** An amount of a currency. */
  public static Earnings of(String currency, BigDecimal amount) {
    return new Earnings(new TreeMap<>(Map.of(currency, amount)));
  }

  /** A rate per hour for a length of work. */
  public static Earnings of(Money rate, Duration work) {
    return of(
        new Money(
            divide(rate.amount().multiply(HourlyPay.nanos(work)), NANOS_AN_HOUR), rate.currency()));
  }

  /** Whether there is no amount at all, not even one of 0. */
  public boolean isEmpty() {
    return amounts.isEmpty();
  }

  /** What of it is in one currency. */
  public Earnings in(String currency) {
    BigDecimal amount = amounts.get(currency);
    return amount == null ? NONE : of(currency, amount);
  }

  /** The sum. */
  public Earnings plus(Earnings other) {
    if (other.isEmpty()) {
      return this;
    }
    SortedMap<String, BigDecimal> sum = new TreeMap<>(amounts);
    other.amounts.forEach((currency, amount) -> sum.merge(currency, amount, BigDecimal::add));
    return new Earnings(sum);
  }

  /** The amounts for one hour of a length of time; nothing where the time is nothing. */
  public Earnings perHour(Duration time) {
    SortedMap<String, BigDecimal> rates = new TreeMap<>();
    amounts.forEach(
        (currency, amount) -> {
          BigDecimal rate = HourlyPay.of(amount, time);
          if (rate != null) {
            rates.put(currency, rate);
          }
        });
    return new Earnings(rates);
  }

  /** A share of each amount. */
  public Earnings share(BigDecimal share) {
    SortedMap<String, BigDecimal> shares = new TreeMap<>();
    amounts.forEach((currency, amount) -> shares.put(currency, amount.multiply(share)));
    return new Earnings(shares);
  }

  private static BigDecimal divide(BigDecimal amount, BigDecimal by) {
    return amount.divide(by, SCALE, RoundingMode.HALF_EVEN);
  }
}
