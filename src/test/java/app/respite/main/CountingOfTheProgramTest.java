package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items counted by hand while a sprint runs. */
@Tag("program")
class CountingOfTheProgramTest {
  @TempDir Path folder;

  @Test
  void b87WhatIsCountedIsInStatusLogAndReviewAtOnceAndTheAnswerSaysHowMany() {
    try (RealProgram respite = new RealProgram(folder.resolve("home"))) {
      respite.run("task", "add", "Boxes").ok();
      respite.run("task", "add", "Search").ok();
      respite.run("start", "Boxes").ok();
      assertThat(respite.run("item", "5").ok().out().strip())
          .isEqualTo("Boxes: 5 in this sprint, 5 today");
      assertThat(respite.run("item").ok().out()).startsWith("Boxes: 6 in this sprint, 6 today");
      everywhere(respite, 6);
      respite.run("stop").ok();
      everywhere(respite, 6);
      respite.run("start", "Search").ok();
      assertThat(respite.run("item", "4").ok().out())
          .startsWith("Search: 4 in this sprint, 10 today");
      everywhere(respite, 10);
      assertThat(respite.run("log").ok().out()).contains("Search, items 4");
      respite.run("quit").ok();
      everywhere(respite, 10);
    }
  }

  private static void everywhere(RealProgram respite, int items) {
    assertThat(respite.run("review", "--json").ok().out()).contains("\"items\":" + items + ",");
    assertThat(respite.run("review").ok().out()).contains(items + " items");
    RealProgram.Run status = respite.run("status", "--json");
    if (status.status() == 0) {
      assertThat(status.out()).contains("\"items\":" + items + ",");
    }
  }
}
