package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.desktop.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The autostart file, read by those who read such files. */
@Tag("desktop")
class XdgAutostartRigTest {
  @TempDir Path root;

  private Path write(List<String> command) {
    Map<String, String> environment = Map.of("XDG_CONFIG_HOME", root.toString());
    ((Answer.Works<Autostart>)
            LinuxSession.autostart(environment, command, "Breaks; in time, always")
                .getFirst()
                .probe())
        .port()
        .set(true);
    return root.resolve("autostart/respite.desktop");
  }

  @Test
  void theFileIsValid() {
    Rig.need("desktop-file-validate");
    try (Rig rig = new Rig(root.resolve("rig"))) {
      Path file = write(List.of("/opt/my apps/respite", "coach"));
      assertThat(rig.ask("desktop-file-validate", file.toString())).isEmpty();
    }
  }

  @Test
  void everyArgumentArrivesAsItIs() throws IOException {
    Rig.need("gio", "sh");
    Path said = root.resolve("said");
    Path program = Files.createDirectories(root.resolve("my \"apps\" & $x")).resolve("re`s'p");
    Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" done > '" + said + "'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    List<String> awkward =
        List.of(
            "coach", "a b", "", "\"", "'", "\\", "\\\\n", "$HOME", "`id`", "%f", "50%", "~", "#x",
            "é");
    try (Rig rig = new Rig(root.resolve("rig"))) {
      List<String> command = new ArrayList<>(List.of(program.toString()));
      command.addAll(awkward);
      Path file = write(command);
      rig.run("gio", "gio", "launch", file.toString());
      rig.until("the program runs", () -> Files.exists(said) && read(said).endsWith("done\n"));
      assertThat(read(said)).isEqualTo(String.join("\n", awkward) + "\ndone\n");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
