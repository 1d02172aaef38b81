package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as users and scripts meet it: real processes on the packaged jar. */
@Tag("program")
class CommandLineTest {
  @TempDir Path folder;
  private RealProgram respite;

  @BeforeEach
  void open() {
    respite = new RealProgram(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    respite.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop",
        "pause",
        "resume",
        "break",
        "accept",
        "postpone",
        "skip",
        "end-break",
        "tired",
        "took",
        "take",
        "dismiss",
        "item",
        "submitted",
        "status",
        "quit"
      })
  void drivingWithoutACoachEndsWith4(String command) {
    respite.run(command).failed(4, "no coach is running", "respite start");
  }

  @Test
  void wrongCallsEndWith2AndOneLineThatMendsThem() {
    respite.run("strat").failed(2, "strat", "start");
    respite.run("start", "--sprnt", "25m").failed(2, "--sprnt", "respite help start");
    respite.run("start", "--sprint", "soon").failed(2, "soon", "25m");
    respite.run("start", "--sprint", "-5m").failed(2);
    respite.run("switch").failed(2, "TASK");
    respite.run("decide", "A", "--rejected", "99999999999").failed(2, "'99999999999' is too large");
    respite.run("decide", "A", "--rejected", "1,5").failed(2, "'1,5' is no whole number");
    respite.run("quiet").failed(2, "--for 1h");
    respite.run("review", "--day", "2026-02-30").failed(2, "2026-02-30");
    respite.run("review", "--day", "+999999999-12-31").failed(2, "+999999999-12-31");
    respite.run("import", folder.resolve("none.json").toString()).failed(2, "none.json");
    respite.run("simulate", folder.resolve("none.jsonl").toString()).failed(2, "none.jsonl");
    respite.run("export", "--format", "xml").failed(2, "jsonl");
    respite.run("log", "edit", "zz", "--items", "3").failed(2, "no id");
    respite.run("start", "Nope").failed(2, "no task 'Nope'", "respite task add");
  }

  @Test
  void helpAndVersionAreThereForEveryCommand() {
    assertThat(respite.run("--version").ok().out()).startsWith("respite ");
    assertThat(respite.run("--help").ok().out()).contains("start", "review", "simulate");
    assertThat(respite.run("help", "postpone").ok().out()).contains("5m");
    assertThat(respite.run("task", "add", "--help").ok().out()).contains("--currency");
    assertThat(respite.run("generate-completion").ok().out()).contains("respite");
  }

  @Test
  void aSessionFromTaskToReview() throws JsonException {
    respite
        .run("task", "add", "Boxes", "--pay", "item", "--amount", "0.12", "--currency", "usd")
        .ok();
    respite.run("task", "add", "boxes").failed(2, "already");
    assertThat(respite.run("task", "list").ok().out()).contains("Boxes", "0.12 USD an item");
    respite.run("start", "Boxse").failed(2, "did you mean 'Boxes'");
    assertThat(respite.run("start", "boxes", "--sprint", "30m").ok().out())
        .contains("Boxes", "30 min");
    assertThat(respite.run("start", "Boxes").status()).isIn(0, 1);
    respite.run("item", "2").ok();
    respite.run("pause").ok();
    assertThat(respite.run("status").ok().out()).contains("paused", "Timer only");
    respite.run("resume").ok();
    Map<String, Object> status = Json.readObject(respite.run("status", "--json").ok().out());
    assertThat(new ArrayList<>(status.keySet()).subList(0, 11))
        .containsExactly(
            "state",
            "task",
            "planned",
            "elapsed",
            "remaining",
            "sinceRest",
            "restWindow",
            "due",
            "reason",
            "today",
            "sequence");
    assertThat(status).containsEntry("state", "sprint").containsEntry("task", "Boxes");
    respite.run("accept").failed(1);
    respite.run("stop").ok();
    respite.run("check-in", "--fatigue", "3", "--effort", "11").failed(2, "--effort");
    respite.run("check-in", "--fatigue", "3", "--items", "5").ok();
    respite.run("check-in", "--skip", "--fatigue", "3").failed(2, "--skip");
    respite.run("check-in", "--skip").failed(1, "nothing is asked");
    respite.run("take").failed(1, "nothing is suggested");
    respite.run("dismiss").failed(1, "nothing is suggested");
    assertThat(respite.run("log").ok().out()).contains("Boxes", "partial");
    assertThat(respite.run("review").ok().out()).contains("Boxes");
    Json.readObject(respite.run("review", "--json").ok().out());
    assertThat(respite.run("day", "end").ok().out())
        .contains("respite review", "respite check-in --fatigue");
    assertThat(respite.run("status").ok().out()).contains("at the day's end");
    respite.run("check-in", "--fatigue", "5").ok();
    assertThat(respite.run("status").ok().out()).doesNotContain("at the day's end");
    assertThat(respite.run("quit").ok().out()).contains("ended");
    respite.run("status").failed(4);
    assertThat(respite.run("log").ok().out()).contains("Boxes");
  }

