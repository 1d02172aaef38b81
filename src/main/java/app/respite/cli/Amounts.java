package app.respite.cli;

import java.math.BigDecimal;

/** Amounts of money as people type them. */
final class Amounts {
  private Amounts() {}

  /**
   * An amount of 0 or more with a point.
   *
   * @param what the option or word it was typed for
   */
  static BigDecimal amount(String what, String typed) {
    String text = typed.strip();
    if (text.matches("[0-9][0-9.]*,[0-9]+")) {
      throw BaseCommand.wrong(
          what
              + " takes an amount with a point: write "
              + text.replace(".", "").replace(',', '.')
              + " for '"
              + typed
              + "'");
    }
    if (text.matches("-[0-9.,]+")) {
      throw BaseCommand.wrong(
          what + " takes an amount of 0 or more, such as 65.50: '" + typed + "'");
    }
    if (text.matches("[0-9]{10,}(\\.[0-9]*)?")) {
      throw BaseCommand.wrong(what + " is too large; at most nine digits before the point");
    }
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw BaseCommand.wrong(
          what + " takes an amount with a point, such as 65.50: '" + typed + "'");
    }
    return new BigDecimal(text);
  }
}
