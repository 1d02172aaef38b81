package app.respite.coach.words;

import app.respite.domain.money.MoneyReport.Balance;
import app.respite.domain.money.MoneySums;
import app.respite.domain.text.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of money as every table of it has it; a dash stands for nothing. */
public final class MoneyTable {
  /** What stands above the numbers. */
  public static final List<String> HEAD =
      List.of("earned", "pending", "landed", "outstanding", "hours", "an hour");

  private static final String NOTHING = "-";
  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private MoneyTable() {}

  /** A month, {@code November 2026}. */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** The numbers in the order of {@link #HEAD}. */
  public static List<String> cells(MoneySums sums, Balance balance, String currency) {
    return List.of(
        amount(sums.earned(), currency),
        amount(sums.pending(), currency),
        amount(sums.landed(), currency),
        amount(balance.outstanding(), currency),
        hours(sums),
        currency.isEmpty() ? NOTHING : rate(sums.perPresentHour(), currency));
  }

  private static String amount(BigDecimal amount, String currency) {
    return amount.signum() == 0 ? NOTHING : Figures.amount(amount, currency);
  }

  private static String rate(@Nullable BigDecimal rate, String currency) {
    return rate == null ? NOTHING : Figures.amount(rate, currency);
  }

  private static String hours(MoneySums sums) {
    return sums.present().isZero()
        ? NOTHING
        : BigDecimal.valueOf(sums.present().toSeconds())
            .divide(SECONDS_AN_HOUR, 1, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
