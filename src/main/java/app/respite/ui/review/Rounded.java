package app.respite.ui.review;

import app.respite.domain.fatigue.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * Figures as the page shows them (docs/models.md): minutes and percentages to 5, ratings to whole
 * numbers. Full precision is what {@code review --json} is for.
 */
final class Rounded {
  private static final int STEP = 5;
  private static final double WHOLE_FROM = 10;

  private Rounded() {}

  /** Seconds as {@code 1 h 35 min}; what is there but short is {@code under 5 min}. */
  static String length(long seconds) {
    return minutes(seconds / 60.0);
  }

  private static String minutes(double exact) {
    long minutes = fives(exact);
    if (minutes == 0) {
      return exact > 0 ? "under 5 min" : "0 min";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  /** Hours as a length. */
  static String hours(double hours) {
    return minutes(hours * 60);
  }

  /** To the nearest 5. */
  static long fives(double value) {
    return Math.round(value / STEP) * STEP;
  }

  /** A share as {@code about 80 %}; all and nothing are said as such. */
  static String percent(double share) {
    if (share <= 0 || share >= 1) {
      return share <= 0 ? "0 %" : "100 %";
    }
    long fives = fives(share * 100);
    if (fives == 0) {
      return "under 5 %";
    }
    return fives == 100 ? "over 95 %" : "about " + fives + " %";
  }

  /** Items an hour: a whole number where it is large enough, else one decimal. */
  static String rate(double perHour) {
    return String.format(Locale.ROOT, perHour < WHOLE_FROM ? "%.1f" : "%.0f", perHour);
  }

  /** The lower end of a range of ratings; never the same as the upper one. */
  static long low(Range range) {
    return wide(range) ? Math.round(range.low()) : Math.max(0, Math.round(range.mid()) - 1);
  }

  /** The upper end. */
  static long high(Range range) {
    return wide(range) ? Math.round(range.high()) : Math.min(10, Math.round(range.mid()) + 1);
  }

  private static boolean wide(Range range) {
    return Math.round(range.high()) > Math.round(range.low());
  }

  /** {@code 13.13 USD}, to the currency's own decimals. */
  static String money(BigDecimal amount, String currency) {
    return amount.setScale(decimals(currency), RoundingMode.HALF_UP).toPlainString()
        + " "
        + currency;
  }

  private static int decimals(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .filter(one -> one.getCurrencyCode().equals(currency))
        .findFirst()
        .map(one -> Math.max(0, one.getDefaultFractionDigits()))
        .orElse(2);
  }
}
