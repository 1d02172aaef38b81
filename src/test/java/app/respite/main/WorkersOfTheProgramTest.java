package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B79 with the real program: a team's exports, of which one person's part is the user's. */
@Tag("program")
class WorkersOfTheProgramTest {
  private static final String HEADER =
      "AssignmentId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime,WorkTimeInSeconds,Reward\n";

  @TempDir Path folder;

  private Path batch(String name, String... workers) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < workers.length; i++) {
      text.append(
          """
          %s%d,%s,Approved,Mon Oct 02 09:%02d:00 PDT 2017,Mon Oct 02 09:%02d:30 PDT 2017,30,$0.50
          """
              .formatted(workers[i], i, workers[i], i, i));
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static String annotations(String... emails) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < emails.length; i++) {
      text.append(i == 0 ? "" : ",")
          .append(
              """
              {"id":%d,"project":5,"annotations":[{"id":%d,"completed_by":{"id":%d,"email":"%s"},\
              "lead_time":30,"created_at":"2026-03-02T10:%02d:00Z","result":[]}]}\
              """
                  .formatted(i, i, emails[i].length(), emails[i], i));
    }
    return text.append("]").toString();
  }

  @Test
  void aTeamsExportIsRefusedUntilOneIsNamedAndThatOneIsKnownFromThenOn() throws IOException {
    try (RealProgram respite = new RealProgram(folder.resolve("home"), "-Duser.timezone=UTC")) {
      Path team = batch("team.csv", "ANNA", "BEN", "ANNA", "CARLA", "BEN", "ANNA");

      respite
          .run("import", team.toString())
          .failed(2, "3 workers are in this file: 'ANNA' (3), 'BEN' (2), 'CARLA' (1)");
      RealProgram.Run refused = respite.run("import", "--json", team.toString());
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.out())
          .contains(
              "\"workers\":[{\"worker\":\"ANNA\",\"items\":3},{\"worker\":\"BEN\",\"items\":2},"
                  + "{\"worker\":\"CARLA\",\"items\":1}]");
      respite.run("import", "--dry-run", team.toString()).failed(2, "--worker ID");
      respite.run("import", "--worker", "DORA", team.toString()).failed(2, "'ANNA' (3)");
      respite
          .run("import", "--worker", "ANNA", "--all-workers", team.toString())
          .failed(2, "--all-workers");
      respite.run("task", "list").failed(1, "");

      respite.run("import", "--worker", "ANNA", team.toString()).ok();
      assertThat(october(respite)).contains("\"items\":3", "\"earned\":{\"USD\":1.5}");

      Path more = batch("more.csv", "ANNA", "BEN", "ANNA", "CARLA", "BEN", "ANNA", "ANNA", "BEN");
      RealProgram.Run known = respite.run("import", more.toString()).ok();
      assertThat(known.err()).contains("'ANNA'", "named before for MTurk");
      assertThat(october(respite)).contains("\"items\":4", "\"earned\":{\"USD\":2");
      respite.run("import", batch("bens.csv", "BEN").toString()).failed(2, "you named another");
      assertThat(october(respite)).contains("\"items\":4");
      assertThat(Files.readString(folder.resolve("home").resolve("worker.names")))
          .contains("MTurk")
          .doesNotContain("ANNA");

      respite.run("import", "--all-workers", more.toString()).ok();
      assertThat(october(respite)).contains("\"items\":8");
    }
  }

  @Test
  void inLabelStudioOneIsNamedByEMail() throws IOException {
    try (RealProgram respite = new RealProgram(folder.resolve("home"), "-Duser.timezone=UTC")) {
      Path team =
          Files.writeString(
              folder.resolve("team.json"),
              annotations("anna@example.org", "ben@example.org", "anna@example.org"));
      respite
          .run("import", team.toString())
          .failed(2, "'anna@example.org' (2), 'ben@example.org' (1)");
      respite.run("import", "--worker", "Anna@Example.org", team.toString()).ok();
      Path more =
          Files.writeString(
              folder.resolve("more.json"),
              annotations(
                  "anna@example.org", "ben@example.org", "anna@example.org", "anna@example.org"));
      assertThat(respite.run("import", more.toString()).ok().out()).contains("new 1");
      assertThat(respite.run("export").ok().out()).doesNotContain("example.org");
    }
  }

  private static String october(RealProgram respite) {
    return respite.run("review", "--day", "2017-10-02", "--json").ok().out();
  }
}
