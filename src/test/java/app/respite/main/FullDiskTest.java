package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * B76 on the real program, in a home on a small disk of its own: what was acknowledged is there
 * afterwards, and what was not is kept. Only where this user may mount.
 */
@Tag("program")
class FullDiskTest {
  private static final int BEFORE = 30;
  private static final int AFTER = 270;
  private static final int ALL = BEFORE + AFTER;
  private static final String ROOM = "size=1500k";

  @TempDir Path folder;

  private Path home;
  private CountingCoach coach;

  @BeforeEach
  void mount() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", home.toString()),
        "mounting takes a system and a user that can");
    coach = new CountingCoach(home, folder);
  }

  @AfterEach
  void unmount() throws Exception {
    if (coach != null) {
      coach.close();
      run("umount", "-l", home.toString());
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private void fill() throws IOException {
    try (OutputStream filler =
        Files.newOutputStream(
            home.resolve("filler"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] some = new byte[4096];
      while (true) {
        filler.write(some);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("space");
    }
  }

  private void free() throws IOException {
    Files.delete(home.resolve("filler"));
  }

  /** Counts items on a disk that fills up in between. */
  private void countOnFullDisk() throws IOException {
    coach.start();
    coach.startSprint();
    coach.count(BEFORE);
    assertThat(coach.acknowledged()).isEqualTo(BEFORE);
    fill();
    coach.count(AFTER, "the disk is full");
    assertThat(coach.keptOnly()).isPositive();
    assertThat(coach.latest().snapshot().items()).isEqualTo(ALL);
  }

  private String leftover() throws IOException {
    try (var files = Files.walk(folder.resolve("run"))) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().startsWith("respite-unsaved"))
              .toList();
      return found.isEmpty() ? "" : found.getFirst().toString();
    }
  }

  private void allIsThereAtTheNextStart() throws Exception {
    assertThat(coach.itemsAfterNextStart()).isEqualTo(ALL);
    assertThat(leftover()).isEmpty();
  }

  @RepeatedTest(2)
  void killedWhatWasAcknowledgedIsThere() throws Exception {
    countOnFullDisk();
    coach.kill();
    coach.status();
    free();
    assertThat(coach.itemsAfterNextStart()).isBetween(coach.acknowledged(), ALL);
  }

  @RepeatedTest(2)
  void quitKeepsAllOfItElsewhereAndSaysWhere() throws Exception {
    countOnFullDisk();
    RealProgram.Run quit = coach.respite().run("quit");
    String place = leftover();
    assertThat(place).isNotEmpty();
    quit.failed(3, "the disk is full", place, "the next start takes it in");
    assertThat(coach.status()).isEqualTo(3);
    free();
    allIsThereAtTheNextStart();
  }

  @RepeatedTest(2)
  void endedByTheSystemItKeepsAllOfItElsewhere() throws Exception {
    countOnFullDisk();
    coach.terminate();
    assertThat(coach.status()).isEqualTo(3);
    assertThat(leftover()).isNotEmpty();
    free();
    allIsThereAtTheNextStart();
  }

  @RepeatedTest(2)
  void onceThereIsRoomItIsWrittenAndTheMessageGoes() throws Exception {
    countOnFullDisk();
    RealProgram respite = coach.respite();
    assertThat(respite.run("status").ok().out()).contains("kept in memory, not on disk yet");
    assertThat(respite.run("status", "--json").ok().out()).contains("\"onDisk\":false");
    respite.run("item").failed(3, "kept in memory, not on disk yet", "the disk is full");
    respite.run("task", "add", "Other").failed(3, "the disk is full");
    free();
    RealProgram.until("it is written", () -> coach.latest().onDisk());
    assertThat(respite.run("status").ok().out()).doesNotContain("not on disk");
    coach.kill();
    coach.status();
    assertThat(coach.itemsAfterNextStart()).isEqualTo(ALL + 1);
  }

  @Test
  void aStartOnTheFullDiskLosesNothingOfWhatWaitsElsewhere() throws Exception {
    countOnFullDisk();
    coach.respite().run("quit").failed(3);
    assertThat(coach.status()).isEqualTo(3);
    String place = leftover();
    fill();
    coach.respite().run("task", "add", "Other").failed(3, home.toString());
    assertThat(leftover()).isEqualTo(place);
    free();
    allIsThereAtTheNextStart();
  }
}
