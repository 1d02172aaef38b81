package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Task;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B76, B77: what others do to the files of a journal that is open. */
class RunningJournalTest {
  @TempDir Path home;

  private Path file;
  private SqliteJournal journal;
  private int written;

  @BeforeEach
  void open() {
    assumeTrue(File.separatorChar == '/', "open files cannot be taken away here");
    file = home.resolve("journal.db");
    journal = SqliteJournal.open(file);
    write(20);
  }

  @AfterEach
  void close() {
    if (journal != null) {
      journal.close();
    }
  }

  private void write(int count) {
    for (int i = 0; i < count; i++) {
      journal.record(
          List.of(new Change.Put(Task.named(new UUID(0, ++written), "Task " + written))),
          new Checkpoint(Instant.ofEpochSecond(written), "boot", Map.of("n", "" + written)));
    }
  }

  /** All that was written is in the file, for this journal, for a reader and after a crash. */
  private void nothingIsLost() throws IOException {
    assertThat(journal.all(Task.class)).hasSize(written);
    try (SqliteJournalReader reader = SqliteJournalReader.of(file)) {
      assertThat(reader.all(Task.class)).hasSize(written);
    }
    Path copy = Files.createDirectory(home.resolve("as-after-a-crash"));
    for (String end : List.of("", "-wal")) {
      Path part = file.resolveSibling(file.getFileName() + end);
      if (Files.exists(part)) {
        Files.copy(part, copy.resolve(part.getFileName()));
      }
    }
    try (SqliteJournal after = SqliteJournal.open(copy.resolve("journal.db"))) {
      assertThat(after.all(Task.class)).hasSize(written);
      assertThat(after.checkpoint().orElseThrow().values()).containsEntry("n", "" + written);
    }
  }

  private List<Path> strange() throws IOException {
    try (var files = Files.list(home)) {
      return files.filter(one -> one.toString().contains(".strange-")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-wal", "-shm", "-wal -shm", " -wal -shm"})
  void filesThatAreTakenAwayArePutBackBeforeAnythingIsAcknowledged(String ends) throws Exception {
    for (String end : ends.isEmpty() ? new String[] {""} : ends.split(" ")) {
      Files.deleteIfExists(home.resolve("journal.db" + end));
    }
    write(1);
    nothingIsLost();
    assertThat(strange()).isEmpty();
    if (!ends.equals("-shm")) {
      assertThat(journal.notice()).contains(file + " ", "while Respite ran").hasLineCount(1);
    }
    write(1);
    assertThat(journal.all(Task.class)).hasSize(written);
  }

  @Test
  void anotherFileInItsPlaceIsSetAsideWhole() throws Exception {
    Path other = home.resolve("other");
    Files.writeString(other, "not a journal at all");
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    write(1);
    assertThat(journal.notice()).contains("was replaced by another file", ".strange-1 now.");
    assertThat(strange()).hasSize(1);
    assertThat(strange().getFirst()).hasContent("not a journal at all");
    nothingIsLost();
  }

  @Test
  void anotherJournalInItsPlaceIsSetAsideToo() throws Exception {
    Path elsewhere = home.resolve("elsewhere/journal.db");
    try (SqliteJournal other = SqliteJournal.open(elsewhere)) {
      other.write(List.of(new Change.Put(Task.named(new UUID(9, 9), "Other"))), null);
    }
    Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
    write(1);
    nothingIsLost();
    Path aside = home.resolve("aside/journal.db");
    Files.createDirectory(aside.getParent());
    Files.copy(strange().getFirst(), aside);
    try (SqliteJournalReader reader = SqliteJournalReader.of(aside)) {
      assertThat(reader.all(Task.class)).extracting(Task::name).containsExactly("Other");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000, 5000})
  void aFileThatIsCutShortIsMendedOrNothingMoreIsAcknowledged(int length) throws Exception {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(length);
    }
    mendedOrRefused();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4096, 20_000})
  void pagesThatAreOverwrittenAreMendedOrNothingMoreIsAcknowledged(int from) throws Exception {
    journal.maintain();
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(from);
      byte[] nonsense = new byte[9000];
      Arrays.fill(nonsense, (byte) 0x5a);
      bytes.write(nonsense);
    }
    mendedOrRefused();
  }

  private void mendedOrRefused() throws IOException {
    try {
      write(1);
    } catch (JournalException refused) {
      written--;
      assertThat(refused.kind()).isEqualTo(JournalException.Kind.CORRUPT);
      assertThat(refused).hasMessageContaining(file.toString()).hasMessageNotContaining("SQLITE");
      return;
    }
    nothingIsLost();
    assertThat(journal.notice()).contains("was overwritten").contains(".strange-1 now.");
    assertThat(strange()).isNotEmpty();
  }

  @Test
  void anotherProgramThatWritesProperlyIsNoStranger() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = other.createStatement()) {
      sql.executeUpdate("UPDATE task SET name = 'Renamed' WHERE id = '" + new UUID(0, 1) + "'");
    }
    write(1);
    assertThat(journal.notice()).isEmpty();
    assertThat(journal.byId(Task.class, new UUID(0, 1)).orElseThrow().name()).isEqualTo("Renamed");
  }

  @Test
  void aJournalThatAnotherProgramHoldsIsSaidToBeInUseAndWaitedForOnlyOnce() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = other.createStatement()) {
      sql.executeUpdate("BEGIN EXCLUSIVE");
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> write(1)).hasMessageContaining("is in use by another program");
        written--;
      }
      sql.executeUpdate("ROLLBACK");
    }
    write(1);
    nothingIsLost();
  }

  @Test
  void aFolderThatIsGoneIsSaidAndWhatIsOpenIsPutBackOnceItIsThere() throws Exception {
    Path moved = home.resolveSibling(home.getFileName() + "-moved");
    Files.move(home, moved);
    try {
      assertThatThrownBy(() -> write(1)).hasMessageContaining("cannot be put back yet");
      written--;
      Files.createDirectory(home);
      write(1);
      nothingIsLost();
    } finally {
      try (var files = Files.walk(moved)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }
}
