package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave behind, however they end, and what they do without a place for it. */
@Tag("program")
class TracesOfTheProgramTest {
  @TempDir Path folder;
  private Path temporary;
  private Path cache;

  @BeforeEach
  void makeFolders() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    cache = folder.resolve("cache");
  }

  private RealProgram respite(String... options) {
    return new RealProgram(folder.resolve("home"), options)
        .with("XDG_CACHE_HOME", cache.toString());
  }

  private RealProgram inItsOwnTemporaryFolder() {
    return respite("-Djava.io.tmpdir=" + temporary);
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }

  private Path library() throws IOException {
    List<Path> found = in(cache.resolve("respite").resolve("native"));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void killedProcessesLeaveNothingInTheTemporaryFolder() throws Exception {
    RealProgram respite = inItsOwnTemporaryFolder();
    for (int kill = 0; kill < 2; kill++) {
      Process coach = respite.start(respite.output(), "coach");
      RealProgram.until("the coach answers", () -> respite.run("status").status() == 0);
      coach.destroyForcibly();
      assertThat(coach.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(in(temporary)).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(library().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aDamagedLibraryIsReplacedBeforeItIsUsed() throws IOException {
    RealProgram respite = inItsOwnTemporaryFolder();
    respite.run("task", "add", "Boxes").ok();
    byte[] whole = Files.readAllBytes(library());
    try (RandomAccessFile file = new RandomAccessFile(library().toFile(), "rw")) {
      file.seek(5_000);
      file.write(whole[5_000] + 1);
    }
    respite.run("task", "list").ok();
    assertThat(Files.readAllBytes(library())).isEqualTo(whole);
    Files.write(library(), new byte[10]);
    respite.run("task", "list").ok();
    assertThat(Files.readAllBytes(library())).isEqualTo(whole);
  }

  @Test
  void severalAtOnceUnpackOneLibrary() throws Exception {
    RealProgram respite = inItsOwnTemporaryFolder();
    List<Process> racing = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      racing.add(respite.start(respite.output(), "task", "add", "Task " + i));
    }
    for (Process process : racing) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    assertThat(library()).isNotEmptyFile();
    assertThat(in(temporary)).isEmpty();
  }

  @Test
  void withoutACacheItIsKeptBesideTheJournal() throws IOException {
    cache = Files.createFile(folder.resolve("file"));
    inItsOwnTemporaryFolder().run("task", "add", "Boxes").ok();
    assertThat(in(folder.resolve("home").resolve("native"))).hasSize(1);
    assertThat(in(temporary)).isEmpty();
  }

  @Test
  void whereThereIsNoPlaceAtAllOneLineNamesThem() throws IOException {
    inItsOwnTemporaryFolder().run("task", "add", "Boxes").ok();
    cache = Files.createFile(folder.resolve("file"));
    Files.createFile(folder.resolve("home").resolve("native"));
    respite("-Djava.io.tmpdir=/proc")
        .run("task", "list")
        .failed(3, "temporary files /proc", cache.toString(), "noexec", "XDG_CACHE_HOME");
  }
}
