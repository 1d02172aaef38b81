package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way is said in one true line, and what can be done all the same is done. */
class LinesOfTheProgramTest {
  @TempDir Path folder;
  private RealProgram respite;

  @BeforeEach
  void open() {
    respite = new RealProgram(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    respite.close();
  }

  @Test
  void nobodyElseReadsWhatLiesInAHomeThatIsOpenToAll() throws IOException {
    Path home = Files.createDirectory(respite.home());
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path foreign = home.resolve("holiday.txt");
    for (Path file : List.of(foreign, home.resolve("respite.log"), home.resolve("worker.salt"))) {
      Files.createFile(file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    respite.run("task", "add", "Boxes").ok();
    respite.run("start", "Boxes").ok();
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo(file.equals(foreign) ? "rw-rw-rw-" : "rw-------");
      }
    }
  }

  @Test
  void aPipeAndADeviceAreRefusedWhereAFileIsRead() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    respite.run("import", pipe.toString()).failed(2, pipe.toString(), "is a pipe");
    respite.run("import", "/dev/zero").failed(2, "/dev/zero", "device");
  }

  @Test
  void anExportIntoAPipeThatClosesEndsWithoutAWord() throws Exception {
    for (int i = 0; i < 3; i++) {
      respite.run("task", "add", "Task " + i).ok();
    }
    Path out = respite.output();
    Process export = respite.startIntoAPipe(out, "export");
    export.getInputStream().close();
    assertThat(export.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(Path.of(out + ".err"))).isEmpty();
    assertThat(export.exitValue()).isZero();
  }

  /** Elsewhere Java always reads UTF-8; here it has to, to say such a word in a test. */
  private static void assumeJavaFollowsTheLocale() {
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
    assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
  }

  /** What Java makes of it would be kept as the task's name for good. */
  @Test
  void aNameThatCannotBeReadInThePlainLocaleIsRefused() {
    assumeJavaFollowsTheLocale();
    respite.with("LC_ALL", "C").run("task", "add", "日本").failed(2, "LC_ALL", "C.UTF-8");
    assertThat(respite.with("LC_ALL", "C.UTF-8").run("task", "list").out()).isEmpty();
  }

  @Test
  void aHomeThatCannotBeNamedInThePlainLocaleIsRefused() {
    assumeJavaFollowsTheLocale();
    new RealProgram(folder.resolve("hé日本"))
        .with("LC_ALL", "C")
        .run("task", "list")
        .failed(2, "is no path here", "LC_ALL", "C.UTF-8");
  }

  /** A relative home would be made in another folder, whose name has question marks. */
  @Test
  void aCallFromAFolderThatCannotBeNamedInThePlainLocaleIsRefused() throws IOException {
    assumeJavaFollowsTheLocale();
    Path here = Files.createDirectory(folder.resolve("hé日本"));
    new RealProgram(folder.resolve("home"))
        .in(here)
        .with("RESPITE_HOME", "home")
        .with("LC_ALL", "C")
        .run("task", "add", "Boxes")
        .failed(2, "the folder you are in", "LC_ALL", "C.UTF-8");
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains("?"));
  }

  @Test
  void aClockThatIsNoneIsRefused() {
    new RealProgram(respite.home(), "-Drespite.clock.speed=fast")
        .run("review")
        .failed(2, "respite.clock.speed", "fast");
    new RealProgram(respite.home(), "-Drespite.clock.origin=today")
        .run("review")
        .failed(2, "respite.clock.origin", "today");
  }
}
