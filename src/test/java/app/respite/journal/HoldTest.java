package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writes, many read. */
class HoldTest {
  private static final Task TASK = Task.named(new UUID(0, 1), "Boxes");

  @TempDir Path temp;
  private Path home;

  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectory(temp.resolve("home"));
  }

  @Test
  void aSecondWriterInThisProcessIsRefusedUntilTheFirstCloses() {
    try (var first = SqliteJournal.open(file())) {
      assertHeld("this process");
      first.write(List.of(new Change.Put(TASK)), null);
    }
    try (var second = SqliteJournal.open(file())) {
      assertThat(second.all(Task.class)).containsExactly(TASK);
    }
  }

  @Test
  void aWriterInAnotherProcessIsNamed() throws Exception {
    Process other = Writer.start(file(), Writer.Work.HOLD);
    try (BufferedReader out = other.inputReader()) {
      assertThat(out.readLine()).isEqualTo("open");
      assertHeld("process " + other.pid());
    } finally {
      other.destroyForcibly();
      other.waitFor();
    }
    SqliteJournal.open(file()).close();
  }

  /** On POSIX a process loses its locks on a file when it closes that file anywhere. */
  @Test
  void aRefusedSecondWriterDoesNotLetAnotherProcessIn() throws Exception {
    SqliteJournal.open(file()).close();
    try (var reader = SqliteJournalReader.of(file());
        var first = SqliteJournal.open(file())) {
      assertHeld("this process");
      assertThat(reader.sequence()).isEqualTo(first.sequence());
      assertThat(answerOfAnotherWriter()).contains("process " + ProcessHandle.current().pid());
    }
  }

  private String answerOfAnotherWriter() throws IOException, InterruptedException {
    Process other = Writer.start(file(), Writer.Work.HOLD);
    try (BufferedReader out = other.inputReader()) {
      return String.valueOf(out.readLine());
    } finally {
      other.destroyForcibly();
      other.waitFor();
    }
  }

  @Test
  void aReaderSeesWhatAnotherProcessWrites() throws Exception {
    Process other = Writer.start(file(), Writer.Work.NUMBERS);
    try (var reader = SqliteJournalReader.of(file());
        BufferedReader out = other.inputReader()) {
      String line = out.readLine();
      while (!line.equals("wrote 3")) {
        line = out.readLine();
      }
      assertThat(reader.all(Task.class)).hasSizeGreaterThanOrEqualTo(4);
      while (!line.equals("wrote 8")) {
        line = out.readLine();
      }
      assertThat(reader.sequence()).isGreaterThanOrEqualTo(9);
    } finally {
      other.destroyForcibly();
      other.waitFor();
    }
  }

  @Test
  void aJournalThatDoesNotExistReadsAsEmptyAndIsNotMade() throws IOException {
    try (var reader = SqliteJournalReader.of(file())) {
      assertThat(reader.all(Task.class)).isEmpty();
      assertThat(reader.byId(Task.class, TASK.id())).isEmpty();
      assertThat(reader.sequence()).isZero();
      try (var files = Files.list(home)) {
        assertThat(files).isEmpty();
      }
      try (var journal = SqliteJournal.open(file())) {
        journal.write(List.of(new Change.Put(TASK)), null);
        assertThat(reader.all(Task.class)).containsExactly(TASK);
      }
    }
  }

  @Test
  void aReaderLeavesNoTransactionOpen() throws IOException {
    try (var journal = SqliteJournal.open(file());
        var reader = SqliteJournalReader.of(file())) {
      for (int i = 0; i < 50; i++) {
        journal.write(List.of(new Change.Put(TASK)), null);
        assertThat(reader.all(Task.class)).containsExactly(TASK);
        assertThat(reader.byId(Task.class, TASK.id())).hasValue(TASK);
        assertThat(reader.sequence()).isEqualTo(journal.sequence());
      }
      assertThat(Files.size(home.resolve("journal.db-wal"))).isPositive();
      journal.maintain();
      // A reader in the middle of something would have kept the log from being emptied.
      assertThat(Files.size(home.resolve("journal.db-wal"))).isZero();
      assertThat(reader.all(Task.class)).containsExactly(TASK);
    }
  }

  @Test
  void aReaderInTheMiddleOfSomethingDelaysOnlyTheEmptyingOfTheLog() throws Exception {
    try (var journal = SqliteJournal.open(file());
        var viewer = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      viewer.setAutoCommit(false);
      viewer.createStatement().executeQuery("SELECT * FROM task").close();
      journal.write(List.of(new Change.Put(TASK)), null);
      journal.maintain();
      assertThat(Files.size(home.resolve("journal.db-wal"))).isPositive();
      viewer.commit();
      viewer.setAutoCommit(true);
      journal.maintain();
      assertThat(Files.size(home.resolve("journal.db-wal"))).isZero();
      assertThat(journal.all(Task.class)).containsExactly(TASK);
    }
  }

  @Test
  void closingLeavesOneFileAndAnEmptyLock() throws IOException {
    try (var journal = SqliteJournal.open(file())) {
      journal.write(List.of(new Change.Put(TASK)), null);
    }
    try (var files = Files.list(home)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("journal.db", "journal.lock");
    }
    assertThat(home.resolve("journal.lock")).isEmptyFile();
  }

  @Test
  void closingTwiceIsClosingOnce() {
    var journal = SqliteJournal.open(file());
    journal.close();
    try (var next = SqliteJournal.open(file())) {
      journal.close();
      assertHeld("this process");
      assertThat(next.all(Task.class)).isEmpty();
    }
  }

  private void assertHeld(String who) {
    JournalException failure =
        catchThrowableOfType(JournalException.class, () -> SqliteJournal.open(file()).close());
    assertThat(failure.kind()).isEqualTo(JournalException.Kind.HELD);
    assertThat(failure)
        .hasMessageContaining(home.toString())
        .hasMessageContaining(who)
        .hasMessageNotContaining("\n");
  }

  private Path file() {
    return home.resolve("journal.db");
  }
}
