package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.json.Json;
import app.respite.json.JsonException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raises, late decisions and what they do to a review, typed as a person would. */
@Tag("program")
class PayOfTheProgramTest {
  @TempDir Path folder;
  private RealProgram respite;

  @BeforeEach
  void open() {
    respite = new RealProgram(folder.resolve("home"));
    respite
        .run(
            "task",
            "add",
            "Boxes",
            "--platform",
            "Site",
            "--pay",
            "item",
            "--amount",
            "0.10",
            "--currency",
            "USD")
        .ok();
    sprint("2026-11-26", 40);
    sprint("2026-11-27", 40);
  }

  @AfterEach
  void close() {
    respite.close();
  }

  private void sprint(String day, int items) {
    respite
        .run(
            "log",
            "add",
            "--task",
            "Boxes",
            "--start",
            day + " 09:00",
            "--end",
            day + " 09:50",
            "--items",
            Integer.toString(items))
        .ok();
  }

  private Map<?, ?> task(String from, String to) throws JsonException {
    String json = respite.run("review", "--from", from, "--to", to, "--json").ok().out();
    return (Map<?, ?>) ((List<?>) Json.readObject(json).get("tasks")).getFirst();
  }

  private void assertEarned(String from, String to, String amount) throws JsonException {
    Object earned = ((Map<?, ?>) task(from, to).get("earned")).get("USD");
    assertThat(new BigDecimal(String.valueOf(earned))).isEqualByComparingTo(amount);
  }

  @Test
  void b80ARaiseBeginsOnItsDayAndACorrectionAtTheStart() throws JsonException {
    String before = respite.run("review", "--day", "2026-11-26", "--json").ok().out();
    respite.run("task", "edit", "Boxes", "--amount", "0.15", "--from", "2026-11-27").ok();
    assertThat(respite.run("review", "--day", "2026-11-26", "--json").ok().out()).isEqualTo(before);
    assertEarned("2026-11-26", "2026-11-27", "10");
    assertThat(respite.run("task", "list").ok().out())
        .contains("0.10 USD an item", "from 2026-11-27 0.15 USD an item");
    respite.run("task", "edit", "Boxes", "--platform", "Another").ok();
    assertEarned("2026-11-26", "2026-11-27", "10");
    respite.run("task", "edit", "Boxes", "--amount", "0.20", "--from", "start").ok();
    assertEarned("2026-11-26", "2026-11-27", "16");
    respite.run("log", "undo").ok();
    assertEarned("2026-11-26", "2026-11-27", "10");
  }

  @Test
  void aRaiseWithoutADayBeginsToday() throws JsonException {
    respite.run("task", "edit", "Boxes", "--amount", "9").ok();
    assertEarned("2026-11-26", "2026-11-27", "8");
  }

  @Test
  void lateDecisionsAreSpreadRefusedAndTakenBack() throws JsonException {
    String[] days = {"--from", "2026-11-26", "--to", "2026-11-27"};
    respite.run("decide", "Boxes", days[0], days[1], days[2], days[3], "--rejected", "8").ok();
    assertThat(String.valueOf(task("2026-11-26", "2026-11-27").get("rejectedRate")))
        .isEqualTo("0.1");
    assertEarned("2026-11-27", "2026-11-27", "3.6");
    respite
        .run("decide", "Boxes", days[0], days[1], days[2], days[3], "--rejected", "81")
        .failed(2, "81", "80 items");
    respite
        .run("decide", "--platform", "SITE", days[0], days[1], days[2], days[3], "--accepted", "40")
        .ok();
    assertEarned("2026-11-26", "2026-11-27", "4");
    respite.run("log", "undo").ok();
    respite.run("log", "undo").ok();
    assertEarned("2026-11-26", "2026-11-27", "8");
  }

  @Test
  void whatIsWrongIsOneLineAndChangesNothing() throws JsonException {
    respite.run("task", "edit", "Boxes", "--amount", "0,15").failed(2, "0,15", "write 0.15");
    respite.run("task", "edit", "Boxes", "--amount", "1", "--currency", "XXZ").failed(2, "XXZ");
    respite.run("task", "edit", "Boxes", "--amount", "1", "--from", "soon").failed(2, "soon");
    respite.run("task", "edit", "Boxes", "--from", "2026-11-27").failed(2, "--amount");
    respite.run("decide", "Boxes").failed(2, "--rejected N");
    respite.run("decide", "--rejected", "1").failed(2, "--platform");
    respite
        .run("decide", "Boxes", "--rejected", "-1", "--from", "2026-11-26")
        .failed(2, "0 or more");
    respite
        .run("decide", "Boxes", "--all-accepted", "--from", "2020-01-01", "--to", "2020-01-02")
        .failed(1, "no items");
    assertEarned("2026-11-26", "2026-11-27", "8");
  }
}
