package app.respite.coach.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CoachException;
import app.respite.domain.work.JournalRecord.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({"65.50 USD", "65.50usd", "' 65.50   Usd '"})
  void anAmountAndItsCurrencyAreOneText(String typed) {
    assertThat(Amounts.money("AMOUNT", typed, "EUR"))
        .isEqualTo(new Money(new BigDecimal("65.50"), "USD"));
  }

  @Test
  void theUsualCurrencyIsMeantWhereNoneWasTyped() {
    assertThat(Amounts.money("AMOUNT", "65.50", "EUR"))
        .isEqualTo(new Money(new BigDecimal("65.50"), "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "65.50, 'AMOUNT needs its currency, such as 65.50 USD: ''65.50'''",
    "'65,50 USD', 'AMOUNT takes an amount with a point: write 65.50 for ''65,50'''",
    "'1.065,50', 'AMOUNT takes an amount with a point: write 1065.50 for ''1.065,50'''",
    "-5 USD, 'AMOUNT takes an amount of 0 or more, such as 65.50: ''-5'''",
    "65.50 USX, 'a currency is three letters such as USD or EUR: ''USX'''",
    "1000000000 USD, AMOUNT is too large; at most nine digits before the point",
    "65.50 EUR more, 'AMOUNT takes an amount with a point, such as 65.50: ''65.50 EUR more'''",
    "a lot, 'AMOUNT takes an amount with a point, such as 65.50: ''a lot'''",
    "'', 'AMOUNT takes an amount with a point, such as 65.50: '''''",
  })
  void whatIsNoAmountIsAnsweredWithTheWayToWriteIt(String typed, String why) {
    assertThatThrownBy(() -> Amounts.money("AMOUNT", typed, null))
        .isInstanceOf(CoachException.class)
        .hasMessage(why);
  }
}
