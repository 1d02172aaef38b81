package app.respite.domain.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * Counts, shares, rates and money as every face writes them: ASCII digits and a point in every
 * locale, rounded half up. Full precision is what JSON and exports are for. Lengths of time are in
 * {@link app.respite.domain.time.Durations}.
 */
public final class Figures {
  private static final int STEP = 5;
  private static final double WHOLE_FROM = 10;

  private Figures() {}

  /** A count and its noun: {@code 1 sprint}, {@code 3 sprints}. */
  public static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  /** A count and its noun, which has a plural of its own. */
  public static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** To the nearest 5, for minutes and percentages that are estimates. */
  public static long fives(double value) {
    return Math.round(value / STEP) * STEP;
  }

  /** A counted share of a whole as {@code 4 %}, below ten with its tenths as {@code 2.1 %}. */
  public static String percent(double share) {
    BigDecimal percent =
        BigDecimal.valueOf(share * 100).setScale(share < 0.095 ? 1 : 0, RoundingMode.HALF_UP);
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  /** A share of a whole as {@code about 80 %}; all and nothing are said as such. */
  public static String share(double share) {
    if (share <= 0 || share >= 1) {
      return share <= 0 ? "0 %" : "100 %";
    }
    return fives(share * 100) == 100 ? "over 95 %" : change(share);
  }

  /** A share as it was set, {@code 17.5 %}. */
  public static String exactShare(BigDecimal share) {
    BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
    return percent.setScale(Math.max(0, percent.scale())).toPlainString() + " %";
  }

  /** How large a change is, which may be more than the whole; never a 0 for something. */
  public static String change(double share) {
    long fives = fives(share * 100);
    return fives == 0 && share > 0 ? "under 5 %" : fives == 0 ? "0 %" : "about " + fives + " %";
  }

  /** A rate, such as items an hour: a whole number where it is large enough, else one decimal. */
  public static String rate(double rate) {
    return String.format(Locale.ROOT, rate < WHOLE_FROM ? "%.1f" : "%.0f", rate);
  }

  /** A number without decimals. */
  public static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /** A sum of money, {@code 13.13 USD}, to the currency's own decimals. */
  public static String money(BigDecimal amount, String currency) {
    return exactMoney(rounded(amount, currency), currency);
  }

  /** A sum of money where its currency stands elsewhere, {@code 13.13}. */
  public static String amount(BigDecimal amount, String currency) {
    return rounded(amount, currency).toPlainString();
  }

  private static BigDecimal rounded(BigDecimal amount, String currency) {
    return amount.setScale(decimals(currency), RoundingMode.HALF_UP);
  }

  /** Money as it was agreed, such as {@code 0.015 USD} for an item. */
  public static String exactMoney(BigDecimal amount, String currency) {
    return amount.toPlainString() + " " + PlainText.without(currency);
  }

  private static int decimals(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .filter(one -> one.getCurrencyCode().equals(currency))
        .findFirst()
        .map(one -> Math.max(0, one.getDefaultFractionDigits()))
        .orElse(2);
  }

  /** Bytes as people say them, {@code 12 kB}, {@code 3.4 MB}. */
  public static String bytes(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, Math.round(bytes / 1e3)) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
