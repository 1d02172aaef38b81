package app.respite.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.SettingsStore.Problem;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadSettingsTest {
  @TempDir Path home;

  private Loaded load(String text) throws IOException {
    return load(text.getBytes(UTF_8));
  }

  private Loaded load(byte[] bytes) throws IOException {
    Path file = home.resolve("respite.properties");
    Files.write(file, bytes);
    Loaded loaded = new PropertiesSettings(file, Runnable::run).load();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    assertThat(loaded.problems())
        .allSatisfy(problem -> assertThat(problem.message()).matches("\\P{Cntrl}+"));
    return loaded;
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void aFileThatIsNotThereGivesTheDefaults() {
    Path file = home.resolve("none/respite.properties");
    assertThat(new PropertiesSettings(file, Runnable::run).load())
        .isEqualTo(new Loaded(Preferences.DEFAULTS, List.of()));
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void everyKeyReadsItsDefaultAsItIsWritten() throws IOException {
    StringBuilder text = new StringBuilder();
    for (SettingKey<?> key : SettingCatalog.all()) {
      text.append(key.name()).append(" = ").append(key.fallbackText()).append('\n');
    }
    for (SettingKey<?> key : SettingCatalog.perTask()) {
      text.append("task.Boxes.").append(key.name()).append('=');
      text.append(key.fallbackText()).append('\n');
    }
    Loaded loaded = load(text.toString());
    assertThat(loaded.problems()).isEmpty();
    for (SettingKey<?> key : SettingCatalog.all()) {
      assertThat(loaded.preferences().set(null, key)).isEqualTo(Optional.of(key.fallback()));
    }
    for (SettingKey<?> key : SettingCatalog.perTask()) {
      assertThat(loaded.preferences().set("Boxes", key)).isEqualTo(Optional.of(key.fallback()));
    }
  }

  @Test
  void aBadValueNamesLineKeyWhatIsAllowedAndWhatIsUsed() throws IOException {
    Loaded loaded =
        load("# mine\n\nsprint.length = banana\nnext-sprint = auto\nsprint.per-set = 99\n");
    assertThat(loaded.problems())
        .containsExactly(
            new Problem(
                3,
                "sprint.length",
                "\"banana\" is not a length of time from 1m to 4h, such as 25m or 1h30m;"
                    + " the default, 25m, is used instead"),
            new Problem(
                5,
                "sprint.per-set",
                "\"99\" is not a whole number from 1 to 12; the default, 4, is used instead"));
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(minutes(25));
    assertThat(loaded.preferences().get(CoachKeys.NEXT_SPRINT)).isEqualTo(CoachKeys.AskOrAuto.AUTO);
  }

  @Test
  void aBadValueOfATaskGivesWayToTheValueForAllTasks() throws IOException {
    Loaded loaded = load("task.Boxes.sprint.length = -5m\nsprint.length = 40m\n");
    assertThat(loaded.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.key()).isEqualTo("task.Boxes.sprint.length");
              assertThat(problem.message())
                  .endsWith("; the value for all tasks, 40m, is used instead");
            });
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT, "Boxes")).isEqualTo(minutes(40));
  }

  @Test
  void theLineIsTheOneWhereTheKeyStands() throws IOException {
    Loaded loaded =
        load("a = 1 \\\r\n  2\\\r\n\\\r\n  3\r\n\r\n  ! x\r\n  warning = \\\r\n   soon\r\n");
    assertThat(loaded.problems()).singleElement().extracting(Problem::line).isEqualTo(7);
  }

  @Test
  void aLongOrManyLinedValueIsQuotedShortAndInOneLine() throws IOException {
    Loaded loaded = load("warning = a\\nb\\tc\\u2028d" + "x".repeat(5000));
    assertThat(loaded.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .startsWith("\"a\\u000ab\\u0009c\\u2028dxxx")
                    .hasSizeLessThan(250));
  }

  @Test
  void ofDuplicatesTheLastCountsAndIsSaid() throws IOException {
    Loaded loaded =
        load("sprint.length=30m\nmine=1\nmine=2\nsprint.length=35m\nsprint.length:50m\n");
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(minutes(50));
    assertThat(loaded.problems())
        .containsExactly(
            new Problem(
                5, "sprint.length", "is set more than once, in lines 1, 4, 5; the last counts"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Boxes;                task.Boxes.sprint.length
          Big Boxes;            task.Big\\ Boxes.sprint.length
          v1.2 of it;           task.v1.2\\ of\\ it.sprint.length
          sprint.length;        task.sprint.length.sprint.length
          a.rest;               task.a.rest.sprint.length
          'Größe=1: 日本 🙂 #!';   task.Größe\\=1\\:\\ 日本\\ 🙂\\ #!.sprint.length
          Größe;                task.Gr\\u00f6\\u00DFe.sprint.length
          """,
      delimiter = ';')
  void aTaskIsNamedAsItIs(String task, String key) throws IOException {
    Loaded loaded = load(key + " = 42m\n");
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.preferences().tasks()).containsExactly(task);
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT, task)).isEqualTo(minutes(42));
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(minutes(25));
  }

  @Test
  void aRestWindowTheWrongWayRoundIsSaidOnce() throws IOException {
    Loaded loaded = load("rest.latest = 50m\nrest.earliest = 100m\ntask.A.sprint.length = 30m\n");
    assertThat(loaded.problems())
        .containsExactly(
            new Problem(
                2,
                "rest.earliest",
                "rest.earliest (1h40m) is later than rest.latest (50m); allowed is the same or"
                    + " earlier; 1h and 1h30m are used instead"));
    assertThat(loaded.preferences().get(RestRule.EARLIEST)).isEqualTo(minutes(60));
    assertThat(loaded.preferences().get(RestRule.LATEST)).isEqualTo(minutes(90));
  }

  @Test
  void oneEndOfTheRestWindowIsHeldAgainstTheOtherThatIsInForce() throws IOException {
    Loaded loaded =
        load("rest.latest = 80m\ntask.A.rest.earliest = 85m\ntask.B.rest.earliest=80m\n");
    assertThat(loaded.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.key()).isEqualTo("task.A.rest.earliest");
              assertThat(problem.message()).endsWith("; 1h and 1h20m are used instead");
            });
    assertThat(loaded.preferences().get(RestRule.EARLIEST, "A")).isEqualTo(minutes(60));
    assertThat(loaded.preferences().get(RestRule.EARLIEST, "B")).isEqualTo(minutes(80));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          sprint.lenght|                 is unknown; did you mean sprint.length?
          Sprint.Length|                 is unknown; did you mean sprint.length?
          sprint_length|                 is unknown; did you mean sprint.length?
          task.My\\ Boxes.brek.short|     is unknown; did you mean task.My Boxes.break.short?
          task.a.b.pasive|               is unknown; did you mean task.a.b.passive?
          task.sprint.length|            names no task; write task.NAME.sprint.length
          passive|                       belongs to a task; write task.NAME.passive
          task.A.idle.after|             idle.after is the same for all tasks; write it without task.NAME
          """,
      delimiter = '|')
  void aSlipIsSaidWithTheWayToMendIt(String key, String message) throws IOException {
    Loaded loaded = load("\n" + key + " = 30m");
    assertThat(loaded.preferences()).isEqualTo(Preferences.DEFAULTS);
    assertThat(loaded.problems()).containsExactly(new Problem(2, key.replace("\\", ""), message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "other.tool.length", "task.A.colour", "task", "task.", "=", ":x"})
  void otherKeysAreNobodysProblem(String key) throws IOException {
    Loaded loaded = load(key + " = 30m\nsprint.length = 31m\n");
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.strangers()).hasSize(1);
  }

  @Test
  void includesAreText() throws IOException {
    Path other = home.resolve("other.properties");
    Files.writeString(other, "sprint.length = 99m\n");
    Loaded loaded =
        load(
            "include = other.properties\nincludeOptional = "
                + other
                + "\nINCLUDE: other.properties");
    assertThat(loaded.preferences()).isEqualTo(Preferences.DEFAULTS);
    assertThat(loaded.problems()).isEmpty();
    assertThat(load("include = nowhere.properties").problems()).isEmpty();
  }

  @Test
  void nothingIsInterpolated() throws IOException {
    Loaded loaded =
        load(
            "language = ${env:HOME}\n"
                + "task.${sys\\:user.name}.passive = true\n"
                + "warning = ${idle.after}");
    assertThat(loaded.preferences().get(CoachKeys.LANGUAGE)).isEqualTo("${env:HOME}");
    assertThat(loaded.preferences().tasks()).containsExactly("${sys:user.name}");
    assertThat(loaded.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).startsWith("\"${idle.after}\" is not "));
  }

  @Test
  void commasSplitNothing() throws IOException {
    Loaded loaded =
        load("postpone.choices = 1m, 2m,3m\nwork.hours = mon-fri 09:00-12:00, sat 10:00-11:00");
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.preferences().get(CoachKeys.POSTPONE_CHOICES))
        .containsExactly(minutes(1), minutes(2), minutes(3));
    assertThat(loaded.preferences().get(CoachKeys.WORK_HOURS).ranges()).hasSize(2);
  }

  @Test
  void anUnfinishedEscapeIsAProblemOfItsLine() throws IOException {
    Loaded loaded =
        load("sprint.length = \\u12\nwarning = \\u00zz\nlanguage=a\\u0062\npath = C:\\users\\me\n");
    assertThat(loaded.preferences().get(CoachKeys.LANGUAGE)).isEqualTo("ab");
    assertThat(loaded.problems())
        .containsExactly(
            new Problem(
                1,
                "sprint.length",
                "has a \\u without four hexadecimal digits behind it;"
                    + " the default, 25m, is used instead"),
            new Problem(
                2,
                "warning",
                "has a \\u without four hexadecimal digits behind it;"
                    + " the default, 30s, is used instead"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sprint.length = 30m\\",
        "sprint.length = 30m\\\n",
        "\\\nsprint.length = 30m",
        "\\\n# this is a key\nsprint.length = 30m",
        "\t sprint.length\t30m",
        "sprint.length:30m\\\r\n\r\n",
        "sprint.length\\\n = 3\\\r\n   0m\n",
        "\uFEFFsprint.length=30m\r\n",
        "mine=\\\nsprint.length=1m\nsprint.length=30m",
        "tool = a\u2028b\u0085c\nsprint.length=30m\r",
        "# \\\nsprint.length = 30m",
      })
  void oddButRightLinesAreRead(String text) throws IOException {
    Loaded loaded = load(text);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(minutes(30));
  }

  @Test
  void aFileThatIsNotUtf8IsReadAsIso88591AndThatIsSaid() throws IOException {
    Loaded loaded =
        load("# ok\r\n# für\r\ntask.Größe.passive = true\r\nwarning=x\r\n".getBytes(ISO_8859_1));
    assertThat(loaded.preferences().tasks()).containsExactly("Größe");
    assertThat(loaded.problems()).extracting(Problem::line).containsExactly(2, 4);
    assertThat(loaded.problems().getFirst().message()).contains("UTF-8").contains("ISO-8859-1");
  }

  @Test
  void aFileCutInTheMiddleOfACharacterIsReadAllTheSame() throws IOException {
    byte[] whole = "sprint.length=30m\n# €".getBytes(UTF_8);
    Loaded loaded = load(Arrays.copyOf(whole, whole.length - 1));
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(minutes(30));
    assertThat(loaded.problems()).extracting(Problem::line).containsExactly(2);
  }

  @Test
  void whatIsNoTextIsAProblemOfTheWholeFile() throws IOException {
    assertWhole(load("sprint.length=30m\n\0\0\0\n"), "a zero byte in line 2");
    assertWhole(load("sprint.length=30m\n".getBytes(UTF_16LE)), "a zero byte in line 1");
    assertWhole(load("sprint.length=30m\n#" + "x".repeat(10_000_000)), "larger than 256 KB");
  }

  @Test
  void aFolderInItsPlaceIsAProblemOfTheWholeFile() throws IOException {
    Loaded loaded = new PropertiesSettings(home, Runnable::run).load();
    assertWhole(loaded, "is a folder");
  }

  @Test
  void aLinkInACircleIsAProblemOfTheWholeFile() throws IOException {
    Path file = home.resolve("respite.properties");
    Files.createSymbolicLink(file, Path.of("respite.properties"));
    assertWhole(new PropertiesSettings(file, Runnable::run).load(), "cannot be read (");
  }

  @Test
  void whileAFileCannotBeReadTheSettingsBeforeStay() throws IOException {
    Path file = home.resolve("respite.properties");
    PropertiesSettings settings = new PropertiesSettings(file, Runnable::run);
    Files.writeString(file, "sprint.length = 30m");
    settings.load();
    Files.write(file, new byte[100]);
    Loaded loaded = settings.load();
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(minutes(30));
    assertThat(loaded.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message()).endsWith("the settings read before stay in force"));
  }

  @Test
  void theLargestFileThereMayBeIsRead() throws IOException {
    String key = "k".repeat(120_000);
    Loaded loaded = load(key + " " + " ".repeat(120_000) + "v\nsprint.length = 30m\n");
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(minutes(30));
  }

  @Test
  void theLanguageOfTheUserChangesNothing() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(load("STRICTNESS=x\nstrictness = FIRM\nidle.after=\u0663m").problems())
          .extracting(Problem::message)
          .containsExactly(
              "is unknown; did you mean strictness?",
              "\"\u0663m\" is not a length of time from 15s to 1h, such as 25m or 1h30m;"
                  + " the default, 2m, is used instead");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertWhole(Loaded loaded, String why) {
    assertThat(loaded.preferences()).isEqualTo(Preferences.DEFAULTS);
    assertThat(loaded.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isZero();
              assertThat(problem.key()).isEmpty();
              assertThat(problem.message()).contains(why).contains("the defaults are used");
            });
  }
}
