package app.respite.cli.review;

import app.respite.cli.text.Columns;
import app.respite.coach.words.MoneyTable;
import app.respite.coach.words.MoneyWords;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.Balance;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneySums;
import app.respite.domain.words.Wording;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A report on money as calm plain text for a terminal of 80 columns. */
public final class MoneyText {
  private static final int WIDTH = 80;
  private static final String TELL = "with: respite platform set NAME --pays-after 7d";
  private static final String INDENT = "  ";
  private static final int NAME = 15;
  private static final int CURRENCY = 4;
  private static final List<Integer> NUMBERS = List.of(11, 9, 11, 12, 7, 9);

  private final List<String> lines = new ArrayList<>();

  private MoneyText() {}

  /**
   * This month and the year so far, at a glance.
   *
   * @param share the share to set aside
   */
  public static List<String> glance(MoneyReport month, MoneyReport year, BigDecimal share) {
    MoneyText text = new MoneyText();
    text.lines.add(MoneyTable.month(YearMonth.from(month.from())) + " so far");
    text.platforms(month);
    if (!year.from().equals(month.from()) && !year.isEmpty()) {
      text.section(year.from().getYear() + " so far");
      text.platforms(year);
    }
    text.sentences(year, share);
    return List.copyOf(text.lines);
  }

  /** A range, by platform and by month. */
  public static List<String> lines(String title, MoneyReport report, BigDecimal share) {
    MoneyText text = new MoneyText();
    text.lines.add(title);
    text.platforms(report);
    if (report.byMonth().size() > 1) {
      text.section("By month");
      text.months(report);
    }
    text.sentences(report, share);
    return List.copyOf(text.lines);
  }

  private void sentences(MoneyReport report, BigDecimal share) {
    said("Hourly pay", MoneyWords.pay(report));
    said("Outstanding", MoneyWords.owed(report, TELL));
    if (!report.isEmpty()) {
      said("From month to month", MoneyWords.volatility(report));
      said("To set aside", MoneyWords.quarters(report, share));
    }
  }

  private void section(String title) {
    lines.add("");
    lines.add(title);
  }

  private void said(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      section(title);
      sentences.forEach(one -> lines.addAll(Columns.wrap("", INDENT.length(), one, WIDTH)));
    }
  }

  private void platforms(MoneyReport report) {
    if (report.isEmpty()) {
      lines.addAll(Columns.wrap("", INDENT.length(), Wording.say("money.none"), WIDTH));
      return;
    }
    head();
    for (PlatformSums one : report.platforms()) {
      row(MoneyWords.name(one.platform()), one.currency(), one.sums(), one.balance());
    }
    report
        .totals()
        .forEach(
            (currency, total) -> {
              long own =
                  report.platforms().stream()
                      .filter(one -> one.currency().equals(currency))
                      .count();
              if (own > 1 && !currency.isEmpty()) {
                row("All together", currency, total.sums(), total.balance());
              }
            });
  }

  private void months(MoneyReport report) {
    head();
    for (Map.Entry<YearMonth, SortedMap<String, MoneyReport.Totals>> month :
        report.byMonth().entrySet()) {
      String name = MoneyTable.month(month.getKey());
      for (Map.Entry<String, MoneyReport.Totals> total : month.getValue().entrySet()) {
        row(name, total.getKey(), total.getValue().sums(), total.getValue().balance());
        name = "";
      }
    }
  }

  private void head() {
    line("", "", MoneyTable.HEAD);
  }

  private void row(String name, String currency, MoneySums sums, Balance balance) {
    line(name, currency, MoneyTable.cells(sums, balance, currency));
  }

  private void line(String name, String currency, List<String> cells) {
    StringBuilder line = new StringBuilder(INDENT);
    line.append(Columns.column(name, NAME)).append(Columns.column(" " + currency, CURRENCY));
    for (int i = 0; i < cells.size(); i++) {
      line.repeat(' ', Math.max(1, NUMBERS.get(i) - cells.get(i).length())).append(cells.get(i));
    }
    lines.add(line.toString().stripTrailing());
  }
}
