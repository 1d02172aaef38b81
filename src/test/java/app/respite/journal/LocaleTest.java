package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.RandomRecords;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A journal written where letters and digits differ reads the same everywhere. */
class LocaleTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"tr,TR,Pacific/Apia", "ar,EG,Asia/Kolkata", "de,DE,America/Los_Angeles"})
  void aJournalWrittenInAnotherCountryReadsTheSameHere(String language, String country, String zone)
      throws Exception {
    Path file = home.resolve("home/journal.db");
    Process process =
        Writer.start(
            file,
            Writer.Work.RANDOM_RECORDS,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.timezone=" + zone);
    try (var out = process.inputReader()) {
      assertThat(out.lines()).containsExactly("open", "Random", "done");
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    var written = new ArrayList<JournalRecord>();
    for (Change change : Writer.randomRecords()) {
      written.add(((Change.Put) change).record());
    }
    var found = new ArrayList<JournalRecord>();
    try (var reader = SqliteJournalReader.of(file)) {
      for (Class<? extends JournalRecord> kind : RandomRecords.KINDS) {
        found.addAll(reader.all(kind));
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(written);
  }
}
