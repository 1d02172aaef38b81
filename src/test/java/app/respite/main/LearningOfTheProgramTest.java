package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.KnowledgeFields;
import app.respite.domain.fatigue.Knowledge;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real coach and its real worker. */
@Tag("program")
class LearningOfTheProgramTest {
  @TempDir Path folder;
  private RealProgram respite;

  @BeforeEach
  void home() {
    respite = new RealProgram(folder.resolve("home"));
  }

  @AfterEach
  void end() {
    respite.close();
  }

  private Knowledge worker() throws JsonException {
    RealProgram.Run run = respite.run("worker", "learn").ok();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    Map<String, Object> answer = Json.readObject(run.out());
    assertThat((long) answer.get("computeMillis")).isNotNegative();
    Map<String, Object> knowledge = new LinkedHashMap<>();
    ((Map<?, ?>) answer.get("knowledge")).forEach((key, value) -> knowledge.put(key + "", value));
    return KnowledgeFields.read(knowledge);
  }

  private static List<ProcessHandle> workersOf(Process coach) {
    return coach.descendants().toList();
  }

  private void rateASprint(int fatigue) {
    respite.run("start", "Boxes").ok();
    respite.run("stop").ok();
    respite.run("check-in", "--fatigue", Integer.toString(fatigue)).ok();
  }

  private String basis() {
    try {
      return String.valueOf(
          Json.readObject(respite.run("status", "--json").ok().out()).get("basis"));
    } catch (JsonException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void aWorkerReadsAHomeWithoutATraceInIt() throws JsonException {
    Knowledge nothing = worker();

    assertThat(nothing.belief().ratings()).isZero();
    assertThat(nothing.habits().firstDay()).isNull();
    assertThat(respite.home()).doesNotExist();
  }

  @Test
  void aWorkerLearnsFromWhatWasRatedWhileTheCoachRunsAndAfterwards() throws JsonException {
    respite.run("task", "add", "Boxes").ok();
    rateASprint(4);
    Knowledge beside = worker();
    respite.run("quit").ok();
    Knowledge after = worker();

    assertThat(beside.belief().ratings()).isEqualTo(1);
    assertThat(beside.belief().mean()).isEqualTo(4);
    assertThat(beside.habits().firstDay()).isNotNull();
    assertThat(after.belief()).isEqualTo(beside.belief());
  }

  @Test
  void aWorkerThatCannotReadTheJournalSaysSoInOneLine() throws IOException {
    Files.createDirectories(respite.home());
    Files.writeString(
        respite.home().resolve("journal.db"), "no journal, but a letter\n".repeat(99));

    respite.run("worker", "learn").failed(3, "journal.db");
    respite.run("worker", "learn", "--home", respite.home().toString()).failed(3, "journal.db");
    respite.run("worker", "dig").failed(2, "dig");
  }

  @Test
  void whatTheWorkerLearntReachesTheRunningCoach() {
    respite.run("task", "add", "Boxes").ok();
    respite.run("start", "Boxes").ok();
    String unrated = basis();
    for (int i = 0; i < 3; i++) {
      respite.run("stop").ok();
      respite.run("check-in", "--fatigue", "7").ok();
      respite.run("start", "Boxes").ok();
    }

    RealProgram.until("the ratings are in force", () -> !basis().equals(unrated));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void noWorkerIsLeftHoweverTheCoachEnds() throws Exception {
    respite.run("task", "add", "Boxes").ok();
    for (boolean killed : new boolean[] {false, true}) {
      Process coach = respite.start(respite.output(), "coach");
      RealProgram.until("the coach answers", () -> respite.run("status").status() == 0);
      RealProgram.until("what it began with is done", () -> workersOf(coach).isEmpty());
      rateASprint(5);
      List<ProcessHandle> workers = workersOf(coach);
      if (killed) {
        coach.destroyForcibly();
      } else {
        coach.destroy();
      }
      assertThat(coach.waitFor(30, TimeUnit.SECONDS)).isTrue();
      RealProgram.until(
          "its worker is gone", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }
    Path log = respite.home().resolve("respite.log");
    assertThat(Files.readString(log)).doesNotContain("nothing new was learnt");
  }
}
