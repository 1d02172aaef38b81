package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.JournalReader;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.journal.SqliteJournal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and export over the journal on disk. */
class RealJournalTest {
  @TempDir Path folder;

  private static String export(JournalReader journal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JournalExport.write(journal, null, ZoneId.of("Europe/Berlin"), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aJournalMovesToAnotherOneWithoutLoss() throws Exception {
    List<JournalRecord> records = new RandomRecords(99).some(1200);
    Path exported = file(folder, "one.jsonl", export(new MemoryJournal(records)));
    try (SqliteJournal journal = SqliteJournal.open(folder.resolve("a/journal.db"))) {
      ImportTarget target = ImportTarget.of(journal, changes -> journal.write(changes, "import"));
      assertThat(run(exported, target).added()).isEqualTo(records.size());
      long sequence = journal.sequence();
      assertThat(run(exported, target).unchanged()).isEqualTo(records.size());
      assertThat(journal.sequence()).isEqualTo(sequence);
      assertThat(export(journal).lines().sorted())
          .containsExactlyElementsOf(Files.readAllLines(exported).stream().sorted().toList());
    }
  }

  @Test
  void aToolsExportIsKeptAndComesAgainUnchanged() throws Exception {
    Path labels = folder.resolve("labels.json");
    long items = LargeExport.write(labels, 1 << 20, 3, 5);
    try (SqliteJournal journal = SqliteJournal.open(folder.resolve("b/journal.db"))) {
      ImportTarget target = ImportTarget.of(journal, changes -> journal.write(changes, "import"));
      assertThat(run(labels, target).added()).isEqualTo(items);
      assertThat(journal.all(WorkItem.class)).hasSize((int) items);
      assertThat(run(labels, target).unchanged()).isEqualTo(items);
    }
  }
}
