package app.respite.cli.review;

import app.respite.domain.text.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Numbers as a reader wants them: lengths to the minute, money to the currency's own decimals
 * (rounded half up), percentages to 5. Always with ASCII digits and a point.
 */
final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private Words() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  /** {@code 1 h 12 min}, {@code 25 min}; what is there but short is {@code under 1 min}. */
  static String length(long seconds) {
    if (seconds > 0 && seconds < 30) {
      return "under 1 min";
    }
    long minutes = minutes(seconds);
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  /** Whole minutes, rounded half up. */
  static long minutes(long seconds) {
    return (seconds + 30) / 60;
  }

  /** {@code 1 sprint}, {@code 2 sprints}. */
  static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /** Amounts of several currencies, or a dash for none. */
  static String money(Map<String, BigDecimal> amounts) {
    List<String> parts = new ArrayList<>();
    amounts.forEach((currency, amount) -> parts.add(money(currency, amount)));
    return parts.isEmpty() ? "-" : String.join(" + ", parts);
  }

  static String money(String currency, BigDecimal amount) {
    BigDecimal rounded = amount.setScale(decimals(currency), RoundingMode.HALF_UP);
    return PlainText.without(currency) + " " + rounded.toPlainString();
  }

  private static int decimals(String currency) {
    Set<Currency> known = Currency.getAvailableCurrencies();
    return known.stream()
        .filter(one -> one.getCurrencyCode().equals(currency))
        .findFirst()
        .map(one -> Math.max(0, one.getDefaultFractionDigits()))
        .orElse(2);
  }

  /** {@code about 5 %}; never a 0 for something. */
  static String percent(double share) {
    long fives = Math.round(share * 20) * 5;
    return fives == 0 && share > 0 ? "under 5 %" : share == 0 ? "0 %" : "about " + fives + " %";
  }

  /** A whole number where it is large enough, else one decimal. */
  static String rate(double perHour) {
    return String.format(Locale.ROOT, perHour < 10 ? "%.1f" : "%.0f", perHour);
  }

  /** A name in a column: cut where it is too long, filled up where it is short. */
  static String column(String name, int width) {
    String text = PlainText.without(name);
    int length = text.codePointCount(0, text.length());
    if (length > width) {
      return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
    return text + " ".repeat(width - length);
  }
}
