package app.respite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mvn test} runs where there is no jar yet. */
class TestTagsTest {
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern STARTS_THE_PROGRAM =
      Pattern.compile("new (RealProgram|CountingCoach|CoachRig)\\(|getProperty\\(\"respite.jar\"");
  private static final Pattern TAGGED = Pattern.compile("(?m)^@Tag\\(\"(program|desktop)\"\\)$");

  @Test
  void whatNeedsThePackagedProgramSaysSo() throws IOException {
    assertThat(tests().filter(file -> STARTS_THE_PROGRAM.matcher(text(file)).find()))
        .isNotEmpty()
        .allMatch(file -> TAGGED.matcher(text(file)).find(), "tagged program or desktop");
  }

  private static Stream<Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      List<Path> found = files.filter(file -> file.toString().endsWith("Test.java")).toList();
      return found.stream().filter(file -> !file.endsWith("TestTagsTest.java"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
