package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.money.MoneyDays;
import app.respite.json.Json;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MoneyJsonTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void theDocumentHasTheKeysOfTheContractAndAmountsAreStrings() {
    MoneyDays days =
        new MoneyDays()
            .terms("Appen", 7, "12", null, null)
            .earned("2026-11-02", "Appen", "20.50", "USD", 2)
            .pending("2026-11-03", "Appen", "4", "USD", 0.5)
            .unpaid("2026-11-04", "Appen", 1)
            .paid("2026-11-10", "Appen", "10", "USD", "0.75");

    String json =
        Json.write(
            MoneyJson.of(days.report("2026-11-01", "2026-11-30", "2026-11-30"), BERLIN), BERLIN);

    assertThat(json)
        .startsWith(
            "{\"from\":\"2026-11-01\",\"to\":\"2026-11-30\",\"zone\":\"Europe/Berlin\",\"rows\":["
                + "{\"month\":\"2026-11\",\"platform\":\"Appen\",\"currency\":\"USD\","
                + "\"earned\":\"20.5\",\"pending\":\"4\",\"landed\":\"10\",\"fees\":\"0.75\","
                + "\"outstanding\":\"10.5\",\"workSeconds\":12600,\"presentSeconds\":15750,"
                + "\"unpaidSeconds\":3600,\"perWorkHour\":\"6.83333333\","
                + "\"perPresentHour\":\"5.46666667\",\"belowFloor\":true,")
        .contains(
            "\"totals\":{\"USD\":{\"earned\":\"20.5\",",
            "\"volatility\":{\"USD\":null}",
            "\"oldestUnpaid\":[{\"platform\":\"Appen\",\"day\":\"2026-11-02\",\"daysLate\":21,",
            "\"quarters\":[{\"quarter\":\"2026Q4\",\"from\":\"2026-10-01\",\"to\":\"2026-12-31\","
                + "\"due\":null,\"basis\":\"landed\",\"amount\":{\"USD\":\"10\"},"
                + "\"setAside\":{\"USD\":\"2.5\"}",
            "\"landedBeyondEarned\":\"0\"");
  }
}
