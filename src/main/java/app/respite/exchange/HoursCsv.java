package app.respite.exchange;

import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes hours to report as a table for spreadsheets: one row for each task and day, with moments
 * as ISO-8601 with offset and seconds as whole numbers. Text is as in {@link CsvExport}.
 */
public final class HoursCsv {
  private static final String[] HEADER = {
    "day",
    "task",
    "platform",
    "start",
    "end",
    "work_seconds",
    "break_seconds",
    "rounded",
    "reported",
    "report_by"
  };

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private HoursCsv() {}

  /**
   * Writes the rows; the stream stays open.
   *
   * @throws IOException where the stream takes no more
   */
  public static void write(HoursToReport hours, OutputStream to) throws IOException {
    CSVPrinter table = CsvExport.table(to);
    table.printRecord((Object[]) HEADER);
    for (Row row : hours.rows()) {
      Duration reported = row.reported();
      table.printRecord(
          row.day().toString(),
          PlainText.noFormula(row.task()),
          PlainText.noFormula(row.platform()),
          moment(row.start()),
          moment(row.end()),
          row.work().toSeconds(),
          row.breaks().toSeconds(),
          row.rounded().toSeconds(),
          reported == null ? null : reported.toSeconds(),
          row.reportBy() == null ? null : row.reportBy().toString());
    }
    table.flush();
  }

  private static @Nullable String moment(@Nullable OffsetDateTime at) {
    return at == null ? null : MOMENT.format(at);
  }
}
