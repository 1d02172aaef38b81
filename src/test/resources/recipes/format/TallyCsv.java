package app.respite.exchange;

import app.respite.domain.text.PlainText;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.exchange.CsvTable.Column;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;

/** The table of a tally sheet: one row an item, with its end and seconds. */
final class TallyCsv implements ImportFormat {
  private static final Set<String> NAMES = Set.of("tally_id", "ended_at", "seconds");

  @Override
  public String name() {
    return "tally-csv";
  }

  @Override
  public String tool() {
    return "Tally";
  }

  @Override
  public boolean sniff(String head) {
    return CsvTable.header(head, NAMES).containsAll(NAMES);
  }

  @Override
  public void read(InputStream utf8, ImportOptions options, ImportSink sink) throws IOException {
    CsvTable.read(
        utf8,
        NAMES,
        options,
        sink,
        table -> {
          Column id = table.needed("tally_id");
          Column ended = table.needed("ended_at");
          Column seconds = table.needed("seconds");
          return row -> {
            String key = PlainText.without(row.get(id)).strip();
            if (key.isEmpty()) {
              throw new BadRow("no tally_id");
            }
            Instant end =
                Times.iso(row.get(ended))
                    .filter(time -> Times.isUsable(time, options.now()))
                    .orElseThrow(() -> new BadRow("no ended_at"));
            sink.item(
                new ToolItem(
                    Ids.item(name(), "", key),
                    key,
                    "",
                    "",
                    null,
                    end,
                    LabelStudioJson.leadMillis(row.get(seconds)).orElse(null),
                    ItemOutcome.PENDING,
                    1,
                    null,
                    null,
                    false,
                    false));
          };
        });
  }
}
