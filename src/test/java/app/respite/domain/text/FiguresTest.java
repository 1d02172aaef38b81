package app.respite.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({"0,0 sprints", "1,1 sprint", "2,2 sprints", "1000,1000 sprints"})
  void aCountHasItsNoun(long number, String said) {
    assertThat(Figures.count(number, "sprint")).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0,     0 %,       0 %",
    "0.001, under 5 %, under 5 %",
    "0.08,  about 10 %,about 10 %",
    "0.74,  about 75 %,about 75 %",
    "0.999, over 95 %, about 100 %",
    "1,     100 %,     about 100 %",
    "1.31,  100 %,     about 130 %"
  })
  void sharesAndChangesGoToFivePercent(double share, String ofAWhole, String change) {
    assertThat(Figures.share(share)).isEqualTo(ofAWhole);
    assertThat(Figures.change(share)).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({"0,0.0", "0.67,0.7", "9.94,9.9", "10,10", "102.9,103"})
  void slowRatesKeepADecimal(double rate, String said) {
    assertThat(Figures.rate(rate)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "13.125, USD, 13.13 USD, 13.125 USD",
    "13.1,   USD, 13.10 USD, 13.1 USD",
    "1041.6, JPY, 1042 JPY,  1041.6 JPY",
    "0.0005, KWD, 0.001 KWD, 0.0005 KWD",
    "-2.005, EUR, -2.01 EUR, -2.005 EUR",
    "1E+3,   XYZ, 1000.00 XYZ, 1000 XYZ",
  })
  void moneyHasTheDecimalsOfItsCurrencyOrThoseThatWereAgreed(
      BigDecimal amount, String currency, String sum, String agreed) {
    assertThat(Figures.money(amount, currency)).isEqualTo(sum);
    assertThat(Figures.exactMoney(amount, currency)).isEqualTo(agreed);
  }

  @Test
  void aCurrencyFromAFileSteersNoTerminal() {
    assertThat(Figures.money(BigDecimal.ONE, "U\u001bS\u202e")).isEqualTo("1.00 US");
  }

  @ParameterizedTest
  @CsvSource({"0,1 kB", "1400,1 kB", "999499,999 kB", "1000000,1.0 MB", "3449999,3.4 MB"})
  void bytesAreRounded(long bytes, String said) {
    assertThat(Figures.bytes(bytes)).isEqualTo(said);
  }

  @Test
  void figuresAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Figures.rate(1.5)).isEqualTo("1.5");
      assertThat(Figures.whole(1500.4)).isEqualTo("1500");
      assertThat(Figures.bytes(1_500_000)).isEqualTo("1.5 MB");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aShareThatWasSetIsWrittenAsItIs() {
    assertThat(Figures.exactShare(new BigDecimal("0.250"))).isEqualTo("25 %");
    assertThat(Figures.exactShare(new BigDecimal("0.175"))).isEqualTo("17.5 %");
    assertThat(Figures.exactShare(BigDecimal.ZERO)).isEqualTo("0 %");
    assertThat(Figures.exactShare(new BigDecimal("0.6"))).isEqualTo("60 %");
  }
}
