package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.domain.day.Input;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.journal.SqliteJournalReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * B76 on the real program, in a home on a small disk of its own: what was acknowledged is there
 * afterwards, and what was not is kept or said to be lost. Only where this user may mount.
 */
class FullDiskTest {
  private static final int ITEMS = 300;
  private static final String ROOM = "size=1500k";

  @TempDir Path folder;

  private Path home;
  private RealProgram respite;
  private Program program;
  private Process coach;
  private int acknowledged;
  private int keptOnly;

  @BeforeEach
  void mount() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", home.toString()),
        "mounting takes a system and a user that can");
    respite = new RealProgram(home);
    Folders folders =
        Folders.of(
            home,
            Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString()),
            "Linux",
            folder,
            "me",
            folder);
    program =
        new Program(
            folders,
            home,
            new SystemClock("1", Instant.now().toString()),
            new LogFile(folder.resolve("test.log")),
            "test");
    respite.run("task", "add", "Boxes").ok();
  }

  @AfterEach
  void unmount() throws Exception {
    if (coach != null) {
      coach.destroyForcibly().waitFor();
    }
    if (home != null) {
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

  private CoachLink started() throws IOException {
    coach = respite.start(respite.output(), "coach");
    CoachLink[] found = new CoachLink[1];
    RealProgram.until(
        "the coach answers",
        () -> {
          Optional<CoachLink> link = program.coach();
          link.ifPresent(here -> found[0] = here);
          return link.isPresent();
        });
    return found[0];
  }

  /** Counts items one by one on a disk that fills up in between. */
  private void countOnFullDisk() throws IOException {
    try (CoachLink link = started()) {
      link.send(new Input.Start(Task.named(new UUID(0, 0), "Boxes"), Duration.ofMinutes(25), false))
          .join();
      for (int i = 0; i < ITEMS; i++) {
        if (i == ITEMS / 10) {
          fill();
        }
        try {
          link.send(new Input.Items(1)).join();
          acknowledged++;
        } catch (CompletionException failed) {
          assertThat(failed.getCause())
              .isInstanceOfSatisfying(
                  CoachException.class,
                  told -> assertThat(told.kind()).isEqualTo(CoachException.Kind.STORE))
              .hasMessageStartingWith("kept in memory, not on disk yet: The journal " + home)
              .hasMessageContaining("the disk is full");
          keptOnly++;
        }
      }
    }
    try (CoachLink look = program.coach().orElseThrow()) {
      assertThat(look.latest().snapshot().items()).isEqualTo(ITEMS);
    }
    assertThat(acknowledged).isGreaterThanOrEqualTo(ITEMS / 10);
    assertThat(keptOnly).isPositive();
  }

  private int status() throws InterruptedException {
    assertThat(coach.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return coach.exitValue();
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

  /** The items of a coach that is started and ended once more, then of its journal. */
  private int itemsAfterNextStart() throws Exception {
    int live;
    try (CoachLink link = started()) {
      live = link.latest().snapshot().items();
      assertThat(link.latest().onDisk()).as(link.latest().trouble()).isTrue();
    }
    assertThat(leftover()).isEmpty();
    respite.run("quit").ok();
    assertThat(status()).isZero();
    try (SqliteJournalReader journal = SqliteJournalReader.of(home.resolve("journal.db"))) {
      int written =
          journal.all(Sprint.class).stream()
              .mapToInt(sprint -> sprint.items() == null ? 0 : sprint.items())
              .sum();
      assertThat(written).isGreaterThanOrEqualTo(live);
      return written;
    }
  }

  @RepeatedTest(2)
  void killedWhatWasAcknowledgedIsThere() throws Exception {
    countOnFullDisk();
    coach.destroyForcibly();
    status();
    free();
    assertThat(itemsAfterNextStart()).isBetween(acknowledged, ITEMS);
  }

  @RepeatedTest(2)
  void quitKeepsAllOfItElsewhereAndSaysWhere() throws Exception {
    countOnFullDisk();
    RealProgram.Run quit = respite.run("quit");
    String place = leftover();
    assertThat(place).isNotEmpty();
    quit.failed(3, "the disk is full", place, "the next start takes it in");
    assertThat(status()).isEqualTo(3);
    free();
    assertThat(itemsAfterNextStart()).isEqualTo(ITEMS);
  }

  @RepeatedTest(2)
  void endedByTheSystemItKeepsAllOfItElsewhere() throws Exception {
    countOnFullDisk();
    coach.destroy();
    assertThat(status()).isEqualTo(3);
    assertThat(leftover()).isNotEmpty();
    free();
    assertThat(itemsAfterNextStart()).isEqualTo(ITEMS);
  }

  @RepeatedTest(2)
  void onceThereIsRoomItIsWrittenAndTheMessageGoes() throws Exception {
    countOnFullDisk();
    assertThat(respite.run("status").ok().out()).contains("kept in memory, not on disk yet");
    assertThat(respite.run("status", "--json").ok().out()).contains("\"onDisk\":false");
    respite.run("item").failed(3, "kept in memory, not on disk yet", "the disk is full");
    respite.run("task", "add", "Other").failed(3, "the disk is full");
    free();
    RealProgram.until(
        "it is written",
        () -> respite.run("status", "--json").ok().out().contains("\"onDisk\":true"));
    assertThat(respite.run("status").ok().out()).doesNotContain("not on disk");
    coach.destroyForcibly();
    status();
    assertThat(itemsAfterNextStart()).isEqualTo(ITEMS + 1);
  }

  @Test
  void aStartOnTheFullDiskLosesNothingOfWhatWaitsElsewhere() throws Exception {
    countOnFullDisk();
    respite.run("quit").failed(3);
    assertThat(status()).isEqualTo(3);
    String place = leftover();
    fill();
    respite.run("task", "add", "Other").failed(3, home.toString());
    assertThat(leftover()).isEqualTo(place);
    free();
    assertThat(itemsAfterNextStart()).isEqualTo(ITEMS);
  }
}
