package app.respite.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.money.MoneyDays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class MoneyCsvTest {
  @Test
  void eachMonthAndPlatformIsARowAndNoNameIsAFormula() throws IOException {
    MoneyDays days =
        new MoneyDays()
            .earned("2026-10-02", "=1+1", "20.50", "USD", 2)
            .earned("2026-11-02", "Appen", "9", "EUR", 1)
            .paid("2026-10-10", "=1+1", "20.5", "USD", "0.75");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    MoneyCsv.write(days.report("2026-10-01", "2026-11-30", "2026-11-30"), out);

    String text = out.toString(StandardCharsets.UTF_8);
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text))
            .getRecords();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().get("platform")).isEqualTo("'=1+1");
    assertThat(rows.getFirst().get("earned")).isEqualTo("20.5");
    assertThat(rows.getFirst().get("fees")).isEqualTo("0.75");
    assertThat(rows.getFirst().get("outstanding")).isEqualTo("0");
    assertThat(rows.getLast().get("per_work_hour")).isEqualTo("9");
    assertThat(rows.getLast().get("below_floor")).isEmpty();
  }
}
