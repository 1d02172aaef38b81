package app.respite.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.money.MoneyReport.Basis;
import app.respite.domain.money.MoneyReport.Floor;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Quarter;
import app.respite.domain.money.MoneyReport.Row;
import app.respite.domain.money.MoneyReport.Unpaid;
import app.respite.domain.money.MoneyReport.Volatility;
import app.respite.domain.money.MoneySums.PayRange;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MoneyReportTest {
  private final MoneyDays days = new MoneyDays();

  @Test
  void amountsStandByMonthPlatformAndCurrency() {
    days.earned("2026-10-30", "Appen", "40", "USD", 4)
        .earned("2026-11-02", "Appen", "20.50", "USD", 2)
        .earned("2026-11-03", "Appen", "9", "EUR", 1)
        .pending("2026-11-04", "Toloka", "3", "USD", 0.5)
        .paid("2026-11-10", "Appen", "30", "USD", "0.75");

    MoneyReport report = days.report("2026-10-01", "2026-11-30", "2026-12-05");

    assertThat(report.rows())
        .extracting(row -> row.month() + " " + row.platform() + " " + row.currency())
        .containsExactly(
            "2026-10 Appen USD", "2026-11 Appen EUR", "2026-11 Appen USD", "2026-11 Toloka USD");
    Row row = report.rows().get(2);
    assertThat(row.sums().earned()).isEqualTo("20.5");
    assertThat(row.sums().landed()).isEqualTo("30");
    assertThat(row.sums().fees()).isEqualTo("0.75");
    assertThat(row.balance().outstanding()).isEqualTo("30.5");
    assertThat(report.rows().getFirst().balance().outstanding())
        .as("at the end of October")
        .isEqualTo("40");
    assertThat(report.totals().keySet()).containsExactly("EUR", "USD");
    assertThat(report.totals().get("USD").sums().earned()).isEqualTo("60.5");
    assertThat(report.totals().get("USD").sums().pending()).isEqualTo("3");
    assertThat(report.totals().get("EUR").balance().outstanding()).isEqualTo("9");
  }

  @Test
  void whatPlatformsAreCalledGoesByTheirTermsAndNotByCaseOrBlanks() {
    days.earned("2026-11-02", "appen ", "20", "USD", 2)
        .earned("2026-11-03", "APPEN", "20", "USD", 2)
        .paid("2026-11-04", "aPPen", "40", "USD")
        .terms("Appen", 7, null, null, null);

    MoneyReport report = days.report("2026-11-01", "2026-11-30", "2026-11-30");

    assertThat(report.platforms()).extracting(PlatformSums::platform).containsExactly("Appen");
    assertThat(report.oldestUnpaid()).isEmpty();
  }

  @Test
  void unpaidWorkLowersThePayOfItsPlatform() {
    days.earned("2026-11-02", "Appen", "30", "USD", 2).unpaid("2026-11-03", "Appen", 1);

    Row row = days.report("2026-11-01", "2026-11-30", "2026-11-30").rows().getFirst();

    assertThat(row.currency()).isEqualTo("USD");
    assertThat(row.sums().work()).isEqualTo(Duration.ofHours(3));
    assertThat(row.sums().unpaid()).isEqualTo(Duration.ofHours(1));
    assertThat(row.sums().perWorkHour()).isEqualTo("10");
    assertThat(row.sums().perPresentHour()).isEqualTo("8");
  }

  @Test
  void unpaidTimeGoesToTheCurrencyOfTheTermsWhereThereAreSeveral() {
    days.earned("2026-11-02", "Appen", "30", "USD", 2)
        .earned("2026-11-02", "Appen", "30", "EUR", 2)
        .unpaid("2026-11-03", "Appen", 1);
    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-30").rows())
        .extracting(Row::currency)
        .containsExactly("", "EUR", "USD");

    days.terms("Appen", null, null, "EUR", null);
    List<Row> rows = days.report("2026-11-01", "2026-11-30", "2026-11-30").rows();
    assertThat(rows).extracting(Row::currency).containsExactly("EUR", "USD");
    assertThat(rows.getFirst().sums().unpaid()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void unpaidTimeOfNoPlatformIsNoPlatformsTime() {
    days.earned("2026-11-02", "", "30", "USD", 2).unpaid("2026-11-03", "", 1);
    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-30").rows())
        .extracting(Row::currency)
        .containsExactly("", "USD");
  }

  @Test
  void aBreakBesideAllTasksIsOnNoAccount() {
    days.earnings.add(
        new DayEarnings(
            LocalDate.parse("2026-11-02"),
            new UUID(0, 0),
            "",
            "",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Duration.ZERO,
            Duration.ofMinutes(15),
            true,
            BigDecimal.ZERO,
            Duration.ZERO,
            Duration.ZERO));
    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-30").isEmpty()).isTrue();
  }

  @Test
  void pendingWorkLeavesHourlyPayAsItIsAndGivesARange() {
    days.earned("2026-11-02", "Appen", "30", "USD", 2)
        .pending("2026-11-03", "Appen", "10", "USD", 2);

    MoneySums sums = days.report("2026-11-01", "2026-11-30", "2026-11-30").rows().getFirst().sums();

    assertThat(sums.perWorkHour()).isEqualTo("15");
    assertThat(sums.perPresentHour()).isEqualTo("12");
    assertThat(sums.perPresentHourRange())
        .isEqualTo(new PayRange(new BigDecimal("6"), new BigDecimal("8")));
  }

  @Test
  void whereNothingIsPendingThereIsNoRangeAndWithoutDecidedTimeNoHourlyPay() {
    days.earned("2026-11-02", "Appen", "30", "USD", 2)
        .pending("2026-11-02", "Toloka", "1", "USD", 1);
    List<Row> rows = days.report("2026-11-01", "2026-11-30", "2026-11-30").rows();
    assertThat(rows.getFirst().sums().perPresentHourRange()).isNull();
    assertThat(rows.getLast().sums().perPresentHour()).isNull();
    assertThat(rows.getLast().belowFloor()).isNull();
  }

  @Test
  void aMonthThatOnlyOwesIsThere() {
    days.earned("2026-09-02", "Appen", "30", "USD", 2);

    MoneyReport november = days.report("2026-11-01", "2026-12-31", "2026-11-15");

    assertThat(november.rows()).hasSize(1);
    assertThat(november.rows().getFirst().balance().outstanding()).isEqualTo("30");
    assertThat(november.totals().get("USD").balance().outstanding()).isEqualTo("30");
    assertThat(november.totals().get("USD").sums().isNothing()).isTrue();
  }

  @Test
  void whatLandedCoversTheEarliestDays() {
    days.earned("2026-11-02", "Appen", "20", "USD", 2)
        .earned("2026-11-03", "Appen", "20", "USD", 2)
        .earned("2026-11-04", "Appen", "20", "USD", 2)
        .terms("Appen", 7, null, null, null)
        .paid("2026-11-09", "Appen", "20", "USD")
        .paid("2026-11-10", "Appen", "5", "USD");

    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-30").oldestUnpaid())
        .containsExactly(
            new Unpaid(
                "Appen",
                "USD",
                LocalDate.parse("2026-11-03"),
                new BigDecimal("35"),
                Duration.ofDays(7),
                20));
    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-10").oldestUnpaid())
        .extracting(Unpaid::daysLate)
        .containsExactly(0);
    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-11").oldestUnpaid())
        .extracting(Unpaid::daysLate)
        .containsExactly(1);
  }

  @Test
  void howLateIsNotKnownWhereNobodyToldTheUsual() {
    days.earned("2026-11-02", "Appen", "20", "USD", 2);
    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-30").oldestUnpaid())
        .extracting(Unpaid::daysLate)
        .containsExactly((Integer) null);
  }

  @Test
  void moreLandedThanEarnedIsSaidAndNothingIsOutstanding() {
    days.earned("2026-11-02", "Appen", "20", "USD", 2)
        .paid("2026-11-05", "Appen", "25", "USD")
        .earned("2026-11-02", "Toloka", "10", "USD", 1);

    MoneyReport report = days.report("2026-11-01", "2026-11-30", "2026-11-30");

    assertThat(report.rows().getFirst().balance().outstanding()).isEqualTo("0");
    assertThat(report.rows().getFirst().balance().beyondEarned()).isEqualTo("5");
    assertThat(report.totals().get("USD").balance().outstanding())
        .as("one platform's excess pays no other's debt")
        .isEqualTo("10");
    assertThat(report.totals().get("USD").balance().beyondEarned()).isEqualTo("5");
    assertThat(report.oldestUnpaid()).extracting(Unpaid::platform).containsExactly("Toloka");
  }

  @Test
  void weeksBelowTheFloorAreCountedInTheWeeksOfThePlatform() {
    days.terms("Appen", null, "10", null, DayOfWeek.TUESDAY)
        .earned("2026-11-03", "Appen", "100", "USD", 4)
        .earned("2026-11-10", "Appen", "30", "USD", 4)
        .earned("2026-11-24", "Appen", "30", "USD", 4)
        .earned("2026-12-01", "Appen", "1", "USD", 4);

    assertThat(floor("2026-11-30"))
        .as("the week that runs up to the 30th is not over")
        .isEqualTo(new Floor(new BigDecimal("10"), 1, new BigDecimal("6")));
    assertThat(floor("2026-12-01"))
        .as("the week without work in between does not count")
        .isEqualTo(new Floor(new BigDecimal("10"), 2, new BigDecimal("6")));
  }

  private Floor floor(String today) {
    Floor floor = days.report("2026-11-01", "2026-12-31", today).platforms().getFirst().floor();
    assertThat(floor).isNotNull();
    return floor;
  }

  @Test
  void aFloorHoldsInTheCurrencyOfThePlatformAlone() {
    days.terms("Appen", null, "10", "USD", null)
        .earned("2026-11-02", "Appen", "9", "EUR", 1)
        .earned("2026-11-02", "Appen", "9", "USD", 1);
    assertThat(days.report("2026-11-01", "2026-11-30", "2026-11-30").rows())
        .extracting(Row::belowFloor)
        .containsExactly(null, true);
  }

  @Test
  void volatilityNeedsFourCompleteMonths() {
    days.earned("2026-08-10", "Appen", "100", "USD", 9)
        .earned("2026-09-10", "Appen", "110", "USD", 9)
        .earned("2026-10-10", "Toloka", "55", "USD", 9)
        .earned("2026-11-10", "Appen", "66", "USD", 9);
    assertThat(days.report("2026-01-01", "2026-12-31", "2026-11-30").volatility())
        .as("November is not over on its last day")
        .containsEntry("USD", null);
    assertThat(days.report("2026-01-01", "2026-12-31", "2026-12-01").volatility().get("USD"))
        .isEqualTo(new Volatility(4, new BigDecimal("0.2"), 1));
  }

  @Test
  void aMonthAfterOneWithoutPayHasNoShareToDifferBy() {
    days.earned("2026-07-10", "Appen", "100", "USD", 9)
        .earned("2026-09-10", "Appen", "100", "USD", 9)
        .earned("2026-10-10", "Appen", "150", "USD", 9);
    assertThat(days.report("2026-10-01", "2026-10-31", "2026-11-05").volatility().get("USD"))
        .isEqualTo(new Volatility(4, new BigDecimal("0.75"), 2));
  }

  @Test
  void aQuarterIsWhatLandedFromTheFirstPayoutOnAndWhatWasEarnedBefore() {
    days.earned("2026-06-10", "Appen", "100", "USD", 9)
        .earned("2026-07-10", "Appen", "80", "USD", 9)
        .earned("2026-08-10", "Toloka", "40", "EUR", 9)
        .paid("2026-07-20", "Appen", "100", "USD");

    List<Quarter> quarters = days.report("2026-05-01", "2026-12-31", "2026-11-30").quarters();

    assertThat(quarters)
        .extracting(one -> one.period().name())
        .containsExactly("2026Q2", "2026Q3", "2026Q4");
    assertThat(quarters)
        .extracting(Quarter::basis)
        .containsExactly(Basis.EARNED, Basis.LANDED, Basis.LANDED);
    assertThat(quarters.get(1).amount()).containsOnlyKeys("USD");
    assertThat(quarters.get(1).amount().get("USD")).isEqualTo("100");
    assertThat(quarters.get(1).setAside().get("USD")).isEqualTo("25");
    assertThat(quarters.get(1).notBooked()).containsExactly("Toloka");
    assertThat(quarters.get(2).amount()).isEmpty();
  }

  @Test
  void paymentPeriodsOfTheUnitedStatesAreNotEquallyLong() {
    days.us().earned("2026-06-10", "Appen", "100", "USD", 9);

    List<Quarter> quarters = days.report("2026-05-31", "2026-08-01", "2026-11-30").quarters();

    assertThat(quarters)
        .extracting(one -> one.period().due())
        .containsExactly(LocalDate.parse("2026-06-15"), LocalDate.parse("2026-09-15"));
    assertThat(quarters.getFirst().amount()).isEmpty();
    assertThat(quarters.getLast().amount().get("USD")).isEqualTo("100");
  }

  @Test
  void whatIsAfterTheRangeIsNotInIt() {
    days.earned("2026-11-02", "Appen", "20", "USD", 2)
        .earned("2026-12-02", "Toloka", "20", "EUR", 2)
        .paid("2026-12-03", "Appen", "20", "USD");
    MoneyReport report = days.report("2026-11-01", "2026-11-30", "2026-12-24");
    assertThat(report.totals().keySet()).containsExactly("USD");
    assertThat(report.totals().get("USD").balance().outstanding()).isEqualTo("20");
    assertThat(report.quarters()).extracting(Quarter::basis).containsExactly(Basis.EARNED);
  }
}
