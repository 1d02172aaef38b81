package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("program")
class LauncherTest {
  @Test
  void isCompiledForJava11() throws IOException {
    try (var in = new DataInputStream(Launcher.class.getResourceAsStream("Launcher.class"))) {
      in.skipNBytes(6);
      assertThat(in.readUnsignedShort()).isEqualTo(55);
    }
  }

  @Test
  void theJarIsThereBeforeTheTests() {
    assertThat(Files.exists(Path.of(System.getProperty("respite.jar")))).isTrue();
  }
}
