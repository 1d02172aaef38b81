package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups and the ways back, as a person goes them in a terminal. */
@Tag("program")
class BackupsOfTheProgramTest {
  @TempDir Path temp;
  private RealProgram respite;

  @BeforeEach
  void aHome() {
    respite = new RealProgram(temp.resolve("home"));
  }

  @Test
  void b50ABackupIsBroughtBackBesideARunningCoachAndThatIsUndone() throws IOException {
    respite.run("backup").failed(1, "nothing is recorded here yet");
    respite.run("task", "add", "Boxes").ok();
    assertThat(respite.run("backup").ok().out()).contains("Backed up and checked", "1 task");
    Path copy = only(".*-asked\\.db");
    respite.run("task", "add", "Voices").ok();
    respite.run("start", "Voices").ok();
    try (RealProgram coach = respite) {
      assertThat(coach.home()).isDirectory();
      RealProgram.Run trial = respite.run("restore", copy.toString(), "--dry-run").ok();
      assertThat(trial.out()).contains("tasks    1, 1 fewer than now; newest Boxes, now Voices");
      assertThat(trial.out()).contains("Nothing was changed.");
      assertThat(tasks()).contains("Voices");

      assertThat(respite.run("restore", copy.toString()).ok().out())
          .contains("Restored:", "is kept as");
      assertThat(tasks()).contains("Boxes").doesNotContain("Voices");
      // The coach runs again, and knows the restored journal alone.
      respite.run("status").ok();

      Path replaced = only(".*-replaced\\.db");
      respite.run("restore", replaced.toString()).ok();
      assertThat(tasks()).contains("Boxes", "Voices");
      assertThat(respite.run("restore").ok().out()).contains("asked for", "replaced by a restore");
    }
  }

  @Test
  void b77ADamagedJournalIsToldByEveryReaderWithTheWayBackAndThatWayWorks() throws IOException {
    respite.run("task", "add", "Boxes").ok();
    respite.run("backup").ok();
    Path copy = only(".*-asked\\.db");
    Path journal = respite.home().resolve("journal.db");
    byte[] sound = Files.readAllBytes(journal);
    List<List<String>> readers =
        List.of(List.of("review"), List.of("log"), List.of("export"), List.of("task", "list"));
    for (String harm : List.of("empty", "gone", "magic")) {
      Files.write(journal, sound);
      harm(journal, harm);
      for (List<String> reader : readers) {
        respite
            .run(reader.toArray(String[]::new))
            .failed(3, "journal.db", "respite restore " + copy);
      }
      respite.run("start", "Boxes").failed(3, "respite restore " + copy);
      if (harm.equals("magic")) {
        assertThat(respite.run("restore", "--salvage", "--dry-run").ok().out())
            .contains("1 task, all", "Nothing was changed.");
      }
      respite.run("restore", copy.toString()).ok();
      assertThat(tasks()).as(harm).contains("Boxes");
    }
    assertThat(names(respite.home())).anyMatch(name -> name.matches("journal-.*-damaged\\.db"));
  }

  @Test
  void aRestoreKilledAtAnyMomentLeavesOneJournalOrTheOther() throws Exception {
    respite.run("task", "add", "Boxes").ok();
    respite.run("backup").ok();
    Path copy = only(".*-asked\\.db");
    respite.run("task", "add", "Voices").ok();
    Random random = new Random(11);
    for (int round = 0; round < 6; round++) {
      Process restore = respite.start(respite.output(), "restore", copy.toString());
      // Anywhere from its start to its end, however slow the machine.
      if (!restore.waitFor(200 + random.nextInt(1500), TimeUnit.MILLISECONDS)) {
        restore.destroyForcibly().waitFor();
      }
      assertThat(tasks()).contains("Boxes");
    }
    respite.run("restore", copy.toString()).ok();
    assertThat(tasks()).contains("Boxes").doesNotContain("Voices");
  }

  private static void harm(Path journal, String how) throws IOException {
    switch (how) {
      case "empty" -> Files.write(journal, new byte[0]);
      case "gone" -> Files.delete(journal);
      default -> {
        try (var bytes = new RandomAccessFile(journal.toFile(), "rw")) {
          bytes.write(new byte[16]);
        }
      }
    }
  }

  private String tasks() {
    return respite.run("task", "list").ok().out();
  }

  private Path only(String name) throws IOException {
    try (Stream<Path> files = Files.list(respite.home().resolve("backups"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
