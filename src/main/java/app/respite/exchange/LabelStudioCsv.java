package app.respite.exchange;

import app.respite.domain.text.PlainText;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.exchange.CsvTable.Column;
import app.respite.exchange.CsvTable.Row;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Label Studio's CSV and TSV: one row an annotation, without the skipped ones and without reviews,
 * so everything in it is pending. An annotation has the same id here as in the full JSON.
 */
final class LabelStudioCsv implements ImportFormat {
  private static final Set<String> NAMES =
      Set.of("annotation_id", "annotator", "created_at", "updated_at", "lead_time", "id");

  @Override
  public String name() {
    return "labelstudio-csv";
  }

  @Override
  public String tool() {
    return "Label Studio";
  }

  @Override
  public boolean sniff(String head) {
    return CsvTable.header(head, NAMES)
        .containsAll(Set.of("annotation_id", "created_at", "lead_time"));
  }

  @Override
  public void read(InputStream utf8, ImportOptions options, ImportSink sink) throws IOException {
    CsvTable.read(
        utf8,
        NAMES,
        options,
        sink,
        table -> {
          Column id = table.needed("annotation_id");
          Column created = table.needed("created_at");
          Column lead = table.needed("lead_time");
          Column updated = table.column("updated_at");
          Column worker = table.column("annotator");
          return row -> sink.item(item(row, id, worker, created, updated, lead, options.now()));
        });
  }

  private static ToolItem item(
      Row row, Column id, Column worker, Column created, Column updated, Column lead, Instant now)
      throws BadRow {
    String annotation = row.get(id).strip();
    if (annotation.isEmpty() || annotation.length() > 200) {
      throw new BadRow("no annotation_id");
    }
    Optional<Instant> made = Times.iso(row.get(created));
    Instant end = made.filter(time -> Times.isUsable(time, now)).orElse(null);
    Instant saved =
        Times.iso(row.get(updated)).filter(time -> Times.isUsable(time, now)).orElse(null);
    return new ToolItem(
        Ids.labelStudio(annotation, made.orElse(null)),
        PlainText.without(Ids.labelStudioKey(annotation, made.orElse(null))),
        row.get(worker).strip(),
        "",
        null,
        end,
        LabelStudioJson.leadMillis(row.get(lead)).orElse(null),
        ItemOutcome.PENDING,
        1,
        null,
        saved,
        end != null
            && saved != null
            && Duration.between(end, saved).compareTo(Duration.ofSeconds(1)) > 0,
        end == null && !row.get(created).isBlank());
  }
}
