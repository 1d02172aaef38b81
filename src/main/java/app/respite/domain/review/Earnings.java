package app.respite.domain.review;

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

  /**
   * Decimals of an amount for one hour: fewer, so that the last decimal of the amount it is made
   * from does not show as a digit of the rate (10 an hour for 12:34 min is 10 an hour again).
   */
  private static final int RATE_SCALE = 8;

  /** Nothing. */
  public static final Earnings NONE = new Earnings(new TreeMap<>());

  private static final BigDecimal NANOS_AN_HOUR = BigDecimal.valueOf(Duration.ofHours(1).toNanos());

  public Earnings {
    SortedMap<String, BigDecimal> copy = new TreeMap<>();
    amounts.forEach((currency, amount) -> copy.put(currency, plain(amount)));
    amounts = Collections.unmodifiableSortedMap(copy);
  }

  /** One amount. */
  static Earnings of(Money money) {
    return new Earnings(new TreeMap<>(Map.of(money.currency(), money.amount())));
  }

  /** A rate per hour for a length of work. */
  static Earnings of(Money rate, Duration work) {
    return of(
        new Money(divide(rate.amount().multiply(nanos(work)), NANOS_AN_HOUR), rate.currency()));
  }

  /** A rate per item for a number of them. */
  static Earnings of(Money rate, long items) {
    return of(new Money(rate.amount().multiply(BigDecimal.valueOf(items)), rate.currency()));
  }

  /** Whether there is no amount at all, not even one of 0. */
  public boolean isEmpty() {
    return amounts.isEmpty();
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
  Earnings perHour(Duration time) {
    if (time.isZero()) {
      return NONE;
    }
    SortedMap<String, BigDecimal> rates = new TreeMap<>();
    amounts.forEach(
        (currency, amount) ->
            rates.put(
                currency,
                amount
                    .multiply(NANOS_AN_HOUR)
                    .divide(nanos(time), RATE_SCALE, RoundingMode.HALF_EVEN)));
    return new Earnings(rates);
  }

  /** A share of each amount. */
  Earnings share(BigDecimal share) {
    SortedMap<String, BigDecimal> shares = new TreeMap<>();
    amounts.forEach((currency, amount) -> shares.put(currency, amount.multiply(share)));
    return new Earnings(shares);
  }

  private static BigDecimal nanos(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .movePointRight(9)
        .add(BigDecimal.valueOf(time.getNano()));
  }

  private static BigDecimal divide(BigDecimal amount, BigDecimal by) {
    return amount.divide(by, SCALE, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