  @Test
  void theHomeMayBeNamedBeforeOrAfterTheCommand() {
    Path other = folder.resolve("other");
    respite.run("task", "add", "Here", "--home", other.toString()).ok();
    assertThat(respite.run("--home", other.toString(), "task", "list").ok().out()).contains("Here");
    assertThat(respite.run("task", "list").status()).isEqualTo(1);
  }

  @Test
  void theLogIsMendedAndTheMendingTakenBackWithAndWithoutACoach() {
    respite.run("task", "add", "Boxes").ok();
    for (boolean coach : new boolean[] {false, true}) {
      if (coach) {
        respite.run("start", "Boxes").ok();
        respite.run("stop").ok();
      }
      String day = coach ? "2026-03-03" : "2026-03-02";
      respite.run("log", "add", "--task", "Boxes", "--start", day + "T09:00", "--for", "25m").ok();
      respite
          .run("log", "add", "--task", "Boxes", "--start", day + "T09:10", "--for", "25m")
          .failed(2, "overlaps");
      String log = respite.run("log", "--from", day, "--to", day).ok().out();
      assertThat(log).contains("25 min of work", "09:00-09:25");
      String id = log.lines().skip(1).findFirst().orElseThrow().strip().substring(0, 8);
      respite.run("log", "edit", id, "--end", day + "T09:20", "--items", "7").ok();
      assertThat(respite.run("log", "--from", day, "--to", day).out())
          .contains("20 min of work", "items 7");
      respite.run("log", "delete", id).ok();
      assertThat(respite.run("log", "--from", day, "--to", day).status()).isEqualTo(1);
      respite.run("log", "undo").ok();
      respite.run("log", "undo").ok();
      assertThat(respite.run("log", "--from", day, "--to", day).out()).contains("25 min of work");
    }
  }

  @Test
  void theLogRefusesTimeThatTheRunningSprintCounts() throws Exception {
    respite.run("task", "add", "Boxes").ok();
    respite.run("start", "Boxes").ok();
    String began = java.time.Instant.now(java.time.Clock.systemUTC()).toString();
    RealProgram.until(
        "a second has passed",
        () ->
            respite
                .run("log", "add", "--break", "short", "--start", began, "--for", "1s")
                .err()
                .contains("session that is open"));
    assertThat(respite.run("log").out()).doesNotContain("break");
  }

  @Test
  void b77AnEmptyJournalFileIsToldAndNotTakenForANewOne() throws IOException {
    Files.createDirectories(respite.home());
    Path journal = Files.createFile(respite.home().resolve("journal.db"));
    respite.run("task", "list").failed(3, "journal.db", "respite restore");
    respite.run("task", "add", "Boxes").failed(3, "journal.db", "respite restore");
    assertThat(journal).isEmptyFile();
  }

