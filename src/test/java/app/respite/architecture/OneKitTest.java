package app.respite.architecture;

import static app.respite.architecture.House.CLASSES;
import static app.respite.architecture.House.member;
import static app.respite.architecture.House.use;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.text.Figures;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lengths, figures, text from outside and records are written in one place for every face. */
class OneKitTest {
  private static final Path MAIN = Path.of("src/main/java/app/respite");

  /** Characters that a sanitizer looks for, in the ways a source may write them. */
  private static final Pattern SANITIZES =
      Pattern.compile(
          "\\\\p\\{(Cntrl|C|Cc|Cf)\\}|0x20[26][0-9a-f]|u20(2[89a-e]|6[6-9])|isISOControl");

  @Test
  void onePlaceKnowsWhatIsHarmfulInText() throws IOException {
    assertThat(sourcesWith(SANITIZES))
        .as("use domain.text.PlainText; the settings file escapes what its format wants")
        .containsExactlyInAnyOrder(
            "domain/text/PlainText.java", "settings/PageReader.java", "settings/PageWriter.java");
  }

  @Test
  void onlyTextAndTheFormatOfSettingsAskForControlCharacters() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(PlainText.class.getName())
        .and()
        .doNotHaveFullyQualifiedName("app.respite.settings.PageWriter")
        .should(use("control characters", member(Character.class, "isISOControl")))
        .check(CLASSES);
  }

  /** A second way to write records down would have to name their fields again. */
  @Test
  void onePlaceBindsRecordsByTheirComponents() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.respite.bind")
        .should(
            use(
                "the components of records, which a bind.Form reads and writes",
                member(Class.class, "getRecordComponents", "isRecord")
                    .or(member(RecordComponent.class, "getAccessor", "getName", "getType"))))
        .check(CLASSES);
  }

  /** A unit as a text of its own is put behind a number. */
  @Test
  void onePlaceWritesLengthsOfTime() throws IOException {
    assertThat(sourcesWith(Pattern.compile("\" (min|h) ?\"")))
        .as("use domain.time.Durations")
        .containsExactlyInAnyOrder("domain/time/Durations.java");
  }

  @Test
  void onePlaceTakesLengthsOfTimeApart() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Durations.class.getName())
        .should(
            use(
                "the minutes and seconds of a length, which Durations writes",
                member(Duration.class, "toHoursPart", "toMinutesPart", "toSecondsPart")))
        .check(CLASSES);
  }

  @Test
  void onePlaceRoundsMoneyAndShares() throws IOException {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Figures.class.getName())
        .should(
            use(
                "a currency's decimals, which Figures knows",
                member(Currency.class, "getDefaultFractionDigits", "getAvailableCurrencies")))
        .check(CLASSES);
    assertThat(sourcesWith(Pattern.compile("\" (%|kB|MB)\"|%\\.\\df")))
        .as("use domain.text.Figures; a limit that was crossed must not read as the limit")
        .containsExactlyInAnyOrder("domain/text/Figures.java", "domain/watch/WatchWords.java");
  }

  private static List<String> sourcesWith(Pattern wanted) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> wanted.matcher(code(file)).find())
          .map(file -> MAIN.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** A source without its comments. */
  private static String code(Path file) {
    try {
      return Files.readString(file)
          .replaceAll("(?s)/\\*.*?\\*/", "")
          .replaceAll("(?m)^\\s*//.*$", "");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
