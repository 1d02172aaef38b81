package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Backups;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.RandomRecords;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B77: whatever is damaged is told, never taken for nothing, and what can be read comes back. */
class DamageTest {
  private static final long SEED = 20261130;
  private static final int PAGE = 4096;

  @TempDir Path temp;
  private Path sound;
  private Path file;
  private List<JournalRecord> records;
  private SqliteBackups backups;

  @BeforeEach
  void aJournalWithThousandsOfRecords() {
    sound = temp.resolve("sound/journal.db");
    file = temp.resolve("home/journal.db");
    backups =
        new SqliteBackups(
            file,
            () -> file.resolveSibling("backups"),
            () -> LocalDateTime.parse("2026-03-02T10:00:00"),
            () -> Inspection.CALENDAR);
    var random = new RandomRecords(SEED, 0.5);
    try (var journal = SqliteJournal.open(sound)) {
      for (int write = 0; write < 2; write++) {
        journal.write(
            Stream.generate(random::any).limit(500).<Change>map(Change.Put::new).toList(), null);
      }
      records = SqliteBackupsTest.records(journal);
    }
  }

  /** How a file comes to harm. */
  private interface Harm {
    void to(RandomAccessFile file, Random random) throws IOException;
  }

  private static final Map<String, Harm> HARMS =
      new HashMap<>(
          Map.of(
              "a flipped bit",
              (bytes, random) -> {
                long at = random.nextLong(bytes.length());
                bytes.seek(at);
                int was = bytes.read();
                bytes.seek(at);
                bytes.write(was ^ 1 << random.nextInt(8));
              },
              "flipped bytes",
              (bytes, random) -> {
                for (int i = 0; i < 20; i++) {
                  bytes.seek(random.nextLong(bytes.length()));
                  bytes.write(random.nextInt(256));
                }
              },
              "overwritten pages",
              (bytes, random) -> {
                byte[] junk = new byte[PAGE];
                for (int i = 0; i < 5; i++) {
                  random.nextBytes(junk);
                  bytes.seek(PAGE * random.nextLong(bytes.length() / PAGE));
                  bytes.write(junk);
                }
              },
              "zeroed pages",
              (bytes, random) -> {
                bytes.seek(PAGE * random.nextLong(bytes.length() / PAGE));
                bytes.write(new byte[PAGE]);
              },
              "wrong magic",
              (bytes, random) -> {
                bytes.seek(0);
                bytes.write("no journal".getBytes(StandardCharsets.US_ASCII));
              },
              "no first page",
              (bytes, random) -> {
                bytes.seek(0);
                byte[] junk = new byte[PAGE];
                random.nextBytes(junk);
                bytes.write(junk);
              },
              "cut short",
              (bytes, random) -> bytes.setLength(1 + random.nextLong(bytes.length() - 1)),
              "emptied",
              (bytes, random) -> bytes.setLength(0)));

  @Test
  void everyKindOfDamageIsToldOrHarmlessAndLeavesTheFileAlone() throws IOException {
    Map<String, Integer> told = new HashMap<>();
    int seed = 0;
    for (int round = 0; round < 2; round++) {
      for (var harm : HARMS.entrySet()) {
        String what = harm.getKey() + ", seed " + ++seed;
        harm(harm.getValue(), seed);
        byte[] before = Files.readAllBytes(file);
        String said = opened(what);
        if (said.isEmpty()) {
          // What no check can see is a changed word or number; nothing of it is missing.
          continue;
        }
        told.merge(harm.getKey(), 1, Integer::sum);
        assertThat(said)
            .as(what)
            .contains(file.toString())
            .contains("respite restore")
            .doesNotContain("\n", "Exception");
        assertThat(Files.readAllBytes(file)).as(what).isEqualTo(before);
      }
    }
    assertThat(told.get("emptied")).isEqualTo(2);
    assertThat(told.get("wrong magic")).isEqualTo(2);
    assertThat(told.get("no first page")).isEqualTo(2);
    assertThat(told.get("cut short")).isEqualTo(2);
    assertThat(told.get("zeroed pages")).isPositive();
    assertThat(told.get("overwritten pages")).isPositive();
  }

