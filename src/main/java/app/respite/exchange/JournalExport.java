package app.respite.exchange;

import app.respite.coach.port.JournalReader;
import app.respite.coach.port.RecordFields;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal as JSON lines, one record each, tasks first. Importing them gives the same
 * records, ids included.
 */
public final class JournalExport {
  private JournalExport() {}

  /**
   * Writes a journal as UTF-8; the stream stays open.
   *
   * @param within only what touches this stretch of time, and all tasks; null for everything
   * @param zone of the offsets that moments are written with
   * @throws IOException where the stream takes no more
   */
  public static void write(
      JournalReader journal, @Nullable Interval within, ZoneId zone, OutputStream to)
      throws IOException {
    Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    for (Class<? extends JournalRecord> kind : RecordFields.kinds().values()) {
      List<? extends JournalRecord> records =
          within == null || kind == Task.class ? journal.all(kind) : journal.find(kind, within);
      for (JournalRecord record : records) {
        text.write(line(record, zone));
        text.write('\n');
      }
    }
    text.flush();
  }

  /** One record as one line, without the line end. */
  public static String line(JournalRecord record, ZoneId zone) {
    return Json.write(RecordJson.write(record), zone);
  }
}
