package app.respite.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.coach.port.JournalReader;
import app.respite.domain.day.Change;
import app.respite.domain.setting.Preferences;
import app.respite.journal.SqliteJournal;
import app.respite.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Journals and exports that earlier versions of the program wrote, each folder by the version of
 * its tables, and the review that version printed of them: {@code earlier/N/}. The files were made
 * by those versions and stay as they are.
 */
class EarlierVersionsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T18:00:00Z");

  @TempDir private Path folder;

  private static Path of(int version, String name) {
    return Path.of("src", "test", "resources", "earlier", Integer.toString(version), name);
  }

  private static String review(JournalReader journal) {
    return Json.write(
        ReviewJson.of(
            ReviewService.review(
                journal,
                Preferences.DEFAULTS,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 27),
                ZoneOffset.UTC,
                NOW)),
        ZoneOffset.UTC);
  }

  /** Without the end of the document, since keys that are added stand behind those there are. */
  private static String reviewItHad(int version) throws IOException {
    String json = Files.readString(of(version, "review.json")).strip();
    return json.substring(0, json.length() - 1);
  }

  private Path restored(int version) throws Exception {
    Path file = folder.resolve("journal.db");
    try (Connection to = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = to.createStatement()) {
      statement.executeUpdate(Files.readString(of(version, "journal.sql")));
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aJournalOpensWithTheReviewItHad(int version) throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(restored(version))) {
      assertThat(review(journal)).startsWith(reviewItHad(version));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aJournalIsExportedAsItWas(int version) throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(restored(version))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      JournalExport.write(journal, null, ZoneOffset.UTC, out);
      assertThat(out.toString(StandardCharsets.UTF_8).lines())
          .containsExactlyElementsOf(Files.readAllLines(of(version, "export.jsonl")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anExportIsReadWithTheReviewItHad(int version) throws Exception {
    MemoryTarget journal = new MemoryTarget();
    ImportOptions options = ImportOptions.of(new UUID(1, 1), new UUID(1, 2), "salt", NOW);
    new Importer().run(of(version, "export.jsonl"), options, journal);
    InMemoryJournal kept = new InMemoryJournal();
    kept.write(journal.everything().stream().<Change>map(Change.Put::new).toList(), null);
    assertThat(review(kept)).startsWith(reviewItHad(version));
  }
}
