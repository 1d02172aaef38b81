package app.respite.coach.words;

import app.respite.domain.money.Earnings;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** What a task pays, in words. */
public final class PayWords {
  private PayWords() {}

  /** One rate, {@code 0.12 USD an item}. */
  public static String of(Pay pay) {
    return switch (pay) {
      case Pay.PerHour hour -> money(hour.rate()) + " an hour";
      case Pay.PerItem item -> money(item.rate()) + " an item";
      case Pay.Unpaid none -> "unpaid";
    };
  }

  /** All rates by the day they begin on, the first of them first. */
  public static String all(NavigableMap<LocalDate, Pay> rates) {
    List<String> words = new ArrayList<>();
    rates.forEach(
        (day, pay) ->
            words.add(day.equals(LocalDate.MIN) ? of(pay) : "from " + day + " " + of(pay)));
    return String.join(", ", words);
  }

  /**
   * Amounts of several currencies beside each other, {@code 4.00 EUR + 3.95 USD}; a dash for none.
   */
  public static String amounts(Earnings earnings) {
    List<String> amounts = new ArrayList<>();
    earnings.amounts().forEach((currency, amount) -> amounts.add(Figures.money(amount, currency)));
    return amounts.isEmpty() ? "-" : String.join(" + ", amounts);
  }

  private static String money(Money money) {
    return Figures.exactMoney(money.amount(), money.currency());
  }
}
