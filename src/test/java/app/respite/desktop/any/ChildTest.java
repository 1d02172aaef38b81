package app.respite.desktop.any;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Small programs, with those that every system of this kind has. */
class ChildTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "A", "b");

  @BeforeEach
  void onlyWhereThereIsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped, there is no /bin/sh");
  }

  private static Child.Outcome shell(Duration atMost, String script) {
    return Child.run(ENVIRONMENT, atMost, List.of("sh", "-c", script));
  }

  @Test
  void whatIsPrintedComesBack() {
    assertThat(shell(LONG, "echo \" $A \"; echo no >&2")).isEqualTo(new Child.Outcome(true, "b"));
  }

  @Test
  void whatFailsOrIsNotThereHasNotEnded() {
    assertThat(shell(LONG, "echo text; exit 3")).isEqualTo(new Child.Outcome(false, ""));
    assertThat(Child.run(ENVIRONMENT, LONG, List.of("no-such-program")).ended()).isFalse();
    assertThat(Child.run(ENVIRONMENT, LONG, List.of("sh", "a\0b")).ended()).isFalse();
  }

  @Test
  void whatTakesTooLongIsEnded() {
    assertThat(shell(Duration.ofMillis(100), "exec sleep 1000").ended()).isFalse();
    assertThat(shell(Duration.ofMillis(100), "while :; do echo more; done").ended()).isFalse();
  }

  @Test
  void aChildOfTheChildKeepsNobodyWaiting() {
    assertThat(shell(LONG, "echo done; sleep 20 &")).isEqualTo(new Child.Outcome(true, "done"));
  }

  @Test
  void programsAreLookedForInThePath() {
    assertThat(Child.isThere(ENVIRONMENT, "sh")).isTrue();
    assertThat(Child.isThere(ENVIRONMENT, "no-such-program")).isFalse();
    assertThat(Child.isThere(Map.of(), "sh")).isFalse();
    assertThat(Child.isThere(Map.of("PATH", "relative:\0:/bin"), "sh")).isTrue();
  }
}
