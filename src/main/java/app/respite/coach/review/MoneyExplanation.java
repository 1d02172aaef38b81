package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.Table;
import app.respite.coach.words.MoneyTable;
import app.respite.coach.words.MoneyWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.money.AccountDay;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Row;
import app.respite.domain.money.MoneySums;
import app.respite.domain.money.MoneySums.PayRange;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Payout;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a figure of a report on money is made of. Every column adds up to the cent: what rounding
 * leaves over of one line goes into the next.
 */
public final class MoneyExplanation {
  /** So many days stand each for itself; of more, months do. */
  private static final int MOST_DAYS = 31;

  private static final String IN_ALL = "in all";

  private MoneyExplanation() {}

  /** What landed: the payouts of its currency. */
  public static CardContent landed(List<Payout> payouts, String currency) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("", "landed", "of it fees")));
    BigDecimal fees = BigDecimal.ZERO;
    Amounts landed = new Amounts(currency);
    for (Payout one : payouts) {
      if (one.amount().currency().equals(currency)) {
        BigDecimal fee = one.fee() == null ? BigDecimal.ZERO : one.fee();
        fees = fees.add(fee);
        rows.add(
            List.of(
                Phrases.day(one.on()) + " " + one.platform(),
                landed.next(one.amount().amount()),
                fee.signum() == 0 ? "-" : Figures.amount(fee, currency)));
      }
    }
    rows.add(
        List.of(IN_ALL, landed.total(), fees.signum() == 0 ? "-" : Figures.money(fees, currency)));
    return CardContent.of("Landed", table(rows));
  }

  /** What all platforms owe together: what each does. */
  public static CardContent outstanding(List<AccountDay> days, String currency) {
    Map<String, MoneySums> sums = new LinkedHashMap<>();
    for (AccountDay day : days) {
      if (day.currency().equals(currency)) {
        sums.merge(day.platform(), day.sums(), MoneySums::plus);
      }
    }
    boolean beyond = sums.values().removeIf(one -> one.landed().compareTo(one.earned()) > 0);
    sums.values().removeIf(one -> one.landed().compareTo(one.earned()) == 0);
    Map<String, MoneySums> named = new LinkedHashMap<>();
    sums.forEach((platform, one) -> named.put(MoneyWords.name(platform), one));
    return balance(named, currency, beyond);
  }

  /** What one platform owes: all that it brought and all that it paid, by day or month. */
  public static CardContent outstanding(List<AccountDay> days, String platform, String currency) {
    List<AccountDay> own =
        days.stream()
            .filter(day -> day.platform().equals(platform) && day.currency().equals(currency))
            .filter(day -> day.sums().earned().signum() != 0 || day.sums().landed().signum() != 0)
            .toList();
    Function<AccountDay, String> line =
        own.size() <= MOST_DAYS
            ? day -> Phrases.day(day.day())
            : day -> MoneyTable.month(YearMonth.from(day.day()));
    Map<String, MoneySums> sums = new LinkedHashMap<>();
    own.forEach(day -> sums.merge(line.apply(day), day.sums(), MoneySums::plus));
    return balance(sums, currency, false);
  }

  private static CardContent balance(
      Map<String, MoneySums> lines, String currency, boolean beyond) {
    List<List<String>> rows =
        new ArrayList<>(List.of(List.of("", "earned", "landed", "outstanding")));
    Amounts earned = new Amounts(currency);
    Amounts landed = new Amounts(currency);
    Amounts open = new Amounts(currency);
    lines.forEach(
        (name, sums) ->
            rows.add(
                List.of(
                    name,
                    earned.next(sums.earned()),
                    landed.next(sums.landed()),
                    open.next(sums.earned().subtract(sums.landed())))));
    rows.add(List.of(IN_ALL, earned.total(), landed.total(), open.total()));
    List<String> said = new ArrayList<>();
    said.add(
        say(
            "money.explain.outstanding",
            "earned",
            earned.total(),
            "landed",
            landed.total(),
            "outstanding",
            open.total()));
    if (beyond) {
      said.add(say("money.explain.beyond"));
    }
    return CardContent.of("Outstanding", table(rows), new Said(said));
  }

  /** What an hour with a platform comes to: the time and what was earned in it, by month. */
  public static CardContent hourly(MoneyReport report, PlatformSums one) {
    String currency = one.currency();
    MoneySums all = one.sums();
    List<List<String>> rows =
        new ArrayList<>(List.of(List.of("", "presence", "decided", "earned in it", "pending")));
    Lengths present = new Lengths();
    Lengths decided = new Lengths();
    Amounts earned = new Amounts(currency);
    Amounts pending = new Amounts(currency);
    for (Row row : report.rows()) {
      if (row.platform().equals(one.platform()) && row.currency().equals(currency)) {
        rows.add(
            List.of(
                MoneyTable.month(row.month()),
                present.next(row.sums().present()),
                decided.next(row.sums().decidedPresent()),
                earned.next(row.sums().decidedEarned()),
                pending.next(row.sums().pending())));
      }
    }
    rows.add(List.of(IN_ALL, present.total(), decided.total(), earned.total(), pending.total()));
    List<String> said = new ArrayList<>();
    BigDecimal rate = all.perPresentHour();
    if (rate != null) {
      said.add(
          say(
              "review.explain.hourly",
              "earned",
              earned.total(),
              "hours",
              decided.total(),
              "rate",
              Figures.money(rate, currency)));
    }
    PayRange range = all.perPresentHourRange();
    if (range != null) {
      said.add(
          say(
              "money.explain.pending",
              "earned",
              Figures.money(all.earned(), currency),
              "present",
              present.total(),
              "none",
              Figures.money(range.none(), currency),
              "pending",
              pending.total(),
              "all",
              Figures.money(range.all(), currency)));
    }
    said.add(say("review.explain.present"));
    if (all.decidedPresent().compareTo(all.present()) < 0) {
      said.add(say("review.explain.undecided-hours"));
    }
    return CardContent.of("An hour", table(rows), new Said(said));
  }

  private static Table table(List<List<String>> rows) {
    List<Column> columns = new ArrayList<>(List.of(new Column(0, 24, false)));
    for (int i = 1; i < rows.getFirst().size(); i++) {
      columns.add(new Column(1, 14, true));
    }
    return new Table(columns, rows, true);
  }

  /** A column of amounts. */
  private static final class Amounts {
    private final String currency;
    private BigDecimal sum = BigDecimal.ZERO;

    Amounts(String currency) {
      this.currency = currency;
    }

    private BigDecimal rounded() {
      return new BigDecimal(Figures.amount(sum, currency));
    }

    String next(BigDecimal amount) {
      BigDecimal before = rounded();
      sum = sum.add(amount);
      return amount.signum() == 0 ? "-" : Figures.amount(rounded().subtract(before), currency);
    }

    String total() {
      return Figures.money(sum, currency);
    }
  }

  /** A column of lengths, to the second. */
  private static final class Lengths {
    private Duration sum = Duration.ZERO;

    String next(Duration length) {
      long before = sum.toSeconds();
      sum = sum.plus(length);
      return length.isZero() ? "-" : Durations.passed(Duration.ofSeconds(sum.toSeconds() - before));
    }

    String total() {
      return Durations.passed(sum);
    }
  }
}
