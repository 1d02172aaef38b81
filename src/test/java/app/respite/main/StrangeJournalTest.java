package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B76, B77 on the real program: what others do to the journal of a coach at work. */
@Tag("program")
class StrangeJournalTest {
  private static final int BEFORE = 20;
  private static final int AFTER = 10;

  @TempDir Path folder;

  private Path home;
  private Path file;
  private CountingCoach coach;

  @BeforeEach
  void atWork() throws Exception {
    assumeTrue(File.separatorChar == '/', "open files cannot be taken away here");
    home = folder.resolve("home");
    file = home.resolve("journal.db");
    coach = new CountingCoach(home, folder);
    coach.start();
    coach.startSprint();
    coach.count(BEFORE);
  }

  @AfterEach
  void end() {
    coach.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm", "rm -wal", "rm all", "mv"})
  void isNoticedAtTheNextItemToldAndLosesNothing(String deed) throws Exception {
    switch (deed) {
      case "rm" -> Files.delete(file);
      case "rm -wal" -> Files.delete(home.resolve("journal.db-wal"));
      case "rm all" -> {
        for (String end : new String[] {"", "-wal", "-shm"}) {
          Files.delete(home.resolve("journal.db" + end));
        }
      }
      default -> {
        Path other = Files.writeString(folder.resolve("other"), "something else");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    coach.count(AFTER);
    assertThat(coach.acknowledged()).isEqualTo(BEFORE + AFTER);
    assertThat(coach.respite().run("status").ok().out())
        .contains("The journal " + file, "while Respite ran; nothing is lost");
    if (deed.equals("mv")) {
      assertThat(home.resolve("journal.db.strange-1")).hasContent("something else");
    }
    coach.kill();
    coach.status();
    assertThat(coach.itemsAfterNextStart()).isEqualTo(BEFORE + AFTER);
  }

  @Test
  void cutShortNothingMoreIsAcknowledgedAndQuitKeepsWhatCameAfter() throws Exception {
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(0);
    }
    // A reader that opens an empty file removes its -wal, so either may be seen first.
    coach.count(AFTER, "by something else", "is damaged");
    assertThat(coach.keptOnly()).isEqualTo(AFTER);
    coach.respite().run("quit").failed(3, "is damaged", "the next start takes it in");
    assertThat(coach.status()).isEqualTo(3);
    coach.respite().run("review").failed(3, "restore --salvage");
    coach.respite().run("restore", "--salvage").ok();
    assertThat(coach.itemsAfterNextStart()).isEqualTo(BEFORE + AFTER);
  }

  @Test
  void heldByAnotherProgramItIsSaidAndWrittenOnceItIsLetGo() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = other.createStatement()) {
      sql.executeUpdate("BEGIN EXCLUSIVE");
      coach.count(AFTER, "is in use by another program");
      assertThat(coach.keptOnly()).isEqualTo(AFTER);
      sql.executeUpdate("ROLLBACK");
    }
    RealProgram.until("it is written", () -> coach.latest().onDisk());
    coach.kill();
    coach.status();
    assertThat(coach.itemsAfterNextStart()).isEqualTo(BEFORE + AFTER);
  }
}
