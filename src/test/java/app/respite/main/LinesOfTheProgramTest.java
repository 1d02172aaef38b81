package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way is said in one true line, and what can be done all the same is done. */
@Tag("program")
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

  /** A home that cannot be looked into must not read as one in which nothing was done. */
  @Test
  void aHomeThatCannotBeOneIsToldByEveryCommand() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Path circle = folder.resolve("circle");
    Files.createSymbolicLink(circle, circle);
    Path lost = Files.createSymbolicLink(folder.resolve("lost"), folder.resolve("unplugged"));
    for (String[] command :
        new String[][] {
          {"review"},
          {"task", "list"},
          {"log"},
          {"export"},
          {"backup"},
          {"restore"},
          {"status"},
          {"start", "Boxes"},
          {"task", "add", "Boxes"},
          {"coach"},
          {"quit"},
        }) {
      new RealProgram(file).run(command).failed(3, file.toString(), "is a file", "RESPITE_HOME");
    }
    respite
        .with("RESPITE_HOME", file.resolve("under").toString())
        .run("review")
        .failed(3, file.toString(), "is a file");
    new RealProgram(circle).run("review").failed(3, circle.toString(), "run in a circle");
    new RealProgram(lost).run("review").failed(3, lost.toString(), "link to what is not there");
    assertThat(file).hasContent("not a folder");
  }

  @Test
  void aHomeOfSomebodyElseIsNotReadAsAnEmptyOne() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(closed)).as("an administrator looks everywhere").isFalse();
      new RealProgram(closed).run("review").failed(3, closed.toString(), "no right to");
      respite
          .with("RESPITE_HOME", closed.resolve("x").toString())
          .run("task", "list")
          .failed(3, "no right to");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void foldersInTheWayOfFilesStopOnlyWhatNeedsThem() throws IOException {
    for (String name : List.of("respite.log", "respite.properties", "coach.address")) {
      try (RealProgram here = new RealProgram(folder.resolve("with " + name))) {
        Files.createDirectories(here.home().resolve(name));
        here.run("task", "add", "Boxes").ok();
        here.run("start", "Boxes").ok();
        here.run("item").ok();
      }
    }
    Path journal = Files.createDirectories(respite.home().resolve("journal.db"));
    for (String command : List.of("review", "coach", "export")) {
      respite.run(command).failed(3, journal.toString(), "is a folder");
    }
  }

  @Test
  void whomTheSystemKnowsNoFolderOfIsAskedForOne() throws IOException {
    RealProgram nobody =
        new RealProgram(respite.home(), "-Duser.home=?")
            .in(folder)
            .with("HOME", "")
            .with("XDG_CACHE_HOME", "");
    nobody.run("task", "add", "Boxes").ok();
    nobody.run("start", "Boxes").ok();
    nobody.run("quit").ok();
    nobody.with("RESPITE_HOME", "");
    for (String command : List.of("review", "status", "coach")) {
      nobody.run(command).failed(2, "RESPITE_HOME");
    }
    assertThat(folder.resolve("?")).doesNotExist();
  }

  @Test
  void whoseFolderIsGoneStartsACoachAllTheSame() {
    RealProgram nobody = new RealProgram(respite.home(), "-Duser.home=/nowhere");
    nobody.run("task", "add", "Boxes").ok();
    nobody.run("start", "Boxes").ok();
  }

  @Test
  void anAnswerThatCannotBeWrittenIsNoSuccess() throws Exception {
    assumeThat(Path.of("/dev/full")).exists();
    respite.run("task", "add", "Boxes").ok();
    respite.run("start", "Boxes").ok();
    for (String command : List.of("review", "log", "status", "export", "doctor", "item")) {
      Path out = respite.output();
      Process full = respite.start(out, Path.of("/dev/full"), command);
      assertThat(full.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(full.exitValue()).as(command).isEqualTo(3);
      assertThat(Files.readString(Path.of(out + ".err")).lines())
          .as(command)
          .singleElement(STRING)
          .contains("No space left on device");
    }
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
