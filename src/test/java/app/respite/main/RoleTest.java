package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("program")
class RoleTest {
  @TempDir Path folder;

  @Test
  void noWordMeansTwoRoles() {
    List<String> words =
        Arrays.stream(Role.values()).flatMap(role -> role.commands().stream()).toList();

    assertThat(words).doesNotHaveDuplicates();
  }

  /** A command that was renamed would fall back to the flags of a slower role. */
  @Test
  void everyQuickCommandIsOne() {
    try (RealProgram program = new RealProgram(folder.resolve("home"))) {
      String help = program.run("--help").ok().out();

      assertThat(Role.QUICK.commands())
          .allSatisfy(word -> assertThat(help).containsPattern("(?m)^ +" + word + " "));
    }
  }

  @Test
  void theFirstWordOfACallTellsItsRole() {
    assertThat(Role.of(List.of())).isEqualTo(Role.WINDOW);
    assertThat(Role.of(List.of("--page", "review"))).isEqualTo(Role.WINDOW);
    assertThat(Role.of(List.of("coach"))).isEqualTo(Role.COACH);
    assertThat(Role.of(List.of("face", "break"))).isEqualTo(Role.FACE);
    assertThat(Role.of(List.of("worker", "learn"))).isEqualTo(Role.WORKER);
    assertThat(Role.of(List.of("item", "3"))).isEqualTo(Role.QUICK);
    assertThat(Role.of(List.of("review", "--json"))).isEqualTo(Role.COMMAND);
    assertThat(Role.of(List.of("start stop"))).isEqualTo(Role.COMMAND);
  }

  @Test
  void aCommandNamesItsCacheOnlyWhereThatIsNotOlderThanTheJar() throws Exception {
    Path jar = Files.createFile(folder.resolve("respite.jar"));
    Path java = folder.resolve("java");

    assertThat(Role.COACH.command(java, jar)).noneMatch(flag -> flag.contains("AOTCache"));

    Path cache = folder.resolve(Role.COACH.cache());
    Files.createDirectories(Role.caches(folder));
    Files.createFile(cache);
    assertThat(Role.COACH.command(java, jar))
        .startsWith(java.toString(), "-XX:AOTCache=" + cache)
        .containsAll(Role.COACH.flags());

    Files.setLastModifiedTime(cache, FileTime.fromMillis(0));
    assertThat(Role.COACH.command(java, jar)).noneMatch(flag -> flag.contains("AOTCache"));
  }
}
