package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times typed into the real program, and the days they are shown under. */
@Tag("program")
class LogTimesTest {
  @TempDir Path folder;

  private RealProgram at(String zone) {
    return new RealProgram(folder.resolve("home"), "-Duser.timezone=" + zone);
  }

  /** The program at an instant of its own, from which its time runs on twice as fast as real. */
  private RealProgram at(String zone, Instant then) {
    Instant now = Instant.now();
    return new RealProgram(
        folder.resolve("home"),
        "-Duser.timezone=" + zone,
        "-Drespite.clock.speed=2",
        "-Drespite.clock.origin=" + now.minus(Duration.between(now, then)));
  }

  @Test
  void b81AtNightABareTimeMeansTheRunningLogicalDay() {
    try (RealProgram respite = at("Europe/Berlin", Instant.parse("2026-03-02T00:34:00Z"))) {
      respite.run("task", "add", "Boxes").ok();
      add(respite, "00:10", "00:30", "2026-03-01, 00:10-00:30");
      add(respite, "23:40", "00:05", "2026-03-01, 23:40-00:05");
      add(respite, "22:00", "22:30", "2026-03-01, 22:00-22:30");
      respite
          .run("log", "add", "--task", "Boxes", "--start", "01:40", "--end", "02:00")
          .failed(2, "still to come");
      String night =
          respite.run("log", "--from", "2026-03-01", "--to", "2026-03-01", "--json").ok().out();
      assertThat(night)
          .contains(
              "2026-03-01T22:00:00+01:00",
              "2026-03-01T23:40:00+01:00",
              "2026-03-02T00:10:00+01:00");
      assertThat(respite.run("log", "--from", "2026-02-27", "--to", "2026-02-28").out())
          .doesNotContain("00:10", "23:40");
      assertThat(respite.run("review", "--day", "2026-03-01", "--json").ok().out())
          .contains("\"workSeconds\":4500,");
    }
  }

  private static void add(RealProgram respite, String start, String end, String shown) {
    assertThat(
            respite.run("log", "add", "--task", "Boxes", "--start", start, "--end", end).ok().out())
        .contains(shown);
  }

  @Test
  void b82ABareTimeInAnEditMeansTheEntrysOwnDay() {
    try (RealProgram respite = at("Europe/Berlin")) {
      respite.run("task", "add", "Boxes").ok();
      String added =
          respite
              .run("log", "add", "--task", "Boxes", "--start", "2026-03-09T10:00", "--for", "25m")
              .ok()
              .out();
      assertThat(added).contains("2026-03-09, 10:00-10:25");
      String id = added.replaceAll("(?s)Added ([0-9a-f]{8}).*", "$1");
      respite.run("log", "edit", id, "--start", "10:05", "--end", "10:30").ok();
      assertThat(respite.run("log", "--from", "2026-03-09", "--to", "2026-03-09").ok().out())
          .contains("10:05-10:30");
      respite.run("log", "edit", id, "--start", "10:40").failed(2, "should be after the start");
    }
  }

  @Test
  void b89ASkippedTimeIsTakenByRuleAndSaid() {
    try (RealProgram respite = at("Europe/Berlin")) {
      respite.run("task", "add", "Boxes").ok();
      RealProgram.Run run =
          respite
              .run("log", "add", "--task", "Boxes", "--start", "2026-03-29T02:30", "--for", "10m")
              .ok();
      assertThat(run.err()).contains("02:30", "left out", "taken as 03:30");
      assertThat(run.out()).contains("2026-03-28, 03:30-03:40");
    }
  }

  @Test
  void b73B84LogAndReviewTellTheSameTimesUnderTheSameDayAndNameTheZone() throws Exception {
    Path script = folder.resolve("day.jsonl");
    Files.writeString(
        script,
        """
        {"at":"2026-03-02T23:40:00+09:00","do":"start","task":"A"}
        {"at":"2026-03-03T00:05:00+09:00","do":"stop"}
        {"at":"2026-03-03T00:06:00+09:00","do":"end"}
        """);
    String home = folder.resolve("simulated").toString();
    try (RealProgram respite = at("America/New_York")) {
      respite.run("simulate", script.toString(), "--home", home).ok();
      for (String command : new String[] {"log", "review"}) {
        String out =
            respite
                .run(command, "--from", "2026-03-02", "--to", "2026-03-02", "--home", home)
                .ok()
                .out();
        assertThat(out).as(command).contains("23:40-00:05", "times in +09:00");
      }
      Map<String, String> said =
          Map.of(
              "log",
              respite.run("log", "--from", "2026-03-02", "--json", "--home", home).ok().out(),
              "review",
              respite.run("review", "--day", "2026-03-02", "--json", "--home", home).ok().out());
      said.forEach((face, json) -> assertThat(json).as(face).contains("\"zone\":\"+09:00\""));
      assertThat(said.get("log")).contains("2026-03-02T23:40:00+09:00");
    }
  }

  @Test
  void b84AJournalThatNoCoachBeganKnowsItsZoneFromItsFirstEntryOn() {
    try (RealProgram here = at("Europe/Berlin")) {
      here.run("task", "add", "Boxes").ok();
      here.run("log", "add", "--task", "Boxes", "--start", "2026-03-09T10:00", "--for", "25m").ok();
      assertThat(here.run("export").ok().out()).containsOnlyOnce("\"kind\":\"zone\"");
    }
    try (RealProgram there = at("Asia/Tokyo")) {
      assertThat(there.run("log", "--from", "2026-03-09", "--to", "2026-03-09").ok().out())
          .contains("10:00-10:25", "times in Europe/Berlin");
    }
  }

  @Test
  void b88TasksThatLookAlikeAreOne() {
    try (RealProgram respite = at("UTC")) {
      respite.run("task", "add", "Caf\u00e9").ok();
      respite.run("task", "add", "Cafe\u0301").failed(2, "there is a task");
      respite.run("task", "add", "Caf\u00e9\u00a0").failed(2, "there is a task");
      respite.run("task", "add", "Ca\u200bf").failed(2, "nothing invisible");
    }
  }

  @Test
  void b72AFileOfWhichEveryRowIsRefusedIsNoSuccess() throws Exception {
    Path file = folder.resolve("comma.jsonl");
    Files.writeString(
        file,
        "{\"kind\":\"task\",\"id\":\"00000000-0000-4000-8000-000000000001\",\"name\":\"T\","
            + "\"pay\":{\"per\":\"hour\",\"amount\":\"10,5\",\"currency\":\"USD\"}}\n");
    try (RealProgram respite = at("UTC")) {
      RealProgram.Run run = respite.run("import", file.toString());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("10,5", "every row was refused");
    }
  }
}
