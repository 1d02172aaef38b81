package app.respite.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Row;
import app.respite.domain.money.MoneyReport.Unpaid;
import app.respite.domain.work.JournalRecord.Payout;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds of any year of money; the seed is in each failure's message. */
class MoneyReportPropertiesTest {
  private static final int RUNS = 150;
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");
  private static final LocalDate TODAY = LocalDate.parse("2027-02-01");
  private static final List<String> PLATFORMS = List.of("Appen", "Toloka", "Prolific", "");
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY");

  @Test
  void theSumOfMonthsIsTheYear() {
    for (int seed = 0; seed < RUNS; seed++) {
      MoneyFacts facts = facts(new Random(seed));
      MoneyReport year = MoneyReport.of(facts, FIRST, LAST, TODAY);
      List<Row> months = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        YearMonth one = YearMonth.of(2026, month);
        months.addAll(MoneyReport.of(facts, one.atDay(1), one.atEndOfMonth(), TODAY).rows());
      }
      assertThat(months).as("seed %d", seed).isEqualTo(year.rows());
      for (PlatformSums sums : year.platforms()) {
        MoneySums added =
            months.stream()
                .filter(row -> row.platform().equals(sums.platform()))
                .filter(row -> row.currency().equals(sums.currency()))
                .map(Row::sums)
                .reduce(MoneySums.NONE, MoneySums::plus);
        assertThat(added).as("seed %d, %s", seed, sums).isEqualTo(sums.sums());
      }
    }
  }

  @Test
  void everyAmountIsTheSumOfItsOwnCurrencyAlone() {
    for (int seed = 0; seed < RUNS; seed++) {
      MoneyFacts facts = facts(new Random(seed));
      MoneyReport year = MoneyReport.of(facts, FIRST, LAST, TODAY);
      for (String currency : CURRENCIES) {
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal landed = BigDecimal.ZERO;
        for (DayEarnings day : facts.earnings()) {
          earned = day.currency().equals(currency) ? earned.add(day.earned()) : earned;
        }
        for (Payout payout : facts.payouts()) {
          landed =
              payout.amount().currency().equals(currency)
                  ? landed.add(payout.amount().amount())
                  : landed;
        }
        MoneyReport.Totals totals = year.totals().get(currency);
        assertThat(totals.sums().earned()).as("seed %d", seed).isEqualByComparingTo(earned);
        assertThat(totals.sums().landed()).as("seed %d", seed).isEqualByComparingTo(landed);
        assertThat(totals.balance().outstanding().subtract(totals.balance().beyondEarned()))
            .as("what is owed less what came ahead, seed %d", seed)
            .isEqualByComparingTo(earned.subtract(landed));
        assertThat(totals.balance().outstanding().signum()).isNotNegative();
      }
    }
  }

  @Test
  void noTimeIsLostOrCountedTwice() {
    for (int seed = 0; seed < RUNS; seed++) {
      MoneyFacts facts = facts(new Random(seed));
      MoneyReport year = MoneyReport.of(facts, FIRST, LAST, TODAY);
      Function<Function<MoneySums, Duration>, Duration> sum =
          time ->
              year.totals().values().stream()
                  .map(total -> time.apply(total.sums()))
                  .reduce(Duration.ZERO, Duration::plus);
      assertThat(sum.apply(MoneySums::work))
          .as("seed %d", seed)
          .isEqualTo(
              facts.earnings().stream()
                  .map(DayEarnings::work)
                  .reduce(Duration.ZERO, Duration::plus));
      assertThat(sum.apply(MoneySums::unpaid))
          .as("seed %d", seed)
          .isEqualTo(
              facts.earnings().stream()
                  .filter(DayEarnings::unpaid)
                  .map(DayEarnings::work)
                  .reduce(Duration.ZERO, Duration::plus));
    }
  }

  @Test
  void anyOrderGivesTheSame() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      MoneyFacts facts = facts(random);
      MoneyFacts other =
          new MoneyFacts(
              shuffled(facts.earnings(), random),
              shuffled(facts.payouts(), random),
              shuffled(facts.platforms(), random),
              facts.setAside(),
              facts.taxCalendar());
      assertThat(MoneyReport.of(other, FIRST, LAST, TODAY))
          .as("seed %d", seed)
          .isEqualTo(MoneyReport.of(facts, FIRST, LAST, TODAY));
    }
  }

  @Test
  void eachPayoutLessensWhatIsOwedAndNeverBringsTheOldestDayForward() {
    for (int seed = 0; seed < RUNS; seed++) {
      MoneyFacts facts = facts(new Random(seed));
      BigDecimal before = null;
      LocalDate oldest = LocalDate.MIN;
      for (int booked = 0; booked <= facts.payouts().size(); booked++) {
        MoneyFacts part =
            new MoneyFacts(
                facts.earnings(),
                facts.payouts().subList(0, booked),
                facts.platforms(),
                facts.setAside(),
                facts.taxCalendar());
        MoneyReport report = MoneyReport.of(part, FIRST, LAST, TODAY);
        BigDecimal owed = report.totals().get("USD").balance().outstanding();
        LocalDate day =
            report.oldestUnpaid().stream()
                .filter(one -> one.currency().equals("USD"))
                .map(Unpaid::day)
                .findFirst()
                .orElse(LocalDate.MAX);
        if (before != null) {
          assertThat(owed).as("seed %d", seed).isLessThanOrEqualTo(before);
        }
        assertThat(day).as("seed %d", seed).isAfterOrEqualTo(oldest);
        before = owed;
        oldest = day;
      }
    }
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static MoneyFacts facts(Random random) {
    MoneyDays days = new MoneyDays();
    CURRENCIES.forEach(currency -> days.earned("2026-01-01", "Appen", "1", currency, 1));
    for (int i = 0; i < 60; i++) {
      String platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
      LocalDate day = FIRST.plusDays(random.nextInt(365));
      String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      BigDecimal amount = BigDecimal.valueOf(random.nextInt(9000), 2);
      double hours = random.nextInt(7200) / 3600.0;
      switch (random.nextInt(5)) {
        case 0 -> days.unpaid(day.toString(), platform, hours);
        case 1 -> days.pending(day.toString(), platform, amount.toString(), currency, hours);
        case 2 -> days.paid(day.toString(), platform, amount.toString(), currency);
        default -> days.earned(day.toString(), platform, amount.toString(), currency, hours);
      }
    }
    for (String platform : PLATFORMS.subList(0, 3)) {
      if (random.nextBoolean()) {
        days.terms(
            platform,
            random.nextBoolean() ? random.nextInt(30) : null,
            random.nextBoolean() ? "12" : null,
            random.nextBoolean() ? "EUR" : null,
            null);
      }
    }
    List<DayEarnings> earnings = new ArrayList<>(days.earnings);
    Collections.shuffle(earnings, random);
    return new MoneyFacts(
        earnings,
        days.payouts,
        days.platforms,
        new BigDecimal("0.3"),
        random.nextBoolean() ? Optional.of(TaxCalendar.US) : Optional.empty());
  }
}