  @Test
  void aFileThatCannotBeImportedLeavesNothingBehind() throws IOException {
    Path file = folder.resolve("letter.txt");
    Files.writeString(file, "Dear all,\n");
    respite.run("import", file.toString(), "--task", "Boxes").failed(2, "letter.txt");
    assertThat(respite.run("task", "list").status()).isEqualTo(1);
  }

  @Test
  void rulesAreShownAndAFileOfThemIsChecked() throws Exception {
    assertThat(respite.run("rules", "show").ok().out()).contains("sprint.length = 25m");
    assertThat(Json.readObject(respite.run("rules", "show", "--json").ok().out()).get("file"))
        .isEqualTo(respite.home().resolve("respite.properties").toString());
    Path file = folder.resolve("my.properties");
    Files.writeString(file, "sprint.length = 30m\nbreak.short = soon\n");
    respite.run("rules", "check", file.toString()).failed(2, "my.properties:2", "break.short");
    Files.writeString(file, "colour = red\nsprint.length = 30m\n");
    respite
        .run("rules", "check", file.toString())
        .failed(2, "properties:1", "colour", "rules show");
    Files.writeString(file, "sprint.lenght = 30m\n");
    respite.run("rules", "check", file.toString()).failed(2, "did you mean sprint.length");
    Files.writeString(file, "sprint.length = 30m\n");
    respite.run("rules", "check", file.toString()).ok();
  }

