package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Reply;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.journal.SqliteJournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * B48 on the real program: killed without warning at random moments of a fast clock, the journal
 * opens, what was acknowledged is there, and at most fifteen seconds of the running sprint are not.
 * {@code -Drespite.kills=200} for the long run.
 */
@Tag("program")
class KilledProgramTest {
  private static final int KILLS = Integer.getInteger("respite.kills", 20);
  private static final String SPEED = "10";
  private static final Duration MOST_LOST = Duration.ofSeconds(15);
  private static final long LONGEST_LIFE_MILLIS = 1700;

  @TempDir Path folder;

  private final Random random = new Random(20260302);
  private final Set<UUID> tasks = new HashSet<>();
  private long sprintsEnded;
  private long items;

  @Test
  void losesNothingThatWasAcknowledged() throws Exception {
    String origin = Instant.now().toString();
    RealProgram respite =
        new RealProgram(
            folder.resolve("home"),
            "-Drespite.clock.speed=" + SPEED,
            "-Drespite.clock.origin=" + origin);
    SystemClock clock = new SystemClock(SPEED, origin);
    Folders folders =
        Folders.of(
            respite.home(),
            Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString()),
            "Linux",
            folder,
            "me",
            folder);
    Program program =
        new Program(folders, null, clock, new LogFile(folder.resolve("test.log")), "test");
    for (int kill = 0; kill < KILLS; kill++) {
      Process coach = respite.start(respite.output(), "coach");
      try (CoachLink link = RealProgram.connected(program)) {
        assertThat(items)
            .as("items after kill " + kill)
            .isLessThanOrEqualTo(itemsIn(folders, link));
        boolean running = live(link, coach, kill);
        Instant died = clock.read().wall();
        coach.destroyForcibly();
        assertThat(coach.waitFor(30, TimeUnit.SECONDS)).isTrue();
        check(folders, died, running);
      }
    }
    assertThat(tasks).hasSizeGreaterThan(KILLS / 2);
  }

  /** Uses the coach until its last moment; gives whether a session ran then. */
  private boolean live(CoachLink link, Process coach, int life) throws InterruptedException {
    long end =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_LIFE_MILLIS));
    boolean running = false;
    Task task = Task.named(UUID.randomUUID(), "Task " + life);
    try {
      link.ask(new CoachRequest.SaveTask(task, null)).join();
      tasks.add(task.id());
      do {
        Input.Command command = next(link, task);
        Reply reply = link.send(command).join();
        items += command instanceof Input.Items && reply.accepted() ? 1 : 0;
        for (Event told : reply.events()) {
          sprintsEnded += told instanceof Event.SprintEnded ? 1 : 0;
        }
        running = reply.update().snapshot().state() == Snapshot.Mode.SPRINT;
        TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
      } while (System.nanoTime() < end && coach.isAlive());
      if (random.nextBoolean()) {
        // Long enough without a command for a checkpoint of its own to be due.
        TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_LIFE_MILLIS));
      }
    } catch (CompletionException failed) {
      assertThat(failed).hasCauseInstanceOf(CoachException.class);
    }
    return running;
  }

  private Input.Command next(CoachLink link, Task task) {
    Snapshot now = link.latest().snapshot();
    return switch (now.state()) {
      case OFF, READY -> new Input.Start(task, Duration.ofMinutes(2), false);
      case PAUSED -> new Input.Resume();
      case BREAK -> new Input.EndBreak(false);
      case OVERRUN -> new Input.Skip();
      case SPRINT ->
          switch (random.nextInt(8)) {
            case 0 -> new Input.Pause(null);
            case 1 -> new Input.Stop();
            case 2 -> new Input.SwitchTask(task);
            default -> new Input.Items(1);
          };
    };
  }

  private void check(Folders folders, Instant died, boolean running) {
    try (SqliteJournalReader journal = SqliteJournalReader.of(folders.journal())) {
      Set<UUID> kept = new HashSet<>();
      journal.all(Task.class).forEach(task -> kept.add(task.id()));
      assertThat(kept).containsAll(tasks);
      assertThat((long) journal.all(Sprint.class).size()).isGreaterThanOrEqualTo(sprintsEnded);
      Checkpoint checkpoint = journal.checkpoint().orElseThrow();
      if (running) {
        assertThat(Duration.between(checkpoint.at(), died)).isLessThanOrEqualTo(MOST_LOST);
      }
    }
  }

  private static long itemsIn(Folders folders, CoachLink link) throws IOException {
    long found = link.latest().snapshot().items();
    try (SqliteJournalReader journal = SqliteJournalReader.of(folders.journal())) {
      for (Sprint sprint : journal.all(Sprint.class)) {
        found += sprint.items() == null ? 0 : sprint.items();
      }
    }
    return found;
  }
}
