package app.respite.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the file: a child JVM with little of it reads a large one. */
@Tag("long")
class LargeFileTest {
  @TempDir Path folder;

  @Test
  void sixtyMegabytesAreImportedInAHeapOfTwentyFour() throws Exception {
    Path file = folder.resolve("large.json");
    long items = LargeExport.write(file, 60L << 20, 12, 1);
    Path out = folder.resolve("out");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ImportTool.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    int exit = child.waitFor();
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(exit).as(said).isZero();
    assertThat(said).contains("\"rows\":" + items).contains("delivered " + items);
  }
}
