package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tasks made one with the real program, with and without a coach that runs. */
@Tag("program")
class MergingOfTheProgramTest {
  @TempDir Path folder;

  @Test
  void aTaskIsMergedSaidBeforehandAndTakenBack() {
    try (RealProgram respite = new RealProgram(folder.resolve("home"), "-Duser.timezone=UTC")) {
      respite.run("task", "add", "Boxes").ok();
      respite.run("task", "add", "Cars", "--set", "sprint.length=40m").ok();
      respite
          .run("log", "add", "--task", "Cars", "--start", "2026-03-02T09:00", "--for", "50m")
          .ok();
      respite.run("task", "merge", "Nobody", "Boxes").failed(2, "there is no task 'Nobody'");
      respite.run("task", "merge", "Boxes").failed(2, "name another");
      String before = day(respite);

      assertThat(respite.run("task", "merge", "Cars", "Boxes", "--dry-run").ok().out())
          .contains("'Cars' into 'Boxes': 1 sprint")
          .contains("set for 'Cars' alone is not set for 'Boxes': sprint.length=40m;");
      assertThat(day(respite)).isEqualTo(before);

      respite.run("start", "Cars").ok();
      respite.run("task", "merge", "Cars", "Boxes").failed(1, "works on 'Cars'");
      respite.run("stop").ok();
      respite.run("task", "merge", "Cars", "Boxes").ok();
      assertThat(day(respite)).contains("\"task\":\"Boxes\"").doesNotContain("\"task\":\"Cars\"");
      assertThat(respite.run("task", "list").ok().out()).doesNotContain("Cars");
      respite.run("log", "undo").ok();
      assertThat(day(respite)).isEqualTo(before);
      respite.run("quit").ok();
    }
  }

  private static String day(RealProgram respite) {
    return respite.run("log", "--from", "2026-03-02", "--to", "2026-03-02", "--json").ok().out();
  }
}
