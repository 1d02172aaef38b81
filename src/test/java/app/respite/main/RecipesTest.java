package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes of docs/house.md, followed to the letter: a new file, a line in a list, and the
 * program that comes of it is run.
 */
@Tag("long")
class RecipesTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path RECIPES = Path.of("src", "test", "resources", "recipes");

  @TempDir private Path folder;

  /** The program with one file more and one line changed. */
  private void cook(String recipe, String newFile, String list, String before, String after)
      throws IOException {
    Path sources = folder.resolve("src");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(SOURCES)) {
      for (Path file : all.filter(one -> one.toString().endsWith(".java")).toList()) {
        Path copy = sources.resolve(SOURCES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        files.add(Files.copy(file, copy));
      }
    }
    Path listed = sources.resolve(list);
    String text = Files.readString(listed);
    assertThat(text).as("the list of %s", list).containsOnlyOnce(before);
    Files.writeString(listed, text.replace(before, after));
    Path added = listed.resolveSibling(newFile);
    files.add(Files.copy(RECIPES.resolve(recipe).resolve(newFile), added));
    compile(files);
  }

  private void compile(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", folder.resolve("classes").toString());
      boolean made =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(made).as(said.toString()).isTrue();
    }
  }

  private List<String> run(String... arguments) throws Exception {
    List<String> call =
        new ArrayList<>(
            List.of("app.respite.main.Main", "--home", folder.resolve("home").toString()));
    call.addAll(List.of(arguments));
    return java(call);
  }

  private List<String> java(List<String> call) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                folder.resolve("classes")
                    + File.pathSeparator
                    + System.getProperty("java.class.path")));
    command.addAll(call);
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("said").toFile()).start();
    process.getOutputStream().close();
    List<String> lines;
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().toList();
    }
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("said"))).isZero();
    return lines;
  }

  @Test
  void aBreakRuleIsAFileALineAndAScenario() throws Exception {
    cook(
        "rule",
        "FlowRule.java",
        "app/respite/domain/breaks/RuleBook.java",
        "new HeavyRule())",
        "new HeavyRule(), new FlowRule())");
    Path recipe = RECIPES.resolve("rule");
    assertThat(
            run("simulate", "--zone", "Europe/Berlin", recipe.resolve("script.jsonl").toString()))
        .containsExactlyElementsOf(Files.readAllLines(recipe.resolve("expected.jsonl")));
    assertThat(String.join("\n", run("rules", "show"))).contains("flow.rest-after");
  }

  @Test
  void anImportFormatIsAFileALineAndATest() throws Exception {
    cook(
        "format",
        "TallyCsv.java",
        "app/respite/exchange/Formats.java",
        "new LabelStudioCsv())",
        "new LabelStudioCsv(), new TallyCsv())");
    Path file = RECIPES.resolve("format").resolve("tally.csv");
    assertThat(String.join("\n", run("import", file.toString())))
        .contains("tally-csv, 2 items in 3 rows; new 2");
    assertThat(String.join("\n", run("import", file.toString()))).contains("unchanged 2");
    List<String> kept = run("export");
    assertThat(kept).filteredOn(line -> line.contains("\"name\":\"Tally\"")).hasSize(1);
    assertThat(kept)
        .filteredOn(line -> line.contains("\"kind\":\"work-items\""))
        .hasSize(2)
        .allMatch(line -> line.contains("\"source\":\"tally-csv\""));
  }

  @Test
  void aReviewCardIsAFileALineAndATest() throws Exception {
    cook(
        "card",
        "EveningCard.java",
        "app/respite/coach/review/ReviewCards.java",
        "new WeeksCard())",
        "new WeeksCard(), new EveningCard())");
    run("import", RECIPES.resolve("card").resolve("evening.jsonl").toString());
    assertThat(String.join("\n", run("review", "--day", "2026-03-02")))
        .endsWith(
            """

            Evenings
              20 min from 20:00 on.
              from 20:00 on  20 min
              earlier        30 min
              Work that ends earlier leaves an evening to rest in.\
            """);
    assertThat(run("review", "--day", "2026-03-02", "--json"))
        .singleElement()
        .asString()
        .endsWith(",\"evenings\":{\"days\":1,\"lateSeconds\":1200,\"earlierSeconds\":1800}}");
    assertThat(run("review", "--day", "2026-03-01", "--json"))
        .singleElement()
        .asString()
        .endsWith(",\"evenings\":null}");
    Path journal = folder.resolve("home").resolve("journal.db");
    assertThat(java(List.of("app.respite.ui.review.PrintedPage", journal.toString(), "2026-03-02")))
        .containsSubsequence(
            "Weeks",
            "Evenings",
            "20 min",
            "from 20:00 on",
            "from 20:00 on",
            "20 min",
            "earlier",
            "30 min",
            "Work that ends earlier leaves an evening to rest in.");
  }
}
