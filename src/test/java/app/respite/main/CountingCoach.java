package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.Update;
import app.respite.domain.day.Input;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.journal.SqliteJournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A coach in a process of its own that counts items, and a count of what it acknowledged. */
final class CountingCoach implements AutoCloseable {
  private final Path home;
  private final RealProgram respite;
  private final Program program;
  private @Nullable Process process;
  private int acknowledged;
  private int keptOnly;

  /**
   * A coach to be started.
   *
   * @param folder for all that is not in its home
   */
  CountingCoach(Path home, Path folder) {
    this.home = home;
    respite = new RealProgram(home);
    program =
        new Program(
            Folders.of(
                home,
                Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString()),
                "Linux",
                folder,
                "me",
                folder),
            home,
            new SystemClock("1", Instant.now().toString()),
            new LogFile(folder.resolve("test.log")),
            "test");
    respite.run("task", "add", "Boxes").ok();
  }

  RealProgram respite() {
    return respite;
  }

  int acknowledged() {
    return acknowledged;
  }

  int keptOnly() {
    return keptOnly;
  }

  void start() throws IOException {
    process = respite.start(respite.output(), "coach");
    RealProgram.until(
        "the coach answers",
        () -> {
          Optional<CoachLink> link = program.coach();
          link.ifPresent(CoachLink::close);
          return link.isPresent();
        });
  }

  void startSprint() {
    try (CoachLink link = program.coach().orElseThrow()) {
      Task task = Task.named(new UUID(0, 0), "Boxes");
      link.send(new Input.Start(task, Duration.ofMinutes(25), false)).join();
    }
  }

  /** Counts items one by one, and how each is answered. */
  void count(int items, String... wordsOfRefusal) {
    try (CoachLink link = program.coach().orElseThrow()) {
      for (int i = 0; i < items; i++) {
        try {
          link.send(new Input.Items(1)).join();
          acknowledged++;
        } catch (CompletionException failed) {
          assertThat(failed.getCause())
              .isInstanceOfSatisfying(
                  CoachException.class,
                  told -> assertThat(told.kind()).isEqualTo(CoachException.Kind.STORE))
              .hasMessageStartingWith("kept in memory, not on disk yet: The journal " + home);
          for (String word : wordsOfRefusal) {
            assertThat(failed.getCause()).hasMessageContaining(word);
          }
          keptOnly++;
        }
      }
    }
  }

  Update latest() {
    try (CoachLink link = program.coach().orElseThrow()) {
      return link.latest();
    }
  }

  /** Asks it to end, as the system does. */
  void terminate() {
    running().destroy();
  }

  void kill() {
    running().destroyForcibly();
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    return process;
  }

  /** Waits for its end. */
  int status() throws InterruptedException {
    assertThat(running().waitFor(60, TimeUnit.SECONDS)).isTrue();
    return running().exitValue();
  }

  /** The items that a coach finds which is started and ended once more, and leaves written. */
  int itemsAfterNextStart() throws IOException, InterruptedException {
    start();
    Update now = latest();
    assertThat(now.onDisk()).as(now.trouble()).isTrue();
    respite.run("quit").ok();
    assertThat(status()).isZero();
    try (SqliteJournalReader journal = SqliteJournalReader.of(home.resolve("journal.db"))) {
      return journal.all(Sprint.class).stream()
          .mapToInt(sprint -> sprint.items() == null ? 0 : sprint.items())
          .sum();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