  @Test
  void aFileOfRulesIsTriedOnTheDaysWorked() throws Exception {
    respite.run("task", "add", "Boxes").ok();
    respite.run("log", "add", "--task", "Boxes", "--start", "2026-03-02T09:00", "--for", "3h").ok();
    Path file = folder.resolve("my.properties");
    Files.writeString(file, "rhythm = flow\nrest.earliest = 45m\nrest.latest = 60m\n");
    String[] range = {"--from", "2026-03-02", "--to", "2026-03-02"};
    String json =
        respite
            .run(
                "rules",
                "preview",
                file.toString(),
                range[0],
                range[1],
                range[2],
                range[3],
                "--json")
            .ok()
            .out();
    assertThat(Json.readObject(json).get("days").toString())
        .contains("breaks=0", "longestStretchSeconds=10800", "breaks=4", "added=4");
    assertThat(
            respite
                .run(
                    "rules",
                    "preview",
                    file.toString(),
                    "--from",
                    "2026-03-02",
                    "--to",
                    "2026-03-02")
                .ok()
                .out()
                .lines())
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.contains("would      4           45 min"));
    assertThat(respite.run("rules", "preview", file.toString()).status()).isEqualTo(1);
    Files.writeString(file, "rest.latest = soon\n");
    respite.run("rules", "preview", file.toString()).failed(2, "my.properties:1", "rest.latest");
    respite.run("rules", "preview", file.toString(), "--days", "0").failed(2, "--days");
    respite.run("rules", "preview", "none.properties").failed(2, "none.properties");
  }

  @Test
  void doctorTellsTheTruthWithoutADisplayABusOrACoach() throws JsonException {
    RealProgram.Run text = respite.run("doctor").ok();
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .contains("Break view: none.", "there is no display", "none runs; start it with");
    assertThat(text.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(respite.home()).as("it changes nothing").doesNotExist();
    Map<String, Object> document = Json.readObject(respite.run("doctor", "--json").ok().out());
    assertThat(document).containsEntry("display", "none");
    assertThat(((List<?>) document.get("ports")).stream().map(port -> name(port)))
        .containsExactly(
            "tray",
            "notifications",
            "idle",
            "sleep",
            "lock",
            "do-not-disturb",
            "full-screen",
            "calls",
            "break-view",
            "focus",
            "lock-screen",
            "appearance",
            "autostart",
            "shortcuts");
  }

  private static String name(Object port) {
    return String.valueOf(((Map<?, ?>) port).get("port"));
  }

  @Test
  void doctorSeesARunningCoachAndOneThatHangs() throws Exception {
    Process coach = respite.start(respite.output(), "coach");
    RealProgram.until("the coach answers", () -> respite.run("status").status() == 0);
    assertThat(respite.run("doctor").ok().out()).contains("Coach      runs");
    signal(coach, "-STOP");
    String stopped = respite.run("doctor").ok().out();
    signal(coach, "-CONT");
    assertThat(stopped).contains("Coach      is there, but it does not answer");
    respite.run("quit").ok();
    assertThat(respite.run("doctor").ok().out()).contains("Coach      none runs");
  }

  private static void signal(Process to, String signal) throws Exception {
    assertThat(
            new ProcessBuilder("kill", signal, Long.toString(to.pid()))
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }

  @Test
  void autostartCannotBeSwitchedOnAndOffAtOnce() {
    respite.run("autostart", "--on", "--off").failed(2, "one of them");
  }

  @Test
  void twoStartersRaceAndOneCoachIsLeft() throws Exception {
    respite.run("task", "add", "Boxes").ok();
    List<Process> racing = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      racing.add(respite.start(respite.output(), "start", "Boxes"));
    }
    for (Process process : racing) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isIn(0, 1);
    }
    assertThat(racing).anyMatch(process -> process.exitValue() == 0);
    assertThat(Files.readString(respite.home().resolve("respite.log")).lines())
        .filteredOn(line -> line.contains("the coach has started"))
        .hasSize(1);
  }

  @Test
  void aCoachThatIsAskedToEndBySignalKeepsItsSprint() throws Exception {
    respite.run("task", "add", "Boxes").ok();
    Process coach = respite.start(respite.output(), "coach");
    RealProgram.until("the coach answers", () -> respite.run("status").status() == 0);
    respite.run("start", "Boxes").ok();
    respite.run("item", "4").ok();
    coach.destroy();
    assertThat(coach.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(coach.exitValue()).isZero();
    respite.run("status").failed(4);
    Process again = respite.start(respite.output(), "coach");
    RealProgram.until("the coach answers", () -> respite.run("status").status() == 0);
    assertThat(respite.run("status", "--json").ok().out())
        .contains("\"state\":\"sprint\"")
        .contains("\"items\":4");
    assertThat(again.isAlive()).isTrue();
  }

  @Test
  void withoutADisplayItIsTheTerminalCoachWhichEndsCleanlyOnASignal() throws Exception {
    Path out = respite.output();
    Process focus = respite.start(out);
    RealProgram.until("a sprint runs", () -> contains(out, "Sprint started"));
    assertThat(respite.run("status").ok().out()).contains("Work");
    respite.run("item").ok();
    focus.destroy();
    assertThat(focus.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(focus.exitValue()).isZero();
    assertThat(Files.readString(Path.of(out + ".err"))).contains("no display");
    assertThat(respite.run("log").ok().out()).contains("Work", "items 1");
  }

  @Test
  void focusRunsItsSprintsAndEnds() {
    RealProgram fast = new RealProgram(folder.resolve("home"), "-Drespite.clock.speed=60");
    RealProgram.Run run =
        fast.run("focus", "Boxes", "--sprints", "2", "--sprint", "1m", "--rest", "1m").ok();
    assertThat(run.out()).contains("2 sprints, 2 min of work.");
    assertThat(fast.run("export", "--format", "jsonl").ok().out())
        .contains("\"kind\":\"sprint\"", "\"kind\":\"break\"");
  }

  @Test
  void aStatusThatFollowsEndsWithTheCoach() throws Exception {
    respite.run("task", "add", "Boxes").ok();
    respite.run("start", "Boxes").ok();
    Path out = respite.output();
    Process follow = respite.start(out, "status", "--follow", "--json");
    RealProgram.until("it tells the state", () -> contains(out, "\"state\":\"sprint\""));
    respite.run("pause").ok();
    RealProgram.until("it tells the pause", () -> contains(out, "\"state\":\"paused\""));
    respite.run("quit").ok();
    assertThat(follow.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(follow.exitValue()).isZero();
    for (String line : Files.readAllLines(out)) {
      Json.readObject(line);
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).contains(text);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