  /** What a start and a reader say; empty where all records can be read. */
  private String opened(String what) {
    String said = "";
    try (var journal = SqliteJournal.open(file, backups)) {
      assertThat(SqliteBackupsTest.records(journal)).as(what).hasSize(records.size());
    } catch (JournalException refused) {
      assertThat(refused.kind()).as(what).isIn(JournalException.Kind.CORRUPT);
      said = String.valueOf(refused.getMessage());
    }
    if (!said.isEmpty()) {
      try (var reader = SqliteJournalReader.of(file)) {
        assertThat(SqliteBackupsTest.records(reader)).as(what).isNotEmpty();
      } catch (JournalException refused) {
        assertThat(refused.kind()).as(what).isEqualTo(JournalException.Kind.CORRUPT);
      }
    }
    return said;
  }

  @Test
  void whatCanBeReadOfADamagedJournalComesOverAndTheDamagedOneIsKept() throws IOException {
    Set<JournalRecord> all = new HashSet<>(records);
    int seed = 1000;
    for (var harm : HARMS.entrySet()) {
      String what = harm.getKey() + ", seed " + ++seed;
      harm(harm.getValue(), seed);
      byte[] damaged = Files.readAllBytes(file);
      try {
        Backups.Salvaged trial = backups.salvage(null, true);
        assertThat(Files.readAllBytes(file)).as(what).isEqualTo(damaged);
        Backups.Salvaged salvaged = backups.salvage(null, false);
        assertThat(salvaged.tables()).as(what).isEqualTo(trial.tables());
        Backups.Restored restored = salvaged.restored();
        assertThat(restored).as(what).isNotNull();
        assertThat(restored.kept()).as(what).isNotNull();
        List<JournalRecord> back;
        try (var journal = SqliteJournal.open(file, backups)) {
          back = SqliteBackupsTest.records(journal);
        }
        assertThat(back).as(what).hasSize((int) salvaged.holding().rows());
        int least =
            switch (harm.getKey()) {
              case "wrong magic" -> records.size();
              case "a flipped bit" -> records.size() - 100;
              case "no first page", "zeroed pages", "flipped bytes" -> records.size() / 2;
              default -> 0;
            };
        assertThat(back).as(what).hasSizeGreaterThanOrEqualTo(least);
        if (harm.getKey().equals("wrong magic")) {
          assertThat(new HashSet<>(back)).as(what).isEqualTo(all);
        }
      } catch (CoachException nothing) {
        assertThat(nothing).as(what).hasMessageContaining("nothing can be read");
        assertThat(harm.getKey()).as(what).isIn("emptied", "cut short");
        assertThat(Files.readAllBytes(file)).as(what).isEqualTo(damaged);
      }
      assertThat(SqliteBackupsTest.names(file.getParent()))
          .as(what)
          .noneMatch(name -> name.contains(".new") || name.endsWith(".part"));
    }
  }

  @Test
  void theLastChangesOfALostJournalComeOutOfItsLog() throws IOException {
    try (var journal = SqliteJournal.open(sound)) {
      journal.write(Writer.randomRecords(), null);
      records = SqliteBackupsTest.records(journal);
      clear();
      Files.copy(sound, file);
      Files.copy(sound.resolveSibling("journal.db-wal"), file.resolveSibling("journal.db-wal"));
    }
    try (var whole = SqliteJournalReader.of(file)) {
      assertThat(SqliteBackupsTest.records(whole)).isEqualTo(records);
    }
    Files.delete(file);
    Files.deleteIfExists(file.resolveSibling("journal.db-shm"));
    assertThat(opened("a lost journal with its log")).contains("is gone, but journal.db-wal");
    Backups.Salvaged salvaged = backups.salvage(null, false);
    assertThat(salvaged.holding().rows()).isPositive();
    assertThat(salvaged.restored()).isNotNull();
    assertThat(salvaged.restored().kept()).isNotNull().isRegularFile();
  }

  private void harm(Harm harm, long seed) throws IOException {
    clear();
    Files.copy(sound, file);
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      harm.to(bytes, new Random(seed));
    }
  }

  private void clear() throws IOException {
    Files.createDirectories(file.getParent());
    List<Path> old = new ArrayList<>();
    try (Stream<Path> files = Files.walk(file.getParent())) {
      files.filter(Files::isRegularFile).forEach(old::add);
    }
    for (Path path : old) {
      Files.delete(path);
    }
  }
}
