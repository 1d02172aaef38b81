package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a real bash offers at the Tab key, and what it reads once an offer was taken. */
@Tag("program")
@EnabledIf("hasBash")
class CompletionTest {
  private static final Path BASH = Path.of("/usr/bin/bash");

  /**
   * Takes the line to its end as bash would: what it may not replace stays, the offer follows, and
   * a quote that is open is closed. Prints each word that a command would be given.
   */
  private static final String TAKE =
      """
      offers() {
        COMP_LINE=$1 COMP_POINT=${#1}
        _respite_in_bash
        printf '%s\\n' "${COMPREPLY[@]}"
      }
      taken() {
        COMP_LINE=$1 COMP_POINT=${#1}
        _respite_in_bash
        [ ${#COMPREPLY[@]} = 1 ] || { printf 'offers: %s\\n' "${COMPREPLY[@]}"; return; }
        eval "set -- ${1%"$2"}${COMPREPLY[0]}$3"
        printf '%s\\n' "${@: -1}"
      }
      """;

  @TempDir Path folder;
  private RealProgram respite;

  static boolean hasBash() {
    return Files.isExecutable(BASH);
  }

  @BeforeEach
  void open() {
    respite = new RealProgram(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    respite.close();
  }

  @Test
  void bashOffersCommandsOptionsAndTheirValues() throws Exception {
    task("Boxes");
    assertThat(bash("offers 'respite tas'")).containsExactly("task");
    assertThat(bash("offers 'respite task '")).contains("add", "edit", "merge");
    assertThat(bash("offers 'respite start Boxes --s'")).containsExactly("--sprint", "--since");
    assertThat(bash("offers 'respite recover '")).containsExactly("keep", "trim", "discard");
    assertThat(bash("offers 'respite task add X --pay '")).containsExactly("hour", "item", "none");
    assertThat(bash("offers 'respite review --explain earn'")).containsExactly("earned");
    assertThat(bash("offers 'respite check-in --fatigue 1'")).containsExactly("1", "10");
    assertThat(bash("offers 'respite help mon'")).containsExactly("money");
  }

  @Test
  void lengthsAndValuesOfRulesComeFromTheSettings() throws Exception {
    task("Boxes");
    Files.writeString(
        folder.resolve("home").resolve("respite.properties"),
        "sprint.length = 40m\npostpone.choices = 4m,9m\n");
    assertThat(bash("offers 'respite start --sprint '")).containsExactly("40m", "25m");
    assertThat(bash("offers 'respite postpone '")).startsWith("4m", "9m");
    assertThat(bash("offers 'respite task edit Boxes --set rhythm='"))
        .containsExactly("pomodoro", "flow");
    assertThat(bash("offers 'respite task edit Boxes --set sprint.l'"))
        .containsExactly("sprint.length=");
  }

  @Test
  void anyNameComesThroughBashAsItIsHoweverItWasBegun() throws Exception {
    List<String> names =
        List.of(
            "Box \"two\"", "it's $HOME", "Ümläut 画像", "a:b=c", "back`tick\\n", "#; rm -rf ~", "x*");
    List<String> calls = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String name : names) {
      task(name);
      String begun = name.substring(0, 2);
      // What may stand there: unquoted with each sign escaped, or inside of either quote.
      String escaped = begun.replaceAll("([^\\p{L}])", "\\\\$1");
      calls.add(taken("respite start " + escaped, escaped, ""));
      calls.add(taken("respite switch \"" + begun, begun, "\""));
      calls.add(taken("respite switch '" + begun, begun, "'"));
      expected.addAll(List.of(name, name, name));
    }
    calls.add(taken("respite start a:", "", ""));
    calls.add(taken("respite start a:b=", "", ""));
    expected.addAll(List.of("a:b=c", "a:b=c"));
    assertThat(bash(String.join("\n", calls))).isEqualTo(expected);
  }

  @Test
  void platformsAreOfferedBehindAnEqualsSignToo() throws Exception {
    respite.run("task", "add", "Boxes", "--platform", "Data Mill").ok();
    assertThat(bash("offers 'respite decide --platform D'")).containsExactly("Data\\ Mill");
    assertThat(bash("offers 'respite decide --platform=D'")).containsExactly("Data\\ Mill");
    assertThat(bash("offers 'respite platform set '")).containsExactly("Data\\ Mill");
  }

  @Test
  void anotherHomeOnTheLineIsTheOneThatIsAsked() throws Exception {
    task("Boxes");
    RealProgram other = new RealProgram(folder.resolve("other"));
    other.run("task", "add", "Lines").ok();
    other.close();
    assertThat(bash("offers 'respite --home " + folder.resolve("other") + " start '"))
        .containsExactly("Lines");
  }

  @Test
  void aHomeThatIsNotThereOffersNothingAndSaysNothing() throws Exception {
    assertThat(bash("offers 'respite start '")).containsExactly("");
    assertThat(bash("offers 'respite --home /dev/null start '")).containsExactly("");
  }

  private void task(String name) {
    respite.run("task", "add", name).ok();
  }

  private static String taken(String line, String replaced, String end) {
    return "taken " + quoted(line) + " " + quoted(replaced) + " " + quoted(end);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Runs lines in a bash that has the completion, and gives what they print. */
  private List<String> bash(String calls) throws Exception {
    Path script = folder.resolve("completion.sh");
    if (!Files.exists(script)) {
      Files.writeString(script, respite.run("generate-completion").ok().out());
    }
    Path program = folder.resolve("respite");
    Files.writeString(
        program,
        Stream.of(
                "#!/bin/sh",
                "exec \"$JAVA\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar \"$JAR\" \"$@\"",
                "")
            .collect(Collectors.joining("\n")));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path lines = Files.writeString(folder.resolve("lines"), TAKE + calls + "\n");
    Path out = folder.resolve("bash.out");
    ProcessBuilder bash =
        new ProcessBuilder(
            BASH.toString(),
            "--norc",
            "-c",
            ". \"$0\" && . \"$1\"",
            script.toString(),
            lines.toString());
    bash.environment().put("PATH", folder + ":" + bash.environment().get("PATH"));
    bash.environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    bash.environment().put("JAR", System.getProperty("respite.jar"));
    bash.environment().put("RESPITE_HOME", respite.home().toString());
    bash.environment().put("LC_ALL", "C.UTF-8");
    bash.environment().put("COMP_WORDBREAKS", " \t\n\"'><=;|&(:");
    bash.redirectErrorStream(true).redirectOutput(out.toFile());
    Process running = bash.start();
    assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readString(out).strip().isEmpty() ? List.of("") : Files.readAllLines(out);
  }
}
