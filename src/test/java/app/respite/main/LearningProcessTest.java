package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.Learner;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.KnowledgeFields;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Workers that do all they can to hurt: each is a shell script in the place of the program. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workers are shell scripts")
class LearningProcessTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Knowledge KNOWLEDGE =
      Learner.learn(
          new InMemoryJournal(),
          Preferences.DEFAULTS,
          Instant.parse("2026-03-02T09:00:00Z"),
          ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<Process> started = new CopyOnWriteArrayList<>();
  private final Threads threads = new Threads(new LogFile(Path.of("unused.log")));

  private LearningProcess worker(Duration limit, String script) {
    return new LearningProcess(
        () -> {
          Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
          started.add(process);
          return process;
        },
        threads.each("learning"),
        limit);
  }

  /** None is left over, whatever it did. */
  @AfterEach
  void everyWorkerIsGone() throws InterruptedException {
    for (Process process : started) {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Knowledge answer(LearningProcess worker) throws Exception {
    return worker.begin().get(30, TimeUnit.SECONDS);
  }

  private void fails(LearningProcess worker, String... words) {
    assertThatThrownBy(() -> answer(worker))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(CoachException.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

  private String line() {
    return Json.write(
        Map.of("knowledge", KnowledgeFields.of(KNOWLEDGE), "computeMillis", 7), ZoneOffset.UTC);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("answer"), text);
  }

  @Test
  void aGoodAnswerIsTaken() throws Exception {
    assertThat(answer(worker(LONG, "cat '" + file(line() + "\n") + "'"))).isEqualTo(KNOWLEDGE);
  }

  @Test
  void theNextOneIsTakenAfterABadOne() throws Exception {
    Path answer = folder.resolve("answer");
    LearningProcess worker = worker(LONG, "cat '" + answer + "'");
    file("{");
    fails(worker, "cannot be read");
    file(line());
    assertThat(answer(worker)).isEqualTo(KNOWLEDGE);
  }

  @Test
  void garbageIsRefused() {
    fails(worker(LONG, "echo hello"), "cannot be read");
    fails(worker(LONG, "echo '[1]'"), "cannot be read");
    fails(worker(LONG, "echo '{}'"), "no knowledge");
    fails(worker(LONG, "echo '{\"knowledge\":{}}'"), "asOf");
    fails(worker(LONG, "true"), "cannot be read");
    fails(worker(LONG, "printf '\\000\\377\\376'"), "cannot be read");
  }

  @Test
  void twoLinesAreNoAnswer() throws Exception {
    fails(worker(LONG, "cat '" + file(line() + "\n" + line()) + "'"), "more than one");
  }

  @Test
  void aFailureTellsWhatTheWorkerSaid() {
    fails(
        worker(LONG, "echo 'respite: the journal is gone' >&2; exit 3"),
        "status 3",
        "the journal is gone");
  }

  @Test
  void aGoodAnswerOfAFailedWorkerIsNotTaken() throws Exception {
    fails(worker(LONG, "cat '" + file(line()) + "'; exit 3"), "status 3");
  }

  @Test
  void outputWithoutEndIsCutOff() {
    fails(worker(LONG, "exec yes"), "64 KiB");
  }

  @Test
  void aWorkerThatHangsIsKilledWithWhatItStarted() {
    fails(worker(SHORT, "exec sleep 100"), "longer than");
    fails(worker(SHORT, "sleep 100"), "longer than");
    fails(worker(SHORT, "echo '{'; sleep 100"), "longer than");
    fails(worker(SHORT, "exec >&-; sleep 100"), "longer than");
    fails(worker(SHORT, "yes >&2"), "longer than");
  }

  @Test
  void aWorkerThatCannotBeStartedIsAFailureLikeAnyOther() {
    LearningProcess worker =
        new LearningProcess(
            () -> new ProcessBuilder(folder.resolve("none").toString()).start(),
            threads.each("learning"),
            LONG);

    fails(worker, "cannot be started");
  }

  @Test
  void theEndOfTheCoachIsTheEndOfItsWorkerAndNoFailure() throws Exception {
    LearningProcess worker = worker(LONG, "exec sleep 100");
    CompletableFuture<Knowledge> answer = worker.begin();
    RealProgram.until("it runs", () -> !started.isEmpty());
    worker.close();
    everyWorkerIsGone();

    assertThat(answer).isNotDone();
  }
}
