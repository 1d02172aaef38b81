package app.respite.exchange;

import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.Row;
import app.respite.domain.money.MoneySums;
import app.respite.domain.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a report on money as a table for spreadsheets: one row for each month, platform and
 * currency, with amounts as they are and seconds as whole numbers. Text is as in {@link CsvExport}.
 */
public final class MoneyCsv {
  private static final String[] HEADER = {
    "month",
    "platform",
    "currency",
    "earned",
    "pending",
    "landed",
    "fees",
    "outstanding",
    "work_seconds",
    "present_seconds",
    "unpaid_seconds",
    "per_work_hour",
    "per_present_hour",
    "below_floor",
    "landed_beyond_earned"
  };

  private MoneyCsv() {}

  /**
   * Writes the rows; the stream stays open.
   *
   * @throws IOException where the stream takes no more
   */
  public static void write(MoneyReport report, OutputStream to) throws IOException {
    CSVPrinter table = CsvExport.table(to);
    table.printRecord((Object[]) HEADER);
    for (Row row : report.rows()) {
      MoneySums sums = row.sums();
      table.printRecord(
          row.month().toString(),
          PlainText.noFormula(row.platform()),
          PlainText.noFormula(row.currency()),
          sums.earned(),
          sums.pending(),
          sums.landed(),
          sums.fees(),
          row.balance().outstanding(),
          sums.work().toSeconds(),
          sums.present().toSeconds(),
          sums.unpaid().toSeconds(),
          sums.perWorkHour(),
          sums.perPresentHour(),
          row.belowFloor(),
          row.balance().beyondEarned());
    }
    table.flush();
  }
}
