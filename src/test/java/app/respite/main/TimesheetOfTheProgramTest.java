package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours reported with the real program. */
@Tag("program")
class TimesheetOfTheProgramTest {
  @TempDir Path folder;

  @Test
  void hoursAreShownReportedAndHeldAgainstALogThatWasEditedSince() throws IOException {
    try (RealProgram respite =
        new RealProgram(folder.resolve("home"), "-Duser.timezone=Europe/Berlin")) {
      respite
          .run(
              "task",
              "add",
              "Boxes",
              "--platform",
              "Appen",
              "--pay",
              "hour",
              "--amount",
              "10",
              "--currency",
              "USD")
          .ok();
      respite.run("platform", "set", "Appen", "--report-within", "7d", "--week-starts", "tue").ok();
      String first =
          respite
              .run("log", "add", "--task", "Boxes", "--start", "2026-03-02T09:00", "--for", "50m")
              .ok()
              .out()
              .replaceFirst("(?s)Added (\\w+):.*", "$1");
      respite
          .run("log", "add", "--break", "short", "--start", "2026-03-02T09:50", "--for", "10m")
          .ok();
      respite
          .run("log", "add", "--task", "Boxes", "--start", "2026-03-02T10:00", "--for", "50m30s")
          .ok();

      assertThat(respite.run("timesheet", "--day", "2026-03-02", "--json").ok().out().strip())
          .isEqualTo(
              "{\"from\":\"2026-03-02\",\"to\":\"2026-03-02\",\"round\":\"PT1M\",\"rows\":["
                  + "{\"day\":\"2026-03-02\",\"task\":\"Boxes\",\"platform\":\"Appen\","
                  + "\"start\":\"2026-03-02T09:00:00+01:00\",\"end\":\"2026-03-02T10:50:30+01:00\","
                  + "\"workSeconds\":6030,\"breakSeconds\":600,\"rounded\":6060,"
                  + "\"reported\":null,\"reportBy\":\"2026-03-09\"}],\"zone\":\"Europe/Berlin\"}");

      refusals(respite);
      assertThat(respite.run("timesheet", "--month", "2026-03", "--json").ok().out())
          .contains("\"reported\":null");

      respite.run("timesheet", "reported", "Boxes", "--day", "2026-03-02").ok();
      assertThat(respite.run("timesheet", "--day", "2026-03-02").ok().out())
          .contains("09:00-10:50", "1:41", "reported")
          .doesNotContain("late");
      respite.run("log", "edit", first, "--end", "09:40").ok();
      assertThat(respite.run("timesheet", "--day", "2026-03-02").ok().out())
          .contains("1:31", "said 1:41", "reported with 1:41 and has 1:31 now");
      respite.run("timesheet", "reported", "boxes", "--day", "2026-03-02", "--time", "1h31m").ok();
      Path table = folder.resolve("hours.csv");
      respite.run("timesheet", "--month", "2026-03", "--csv", table.toString()).ok();
      assertThat(Files.readString(table))
          .contains("\"2026-03-02\",\"Boxes\",\"Appen\",")
          .contains(",5430,600,5460,5460,\"2026-03-09\"");

      assertThat(respite.run("log", "undo").ok().out())
          .contains("Taken back: reported 1 h 31 min of Boxes on 2026-03-02.");
      assertThat(respite.run("timesheet", "--day", "2026-03-02").ok().out()).contains("said 1:41");
      // It comes back with all else, in another journal.
      Path copy = folder.resolve("all.jsonl");
      respite.run("export", "--out", copy.toString()).ok();
      try (RealProgram other =
          new RealProgram(folder.resolve("other"), "-Duser.timezone=Europe/Berlin")) {
        other.run("import", copy.toString()).ok();
        other.run("import", copy.toString()).ok();
        assertThat(other.run("timesheet", "--day", "2026-03-02", "--json").ok().out())
            .isEqualTo(respite.run("timesheet", "--day", "2026-03-02", "--json").ok().out());
      }
    }
  }

  private static void refusals(RealProgram respite) {
    respite.run("timesheet", "--day", "2026-02-30").failed(2, "write 2026-03-02");
    respite.run("timesheet", "--day", "2026-03-02", "--week").failed(2, "choose one of");
    respite.run("timesheet", "--from", "2026-03-03", "--to", "2026-03-02").failed(2, "before");
    respite.run("timesheet", "--month", "2026-13").failed(2, "such as 2026-11");
    respite.run("timesheet", "--round", "0m").failed(2, "from 1s to 1h");
    respite.run("timesheet", "--round", "2h").failed(2, "from 1s to 1h");
    respite.run("timesheet", "--task", "Boxen").failed(2, "did you mean 'Boxes'");
    respite.run("timesheet", "--platform", "Apen").failed(2, "did you mean 'Appen'");
    respite.run("timesheet", "reported").failed(2, "timesheet reported TASK");
    respite.run("timesheet", "reported", "Nobody").failed(2, "there is no task 'Nobody'");
    respite.run("timesheet", "reported", "Boxes", "--day", "2026-03-03").failed(1, "--time");
    respite
        .run("timesheet", "reported", "Boxes", "--day", "2026-03-02", "--time", "-1h")
        .failed(2, "such as 1h40m");
    respite
        .run("timesheet", "reported", "Boxes", "--day", "2026-03-02", "--time", "25h1m")
        .failed(2, "such as 1h40m");
    respite
        .run("timesheet", "reported", "Boxes", "--day", "9999-01-01", "--time", "1h")
        .failed(2, "still to come");
  }
}
