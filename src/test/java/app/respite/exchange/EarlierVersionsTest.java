package app.respite.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.coach.port.JournalReader;
import app.respite.domain.day.Change;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.setting.Preferences;
import app.respite.journal.SqliteJournal;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");

  @TempDir private Path folder;

  private static Path of(int version, String name) {
    return Path.of("src", "test", "resources", "earlier", Integer.toString(version), name);
  }

  /** As it was then: what is typed waits for a decision. */
  private static final Preferences THEN =
      Preferences.DEFAULTS.with(CoachKeys.ITEMS_TYPED, CoachKeys.Typed.UNDECIDED);

  /** What is worked out otherwise on purpose: by the hours of what is decided. */
  private static final Set<String> OTHERWISE = Set.of("perWorkHour", "perPresentHour");

  private static Map<String, Object> review(JournalReader journal) throws JsonException {
    Map<String, Object> review =
        ReviewJson.of(
            ReviewService.review(
                journal,
                THEN,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 27),
                ZoneOffset.UTC,
                NOW));
    return Json.readObject(Json.write(review, ZoneOffset.UTC));
  }

  private static Map<String, Object> reviewItHad(int version) throws Exception {
    return Json.readObject(Files.readString(of(version, "review.json")).strip());
  }

  /** Everything there was is there still; keys may have been added. */
  private static void assertStillTold(String place, Object before, Object now) {
    switch (before) {
      case Map<?, ?> map -> {
        Map<?, ?> found = assertInstanceOf(Map.class, now, place);
        map.forEach(
            (key, value) -> {
              assertThat(found.containsKey(key)).as(place + "." + key).isTrue();
              if (!OTHERWISE.contains(key)) {
                assertStillTold(place + "." + key, value, found.get(key));
              }
            });
      }
      case List<?> list -> {
        List<?> found = assertInstanceOf(List.class, now, place);
        assertThat(found).as(place).hasSameSizeAs(list);
        for (int i = 0; i < list.size(); i++) {
          assertStillTold(place + "[" + i + "]", list.get(i), found.get(i));
        }
      }
      case null -> assertThat(now).as(place).isNull();
      default -> assertThat(now).as(place).isEqualTo(before);
    }
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
  @ValueSource(ints = {1, 2, 3})
  void aJournalOpensWithTheReviewItHad(int version) throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(restored(version))) {
      assertStillTold("review", reviewItHad(version), review(journal));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aJournalIsExportedAsItWas(int version) throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(restored(version))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      JournalExport.write(journal, null, ZoneOffset.UTC, out);
      assertThat(out.toString(StandardCharsets.UTF_8).lines())
          .containsExactlyElementsOf(Files.readAllLines(of(version, "export.jsonl")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anExportIsReadWithTheReviewItHad(int version) throws Exception {
    MemoryTarget journal = new MemoryTarget();
    ImportOptions options = ImportOptions.of(new UUID(1, 1), new UUID(1, 2), "salt", NOW);
    new Importer().run(of(version, "export.jsonl"), options, journal);
    InMemoryJournal kept = new InMemoryJournal();
    kept.write(journal.everything().stream().<Change>map(Change.Put::new).toList(), null);
    assertStillTold("review", reviewItHad(version), review(kept));
  }
}
