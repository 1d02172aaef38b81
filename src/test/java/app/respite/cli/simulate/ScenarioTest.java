package app.respite.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.ReviewService;
import app.respite.coach.port.JournalReader;
import app.respite.coach.simulate.Script;
import app.respite.coach.simulate.Simulation;
import app.respite.domain.day.Event.Summary;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.review.DayFigures;
import app.respite.domain.setting.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every script of {@code src/test/resources/scenarios} through the real coach and compares
 * what it tells, line by line, with the file beside it. The README in that folder says how to add
 * one.
 */
class ScenarioTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");
  private static final String SCRIPT = ".jsonl";
  private static final String EXPECTED = ".expected.jsonl";
  private static final String ZONE = "# --zone ";

  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia");
  private static final List<String> LOCALES = List.of("de-DE", "tr-TR", "ar-EG");

  @TestFactory
  Stream<DynamicTest> theCoachTellsWhatTheScenarioSays() throws IOException {
    return scenarios().stream()
        .map(found -> DynamicTest.dynamicTest(found.title(), found.file().toUri(), found::hold));
  }

  @TestFactory
  Stream<DynamicTest> theMachinesZoneAndLocaleChangeNothing() throws IOException {
    return scenarios().stream()
        .map(
            found ->
                DynamicTest.dynamicTest(found.title(), found.file().toUri(), found::holdAnywhere));
  }

  @TestFactory
  Stream<DynamicTest> theReviewOfItsDaysEqualsTheSummary() throws IOException {
    return scenarios().stream()
        .map(
            found ->
                DynamicTest.dynamicTest(found.title(), found.file().toUri(), found::holdReview));
  }

  private static List<Scenario> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Scenario> found = new ArrayList<>();
      List<Path> scripts =
          files
              .filter(file -> file.toString().endsWith(SCRIPT))
              .filter(file -> !file.toString().endsWith(EXPECTED))
              .sorted()
              .toList();
      for (Path file : scripts) {
        found.add(Scenario.read(file));
      }
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  /** A script, the sentence at its head, the zone it asks for, and the lines it must give. */
  private record Scenario(Path file, String title, Script script, ZoneId zone, List<String> lines) {
    static Scenario read(Path file) throws IOException {
      String name = file.getFileName().toString();
      String stem = name.substring(0, name.length() - SCRIPT.length());
      String sentence =
          Files.readAllLines(file).stream()
              .takeWhile(line -> line.startsWith("#"))
              .map(line -> line.substring(1).strip())
              .collect(Collectors.joining(" "));
      if (sentence.isEmpty()) {
        throw new IOException(file + " does not begin with # and a sentence that tells the scene");
      }
      Script script;
      try {
        script = ScriptFile.read(file);
      } catch (ScriptFile.Unreadable bad) {
        throw new IOException(bad.getMessage(), bad);
      }
      List<String> expected = Files.readAllLines(file.resolveSibling(stem + EXPECTED));
      ZoneId zone =
          expected.stream()
              .filter(line -> line.startsWith(ZONE))
              .map(line -> ZoneId.of(line.substring(ZONE.length()).strip()))
              .findFirst()
              .orElse(script.zone());
      List<String> lines =
          expected.stream().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
      return new Scenario(file, stem + ": " + sentence, script, zone, lines);
    }

    void hold() {
      compare("", run());
      compare("The second run differs.", run());
    }

    void holdAnywhere() {
      TimeZone zoneBefore = TimeZone.getDefault();
      Locale localeBefore = Locale.getDefault();
      try {
        for (String machineZone : ZONES) {
          for (String locale : LOCALES) {
            TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
            Locale.setDefault(Locale.forLanguageTag(locale));
            compare("On a machine in " + machineZone + ", " + locale + ".", run());
          }
        }
      } finally {
        TimeZone.setDefault(zoneBefore);
        Locale.setDefault(localeBefore);
      }
    }

    void holdReview() {
      InMemoryJournal journal = new InMemoryJournal();
      List<TimedEvent> told = new ArrayList<>();
      Simulation.run(script, Preferences.DEFAULTS, zone, journal, told::add);
      if (!(told.getLast().event() instanceof Summary summary)) {
        throw new AssertionError("the last line is no summary");
      }
      List<DayFigures> days = days(journal);
      assertThat(
              List.of(
                  sum(days, DayFigures::workSeconds),
                  sum(days, DayFigures::breakSeconds),
                  sum(days, DayFigures::naturalRestSeconds),
                  sum(days, DayFigures::idleSeconds),
                  sum(days, DayFigures::pausedSeconds),
                  sum(days, DayFigures::readySeconds),
                  sum(days, DayFigures::awaySeconds)))
          .as("seconds of work, break, natural rest, idle, paused, ready, away")
          .containsExactly(
              summary.workSeconds(),
              summary.breakSeconds(),
              summary.naturalRestSeconds(),
              summary.idleSeconds(),
              summary.pausedSeconds(),
              summary.readySeconds(),
              summary.awaySeconds());
      assertThat(
              List.of(
                  sum(days, DayFigures::sprintsCompleted),
                  sum(days, DayFigures::sprintsPartial),
                  sum(days, DayFigures::breaksTaken),
                  sum(days, DayFigures::breaksSkipped),
                  sum(days, DayFigures::breaksPostponed)))
          .as("sprints completed and partial, breaks taken, skipped and postponed")
          .containsExactly(
              (long) summary.sprintsCompleted(),
              (long) summary.sprintsPartial(),
              (long) summary.breaksTaken(),
              (long) summary.breaksSkipped(),
              (long) summary.breaksPostponed());
    }

    private List<DayFigures> days(JournalReader journal) {
      LocalDate from = LocalDate.ofInstant(script.lines().getFirst().at(), zone).minusDays(2);
      LocalDate to = LocalDate.ofInstant(script.lines().getLast().at(), zone).plusDays(2);
      return ReviewService.review(journal, Preferences.DEFAULTS, from, to, zone).days();
    }

    private static long sum(List<DayFigures> days, ToLongFunction<DayFigures> figure) {
      return days.stream().mapToLong(figure).sum();
    }

    private List<String> run() {
      List<String> told = new ArrayList<>();
      Simulation.run(
          script,
          Preferences.DEFAULTS,
          zone,
          new InMemoryJournal(),
          timed -> told.add(EventJson.line(timed, zone)));
      return told;
    }

    private void compare(String circumstance, List<String> told) {
      if (!told.equals(lines)) {
        fail(
            """
            %s
            %s
            - was expected, + was told instead:
            %s\
            """
                .formatted(title, circumstance, String.join("\n", difference(lines, told))));
      }
    }
  }

  /** Both lists as one, by their longest common part: lines of only one are marked. */
  private static List<String> difference(List<String> expected, List<String> told) {
    int[][] common = new int[expected.size() + 1][told.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = told.size() - 1; j >= 0; j--) {
        common[i][j] =
            expected.get(i).equals(told.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < told.size()) {
      if (i < expected.size() && j < told.size() && expected.get(i).equals(told.get(j))) {
        lines.add("  " + expected.get(i));
        i++;
        j++;
      } else if (j == told.size()
          || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + expected.get(i++));
      } else {
        lines.add("+ " + told.get(j++));
      }
    }
    return lines;
  }
}
