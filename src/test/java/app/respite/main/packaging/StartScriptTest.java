package app.respite.main.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.respite.main.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script run by a shell, with a Java that only tells what it was given. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
  @TempDir Path folder;
  private Path app;
  private Path java;

  @BeforeEach
  void build() throws IOException {
    app = Files.createDirectories(folder.resolve("with a blank"));
    Files.createFile(app.resolve("respite.jar"));
    java = program(folder.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    program(app.resolve("respite"), StartScript.posix(app.toString(), java.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', WINDOW",
    "--page review, WINDOW",
    "--home coach, WINDOW",
    "item 5, QUICK",
    "status --json --follow, QUICK",
    "--home review item, QUICK",
    "--home=review item, QUICK",
    "coach, COACH",
    "--home x coach, COACH",
    "face break, FACE",
    "worker learn, WORKER",
    "review --json, COMMAND",
    "task add item, COMMAND",
    "help item, COMMAND",
    "--help, COMMAND",
    "itemx, COMMAND",
  })
  void theFirstWordMeansTheRole(String words, Role role) throws Exception {
    List<String> call = words.isEmpty() ? List.of() : List.of(words.split(" "));

    assertThat(run(app.resolve("respite"), call))
        .containsExactlyElementsOf(
            Stream.of(
                    List.of("-XX:AOTCache=" + app.resolve(role.cache())),
                    role.flags(),
                    List.of("-jar", app.resolve("respite.jar").toString()),
                    call)
                .flatMap(List::stream)
                .toList());
  }

  /** Java itself would take its classes from the old jar's cache. */
  @Test
  void aCacheOfAnOlderJarIsNotUsed() throws Exception {
    Path cache = app.resolve(Role.QUICK.cache());
    Files.createDirectories(Role.caches(app));
    Files.createFile(cache);
    Files.setLastModifiedTime(cache, FileTime.fromMillis(0));

    assertThat(run(app.resolve("respite"), List.of("item")))
        .noneMatch(flag -> flag.contains("AOTCache"))
        .containsAll(Role.QUICK.flags());
  }

  @Test
  void wordsGoOnAsTheyAre() throws Exception {
    List<String> call = List.of("start", "Boxes & \"more\"", "", "$HOME *", "it's");

    assertThat(run(app.resolve("respite"), call)).endsWith(call.toArray(String[]::new));
  }

  @Test
  void isFoundThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("linked"), app.resolve("respite"));

    assertThat(run(link, List.of("item"))).contains(app.resolve("respite.jar").toString());
  }

  @Test
  void aMovedFolderIsUsedWhereItIs() throws Exception {
    Path moved = Files.move(app, folder.resolve("moved"));
    Path link = Files.createSymbolicLink(folder.resolve("linked"), moved.resolve("respite"));

    assertThat(run(moved.resolve("respite"), List.of("item")))
        .contains(moved.resolve("respite.jar").toString());
    assertThat(run(link, List.of("item"))).contains(moved.resolve("respite.jar").toString());
  }

  @Test
  void anImageIsSeenFromItsScript() throws Exception {
    Path image = Files.createDirectories(folder.resolve("image/lib/app")).resolve("../..");
    Files.createFile(image.resolve("lib/app/respite.jar"));
    Files.createDirectories(image.resolve("bin"));
    Files.move(java, image.resolve("lib/java"));
    Path script =
        program(image.resolve("bin/respite"), StartScript.posix("../lib/app", "../lib/java"));

    assertThat(run(script, List.of("item")).getLast()).isEqualTo("item");
    Path link = Files.createSymbolicLink(folder.resolve("linked"), script.toRealPath());
    assertThat(run(link, List.of("item")).getLast()).isEqualTo("item");
  }

  @Test
  void anotherJavaIsLookedForWhereTheOldOneIsGone() throws Exception {
    Path home = folder.resolve("jdk");
    Files.createDirectories(home.resolve("bin"));
    Files.move(java, home.resolve("bin/java"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"26.0.1\"\n");

    assertThat(run(app.resolve("respite"), List.of("item"), "JAVA_HOME=" + home).getLast())
        .isEqualTo("item");
  }

  /**
   * In the plain locale Java reads "日" as three marks of the unreadable, and does not open such a
   * home.
   */
  @ParameterizedTest
  @CsvSource({
    "'', C.UTF-8",
    "LANG=C, C.UTF-8",
    "LC_CTYPE=POSIX, C.UTF-8",
    "LC_ALL=C LANG=C.UTF-8, C.UTF-8",
    "LANG=C LC_CTYPE=C.UTF-8, ''",
    "LC_ALL=C.utf8, C.utf8",
    "LANG=xx_XX.UTF-8, C.UTF-8",
  })
  void javaGetsALocaleThatKnowsEveryLetter(String variables, String used) throws Exception {
    assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
    program(java, "#!/bin/sh\nprintf '%s\\n' \"$LC_ALL\" \"$RESPITE_TERMINAL_LOCALE\"\n");
    List<String> call = new ArrayList<>(List.of("-u", "LC_ALL", "-u", "LC_CTYPE", "-u", "LANG"));
    call.addAll(List.of(variables.split(" ")));
    call.removeIf(String::isEmpty);

    assertThat(run(app.resolve("respite"), List.of("start", "日本"), call.toArray(String[]::new)))
        .containsExactly(used, used.equals("C.UTF-8") ? "C" : "");
  }

  @Test
  void aLocaleIsLeftAloneWhereEveryWordIsPlain() throws Exception {
    program(java, "#!/bin/sh\nprintf '%s\\n' \"$LC_ALL\"\n");

    assertThat(
            run(
                app.resolve("respite"),
                List.of("start", "Boxes"),
                "LC_ALL=xx_XX.UTF-8",
                "RESPITE_HOME=" + folder,
                "HOME=" + folder))
        .containsExactly("xx_XX.UTF-8");
  }

  private static Path program(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static List<String> run(Path script, List<String> call, String... variables)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env"));
    command.addAll(List.of(variables));
    command.add(script.toString());
    command.addAll(call);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(said.toString()).isZero();
    return said;
  }
}
