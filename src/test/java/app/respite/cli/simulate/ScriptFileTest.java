package app.respite.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.simulate.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a script's file may hold, and the one line that says what is wrong with it. */
class ScriptFileTest {
  private static final String FIRST =
      """
      # A comment, then a blank line, then the first line of the script: line 3.

      {"at":"2026-03-02T09:00:00+01:00","do":"start","task":"Boxes"}
      """;
  private static final String END = "{\"after\":\"PT1M\",\"do\":\"end\"}\n";

  @TempDir Path folder;

  /** Fourth lines that cannot be used, and what the complaint must name. */
  private static final Map<String, String> BAD_LINES =
      Map.ofEntries(
          Map.entry("start now", ""),
          Map.entry("[1,2]", ""),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"stop\"", ""),
          Map.entry("{\"after\":\"PT1M\"}", "do"),
          Map.entry("{\"after\":\"PT1M\",\"do\":7}", "do"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"dance\"}", "dance"),
          Map.entry("{\"do\":\"stop\"}", "after"),
          Map.entry("{\"at\":\"2026-03-02T09:01:00Z\",\"after\":\"PT1M\",\"do\":\"stop\"}", "at"),
          Map.entry("{\"at\":\"2026-03-02T10:00:00\",\"do\":\"stop\"}", "offset"),
          Map.entry("{\"at\":\"tomorrow\",\"do\":\"stop\"}", "at"),
          Map.entry("{\"at\":\"2026-03-02T08:59:00+01:00\",\"do\":\"stop\"}", "before"),
          Map.entry("{\"after\":\"-PT1M\",\"do\":\"stop\"}", "after"),
          Map.entry("{\"after\":\"soon\",\"do\":\"stop\"}", "after"),
          Map.entry("{\"after\":60,\"do\":\"stop\"}", "after"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"pause\",\"for\":\"a while\"}", "for"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"suspend\"}", "for"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"stall\",\"for\":-3}", "for"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"wall-clock\"}", "shift"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"wall-clock\",\"shift\":\"back\"}", "shift"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"zone\"}", "zone"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"zone\",\"zone\":\"Mars/Olympus\"}", "zone"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"set\"}", "key"),
          Map.entry(
              "{\"after\":\"PT1M\",\"do\":\"set\",\"key\":\"sprint.size\",\"value\":\"1m\"}",
              "sprint.size"),
          Map.entry(
              "{\"after\":\"PT1M\",\"do\":\"set\",\"key\":\"sprint.length\",\"value\":\"9h\"}",
              "sprint.length"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"check-in\",\"fatigue\":11}", "fatigue"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"check-in\",\"effort\":\"much\"}", "effort"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"check-in\",\"items\":-1}", "items"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"item\",\"n\":1.5}", "n"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"answer-idle\"}", "as"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"answer-idle\",\"as\":\"nap\"}", "nap"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"recover\",\"as\":\"maybe\"}", "maybe"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"switch\"}", "task"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"start\",\"task\":\" \"}", "task"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"dnd\",\"on\":\"yes\"}", "on"),
          Map.entry("{\"after\":\"PT1M\",\"do\":\"start\",\"flow\":\"yes\"}", "flow"));

  @TestFactory
  Stream<DynamicTest> namesFileAndLineAndWhatIsWrong() {
    return BAD_LINES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    bad.getKey(),
                    () -> {
                      Path file = write(FIRST + bad.getKey() + "\n" + END);
                      String message = complaint(file);
                      assertThat(message).startsWith(file + ":4: ").doesNotContain("\n");
                      assertThat(message.substring(message.indexOf(":4: ") + 4))
                          .isNotBlank()
                          .contains(bad.getValue());
                    }));
  }

  @Test
  void refusesAFirstLineThatCountsFromNothing() throws IOException {
    Path file = write("{\"after\":\"PT1M\",\"do\":\"start\",\"task\":\"Boxes\"}\n" + END);
    assertThat(complaint(file)).startsWith(file + ":1: ").contains("at");
  }

  @Test
  void refusesALineAfterTheEnd() throws IOException {
    Path file = write(FIRST + END + "{\"after\":\"PT1M\",\"do\":\"stop\"}\n");
    assertThat(complaint(file)).startsWith(file + ":5: ").contains("end");
  }

  @Test
  void refusesAScriptWithoutAnEnd() throws IOException {
    Path file = write(FIRST);
    assertThat(complaint(file)).startsWith(file + ":3: ").contains("end");
  }

  @Test
  void refusesAnEmptyScript() throws IOException {
    Path file = write("");
    assertThat(complaint(file)).startsWith(file + ":1: ").contains("end");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path file = folder.resolve("script.jsonl");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(complaint(file)).startsWith(file + ":").contains("UTF-8");
  }

  @Test
  void saysThatAFileIsNotThere() {
    Path file = folder.resolve("none.jsonl");
    assertThat(complaint(file)).startsWith(file.toString()).contains("no such file");
  }

  @Test
  void readsByteOrderMarksWindowsLineEndsAndIndentedComments() throws Exception {
    String script = "\uFEFF" + (FIRST + "   # indented\n   \n" + END).replace("\n", "\r\n");
    Script read = ScriptFile.read(write(script));
    assertThat(read.lines()).extracting(Script.Line::number).containsExactly(3, 6);
    assertThat(read.lines().getLast().at()).isEqualTo(Instant.parse("2026-03-02T08:01:00Z"));
    assertThat(read.zone()).isEqualTo(ZoneOffset.ofHours(1));
  }

  @Test
  void takesLengthsAsPeopleWriteThemToo() throws Exception {
    Script read =
        ScriptFile.read(write(FIRST + "{\"after\":\"1h30m\",\"do\":\"stop\"}\n" + END));
    assertThat(read.lines().get(1).at()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
  }

  private Path write(String text) throws IOException {
    return Files.write(
        folder.resolve("script.jsonl"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String complaint(Path file) {
    String[] message = new String[1];
    assertThatThrownBy(() -> ScriptFile.read(file))
        .isInstanceOf(ScriptFile.Unreadable.class)
        .satisfies(thrown -> message[0] = String.valueOf(thrown.getMessage()));
    return message[0];
  }
}
