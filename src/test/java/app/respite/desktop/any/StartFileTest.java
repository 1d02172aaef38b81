package app.respite.desktop.any;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CoachException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start at login by a file. */
class StartFileTest {
  @TempDir Path folder;

  @Test
  void switchedOnItReplacesWhatAnOlderProgramLeftAndLeavesNothingElse() throws Exception {
    Path file = folder.resolve("new/start.cmd");
    new StartFile(file, "old").set(true);
    new StartFile(file, "new").set(true);
    assertThat(Files.readString(file)).isEqualTo("new");
    try (var all = Files.list(folder.resolve("new"))) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void aFolderThatCannotBeIsSaidInOneLine() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    StartFile file = new StartFile(blocked.resolve("start.cmd"), "text");
    assertThatThrownBy(() -> file.set(true))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining("start.cmd")
        .hasMessageNotContaining("\n");
    assertThat(file.on()).isFalse();
  }
}
