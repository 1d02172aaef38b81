package app.respite.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an amount comes to for one hour of a length of time. */
public final class HourlyPay {
  /**
   * Decimals of an amount for one hour: fewer than a part of an amount has, so that the last
   * decimal of the amount it is made from does not show as a digit of the rate (10 an hour for
   * 12:34 min is 10 an hour again).
   */
  private static final int SCALE = 8;

  private static final BigDecimal NANOS_AN_HOUR = nanos(Duration.ofHours(1));

  private HourlyPay() {}

  /** Rounded half-even, without trailing zeros; null where the time is nothing. */
  public static @Nullable BigDecimal of(BigDecimal amount, Duration time) {
    if (time.isZero()) {
      return null;
    }
    return plain(amount.multiply(NANOS_AN_HOUR).divide(nanos(time), SCALE, RoundingMode.HALF_EVEN));
  }

  /** A length of time as a number that can be multiplied and divided exactly. */
  public static BigDecimal nanos(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .movePointRight(9)
        .add(BigDecimal.valueOf(time.getNano()));
  }

  /** The same number without trailing zeros and without an exponent. */
  public static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
