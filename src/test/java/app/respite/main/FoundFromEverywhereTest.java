package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B78: whoever owns the coach reaches it from every shell, whatever that shell's variables are. */
@Tag("program")
class FoundFromEverywhereTest {
  @TempDir Path folder;
  private RealProgram respite;

  @BeforeEach
  void open() {
    respite = new RealProgram(folder.resolve("home"));
    respite.run("task", "add", "Boxes").ok();
  }

  @AfterEach
  void close() {
    respite.close();
  }

  private RealProgram shell(String... options) {
    return new RealProgram(folder.resolve("home"), options);
  }

  @Test
  void fromCronAnotherUserSessionAndOtherTemporaryFolders() throws IOException {
    respite.run("start", "Boxes").ok();
    Path other = Files.createDirectory(folder.resolve("other"));
    List<RealProgram> shells =
        List.of(
            shell().with("XDG_RUNTIME_DIR", ""),
            shell().with("XDG_RUNTIME_DIR", other.toString()),
            shell().with("XDG_RUNTIME_DIR", "/nowhere"),
            shell().with("TMPDIR", other.toString()),
            shell("-Djava.io.tmpdir=" + other).with("XDG_RUNTIME_DIR", ""),
            shell("-Djava.io.tmpdir=/nowhere").with("XDG_RUNTIME_DIR", ""),
            shell().with("HOME", "").with("XDG_RUNTIME_DIR", ""));
    for (RealProgram shell : shells) {
      shell.run("item").ok();
    }
    assertThat(respite.run("status", "--json").ok().out()).contains("\"items\":" + shells.size());
    shells.getLast().run("quit").ok();
    respite.run("status").failed(4);
  }

  @Test
  void aCoachThatWasStartedWithoutAnyFolderForItsSocketIsFound() {
    RealProgram bare =
        shell("-Djava.io.tmpdir=/nowhere").with("XDG_RUNTIME_DIR", "").with("TMPDIR", "");
    bare.run("start", "Boxes").ok();
    respite.run("item").ok();
    assertThat(Files.isDirectory(respite.home().resolve("run"))).isTrue();
  }

  @Test
  void aCopyOfAHomeDoesNotLeadToTheCoachOfTheFirst() throws IOException {
    respite.run("start", "Boxes").ok();
    Path copy = folder.resolve("copy");
    copy(respite.home(), copy);
    new RealProgram(copy).run("item").failed(4, "no coach is running");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(found)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path found, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(found, to.resolve(from.relativize(found)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void aKilledCoachLeavesNothingThatKeepsTheNextOneOut() throws Exception {
    Process coach = respite.start(respite.output(), "coach");
    RealProgram.until("the coach answers", () -> respite.run("status").status() == 0);
    coach.destroyForcibly();
    assertThat(coach.waitFor(60, TimeUnit.SECONDS)).isTrue();
    respite.run("status").failed(4, "no coach is running");
    shell().with("XDG_RUNTIME_DIR", "").run("start", "Boxes").ok();
    respite.run("item").ok();
  }

  @Test
  void whoStartsWhileAnotherEndsWaitsForItAndIsThereAfterwards() throws Exception {
    for (int i = 0; i < 3; i++) {
      respite.run("start", "Boxes");
      Process quit = respite.start(respite.output(), "quit");
      respite.run("start", "Boxes");
      assertThat(quit.waitFor(60, TimeUnit.SECONDS)).isTrue();
      RealProgram.Run status = respite.run("status");
      assertThat(status.status()).as(status.err()).isIn(0, 4);
    }
  }

  /** It holds the journal before anybody can speak to it. */
  @RepeatedTest(5)
  void quitWaitsForACoachThatIsJustStarting() throws Exception {
    Path lock = respite.home().resolve("journal.lock");
    Process coach = respite.start(respite.output(), "coach");
    String mark = coach.pid() + "\n";
    RealProgram.until("it holds the journal", () -> contentOf(lock).equals(mark));
    respite.run("quit").ok();
    assertThat(coach.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(coach.exitValue()).isZero();
    respite.run("quit").failed(4, "no coach is running");
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException none) {
      return "";
    }
  }
}
