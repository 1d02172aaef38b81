package app.respite.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.money.MoneyDays;
import app.respite.domain.money.MoneyReport;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTextTest {
  private static final BigDecimal SHARE = new BigDecimal("0.25");

  private final MoneyDays days = new MoneyDays();

  private String year() {
    return joined(
        MoneyText.lines("2026", days.report("2026-01-01", "2026-12-31", "2026-11-30"), SHARE));
  }

  private static String joined(List<String> lines) {
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    return String.join("\n", lines).replaceAll("\\s+", " ");
  }

  @Test
  void currenciesStandSideBySideAndAreNeverAddedUp() {
    days.earned("2026-11-02", "Appen", "20.50", "USD", 2)
        .earned("2026-11-03", "Toloka", "9", "EUR", 1)
        .earned("2026-11-03", "Prolific", "1", "USD", 1);
    assertThat(year())
        .contains("Appen USD 20.50 - - 20.50 2.5 8.20", "Toloka EUR 9.00 - - 9.00 1.3 7.20")
        .contains("All together USD 21.50")
        .doesNotContain("30.50");
  }

  @Test
  void whatIsOutstandingIsHeldAgainstThePlatformsUsualTime() {
    days.earned("2026-11-02", "Appen", "20", "USD", 2)
        .terms("Appen", 7, null, null, null)
        .earned("2026-11-27", "Toloka", "9", "EUR", 1)
        .terms("Toloka", 30, null, null, null)
        .earned("2026-11-03", "Prolific", "5", "GBP", 1);
    assertThat(year())
        .contains(
            "Appen: 20.00 USD outstanding, unpaid since 2 Nov 2026. It usually pays 7 days after"
                + " the work; that is over by 21 days.",
            "Toloka: 9.00 EUR outstanding, unpaid since 27 Nov 2026. It usually pays 30 days after"
                + " the work, which is not over yet.",
            "Prolific: 5.00 GBP outstanding, unpaid since 3 Nov 2026. How long it usually takes is"
                + " not told.");
  }

  @Test
  void twoWeeksInARowBelowTheFloorAreSaidAndOneIsNot() {
    days.terms("Appen", null, "12", null, null).earned("2026-11-17", "Appen", "20", "USD", 2);
    assertThat(year()).doesNotContain("in a row");
    days.earned("2026-11-24", "Appen", "10", "USD", 2);
    assertThat(year())
        .contains(
            "Appen: two weeks in a row below your floor of 12.00 USD an hour; the last of them came"
                + " to 4.00 USD.");
  }

  @Test
  void moreLandedThanEarnedIsSaid() {
    days.earned("2026-11-17", "Appen", "20", "USD", 2).paid("2026-11-20", "Appen", "25", "USD");
    assertThat(year()).contains("Appen: 5.00 USD more landed than your rates say was earned");
  }

  @Test
  void pendingWorkIsARangeAndNoPromise() {
    days.earned("2026-11-17", "Appen", "20", "USD", 2)
        .pending("2026-11-18", "Appen", "10", "USD", 2);
    assertThat(year())
        .contains(
            "Appen: with 10.00 USD pending, an hour would come to 4.00 USD with none of it accepted"
                + " and to 6.00 USD with all of it.");
  }

  @Test
  void dueDatesOfEstimatedTaxAreToldWhenAskedForAndAdviceIsNeverClaimed() {
    days.earned("2026-09-17", "Appen", "20", "USD", 2);
    assertThat(year())
        .contains(
            "2026Q3, 1 Jul 2026 to 30 Sep 2026: 20.00 USD earned (no payout is booked yet). By your"
                + " setting of 25 %, 5.00 USD of it is to set aside.",
            "no tax advice")
        .doesNotContain("due on");
    days.us();
    assertThat(year())
        .contains("Estimated tax for 2026Q4 is due on Friday 15 January 2027")
        .contains("public holidays are not known");
  }

  @Test
  void aPlatformWithoutABookedPayoutIsNamedWhereQuartersGoByWhatLanded() {
    days.earned("2026-11-17", "Appen", "20", "USD", 2)
        .paid("2026-11-20", "Appen", "20", "USD")
        .earned("2026-11-17", "Toloka", "9", "EUR", 1);
    assertThat(year()).contains("Not in it, for no payout is booked there: Toloka.");
  }

  @Test
  void howMuchMonthsDifferIsToldFromFourCompleteOnesOn() {
    days.earned("2026-08-17", "Appen", "20", "USD", 2)
        .earned("2026-09-17", "Appen", "30", "USD", 2)
        .earned("2026-10-17", "Appen", "30", "USD", 2);
    assertThat(year()).contains("from four complete months on");
    days.earned("2026-07-17", "Appen", "20", "USD", 2);
    assertThat(year())
        .contains("your USD differed by 0 % as a rule (4 complete months; 1 by more than a fifth)");
  }

  @Test
  void aGlanceIsTheMonthAndTheYear() {
    days.earned("2026-08-17", "Appen", "20", "USD", 2)
        .earned("2026-11-17", "Appen", "30", "USD", 2);
    MoneyReport month = days.report("2026-11-01", "2026-11-30", "2026-11-30");
    MoneyReport year = days.report("2026-01-01", "2026-11-30", "2026-11-30");
    assertThat(joined(MoneyText.glance(month, year, SHARE)))
        .contains(
            "November 2026 so far", "Appen USD 30.00 - - 50.00", "2026 so far", "Appen USD 50.00");
  }

  @Test
  void nothingIsSaidPlainly() {
    MoneyReport none = days.report("2026-11-01", "2026-11-30", "2026-11-30");
    assertThat(joined(MoneyText.glance(none, none, SHARE)))
        .isEqualTo(
            "November 2026 so far Nothing was earned, paid or worked in this time, and nothing is"
                + " outstanding.");
  }
}
