package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.fatigue.Range;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures on the page are as round as what they rest on. */
class RoundedTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 min",
    "60,under 5 min",
    "149,under 5 min",
    "150,5 min",
    "1500,25 min",
    "3449,55 min",
    "3450,1 h",
    "5760,1 h 35 min",
    "86400,24 h"
  })
  void lengthsGoToFiveMinutes(long seconds, String said) {
    assertThat(Rounded.length(seconds)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 %",
    "0.001,under 5 %",
    "0.08,about 10 %",
    "0.74,about 75 %",
    "0.999,over 95 %",
    "1,100 %"
  })
  void sharesGoToFivePercent(double share, String said) {
    assertThat(Rounded.percent(share)).isEqualTo(said);
  }

  @Test
  void aRangeOfRatingsIsNeverASingleNumber() {
    Range wide = new Range(3.6, 5.2, 6.4);
    assertThat(Rounded.low(wide)).isEqualTo(4);
    assertThat(Rounded.high(wide)).isEqualTo(6);
    Range narrow = new Range(4.8, 5, 5.2);
    assertThat(Rounded.low(narrow)).isEqualTo(4);
    assertThat(Rounded.high(narrow)).isEqualTo(6);
    Range fresh = new Range(0, 0.1, 0.3);
    assertThat(Rounded.low(fresh)).isZero();
    assertThat(Rounded.high(fresh)).isEqualTo(1);
  }

  @Test
  void slowTasksKeepADecimalAndMoneyItsCents() {
    assertThat(Rounded.rate(0.67)).isEqualTo("0.7");
    assertThat(Rounded.rate(102.9)).isEqualTo("103");
    assertThat(Rounded.money(new BigDecimal("13.125"), "USD")).isEqualTo("13.13 USD");
    assertThat(Rounded.money(new BigDecimal("1041.6"), "JPY")).isEqualTo("1042 JPY");
  }
}
