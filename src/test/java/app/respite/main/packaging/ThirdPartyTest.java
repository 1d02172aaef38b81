package app.respite.main.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who passes the program on has to know whose work goes along, and under which licence. */
@Tag("program")
class ThirdPartyTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| ([a-z0-9-]+) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern JAR =
      Pattern.compile("^([a-z0-9-]+?)-[0-9][0-9.]*(-[a-z0-9-]+)?\\.jar$");

  @Test
  void everyJarThatGoesAlongIsListedOnceWithItsLicence() throws IOException {
    assertThat(listed()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(jars());
  }

  private static List<String> listed() throws IOException {
    return Files.readAllLines(Path.of("THIRD-PARTY.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .filter(row -> !row.group(1).equals("jar") && !row.group(1).equals("---"))
        .map(row -> row.group(1))
        .toList();
  }

  /** A library that differs from system to system comes as two jars. */
  private static List<String> jars() throws IOException {
    Path lib = Path.of(System.getProperty("respite.jar")).resolveSibling("lib");
    try (Stream<Path> files = Files.list(lib)) {
      return files.map(file -> name(file.getFileName().toString())).distinct().toList();
    }
  }

  private static String name(String file) {
    Matcher jar = JAR.matcher(file);
    assertThat(jar.matches()).as(file + " is a jar with a version").isTrue();
    return jar.group(1);
  }
}
