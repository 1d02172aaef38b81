package app.respite.coach.typed;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.Names;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of money as people type them; what is wrong is told in one line. */
public final class Amounts {
  private static final Pattern WITH_CURRENCY = Pattern.compile("(.*?[0-9.,])\\s*(\\p{L}+)");

  private Amounts() {}

  /**
   * An amount of 0 or more with a point.
   *
   * @param what the option, word or field it was typed for
   * @throws CoachException of kind {@code WRONG}
   */
  public static BigDecimal amount(String what, String typed) {
    String text = typed.strip();
    if (text.matches("[0-9][0-9.]*,[0-9]+")) {
      throw wrong(
          what
              + " takes an amount with a point: write "
              + text.replace(".", "").replace(',', '.')
              + " for '"
              + typed
              + "'");
    }
    if (text.matches("-[0-9.,]+")) {
      throw wrong(what + " takes an amount of 0 or more, such as 65.50: '" + typed + "'");
    }
    if (text.matches("[0-9]{10,}(\\.[0-9]*)?")) {
      throw wrong(what + " is too large; at most nine digits before the point");
    }
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw wrong(what + " takes an amount with a point, such as 65.50: '" + typed + "'");
    }
    return new BigDecimal(text);
  }

  /**
   * An amount with its currency behind it, {@code 65.50 USD}.
   *
   * @param usual the currency that is meant where none was typed; null where one has to be
   * @throws CoachException of kind {@code WRONG}
   */
  public static Money money(String what, String typed, @Nullable String usual) {
    Matcher both = WITH_CURRENCY.matcher(typed.strip());
    if (both.matches()) {
      return new Money(amount(what, both.group(1)), currency(both.group(2)));
    }
    BigDecimal amount = amount(what, typed);
    if (usual == null) {
      throw wrong(what + " needs its currency, such as 65.50 USD: '" + typed + "'");
    }
    return new Money(amount, usual);
  }

  /**
   * A currency by its three letters.
   *
   * @throws CoachException of kind {@code WRONG}
   */
  public static String currency(String typed) {
    try {
      return Currency.getInstance(typed.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw wrong("a currency is three letters such as USD or EUR: '" + Names.clean(typed) + "'");
    }
  }

  private static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
