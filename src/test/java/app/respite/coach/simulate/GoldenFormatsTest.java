package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.cli.simulate.ScriptFile;
import app.respite.coach.CoachCore;
import app.respite.coach.InMemoryJournal;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.coach.StateFields;
import app.respite.coach.port.Announcement;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.RandomRecords;
import app.respite.coach.port.Update;
import app.respite.coach.port.UpdateFields;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.exchange.JournalExport;
import app.respite.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the program writes down in every scenario stays as it was written before: the open state,
 * the status that faces get, the export and the review. A line that shows a field for the first
 * time is in the file as it is, any other by its digest.
 *
 * <p>Where a format changes on purpose, {@code -Dgolden.write=true} writes the files anew; the
 * difference belongs into the commit's review. Then those scenarios join that were added meanwhile;
 * until then only those count that a file has.
 */
class GoldenFormatsTest {
  private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final boolean WRITE = Boolean.getBoolean("golden.write");
  private static final String SCRIPT = ".jsonl";
  private static final String EXPECTED = ".expected.jsonl";

  /** More digits than any figure is shown with, and fewer than two machines may differ in. */
  private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d{7,}(E-?\\d+)?");

  private static final Pattern FIELD = Pattern.compile("\"([A-Za-z][\\w.-]*)\":");

  /** What is written down, a file each. */
  enum Kind {
    STATE,
    STATUS,
    EXPORT,
    REVIEW
  }

  /** Records of every kind, which no single scenario has: with all their parts, and with few. */
  @Test
  void everyRecordIsExportedAsItWasBefore() throws IOException {
    List<String> now = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (double nulls : new double[] {0, 0.5, 1}) {
      RandomRecords records = new RandomRecords(7, nulls);
      for (Class<? extends JournalRecord> kind : RandomRecords.KINDS) {
        for (int i = 0; i < 5; i++) {
          JournalRecord record = records.of(kind, records.id());
          String text = JournalExport.line(record, ZoneId.of("Asia/Kolkata"));
          now.add(kind.getSimpleName() + " " + (showsMore(text, shown) ? text : digest(text)));
        }
      }
    }
    hold("records", now);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatEveryScenarioWritesIsWhatItWroteBefore(Kind kind) throws Exception {
    List<String> now = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    Set<String> held = held(GOLDEN.resolve(kind.name().toLowerCase(Locale.ROOT) + ".txt"));
    for (Path script : scripts()) {
      String name = script.getFileName().toString().replace(SCRIPT, "");
      if (!held.contains(name) && !WRITE) {
        continue;
      }
      int number = 0;
      for (String line : written(kind, script)) {
        number++;
        String text = FRACTION.matcher(line).replaceAll(GoldenFormatsTest::rounded);
        now.add(name + " " + number + " " + (showsMore(text, shown) ? text : digest(text)));
      }
    }
    hold(kind.name().toLowerCase(Locale.ROOT), now);
  }

  private static void hold(String name, List<String> now) throws IOException {
    Path file = GOLDEN.resolve(name + ".txt");
    if (WRITE) {
      Files.createDirectories(GOLDEN);
      Files.write(file, now);
    }
    List<String> before = Files.readAllLines(file);
    for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
      assertThat(now.get(i)).as("%s, line %d", file, i + 1).isEqualTo(before.get(i));
    }
    assertThat(now).as("lines of %s", file).hasSameSizeAs(before);
  }

  /** The names of the scenarios that a file has. */
  private static Set<String> held(Path file) throws IOException {
    Set<String> names = new HashSet<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      names.add(line.substring(0, line.indexOf(' ')));
    }
    assertThat(WRITE || names.size() > 60).as("scenarios of %s", file).isTrue();
    return names;
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files
          .filter(file -> file.toString().endsWith(SCRIPT))
          .filter(file -> !file.toString().endsWith(EXPECTED))
          .sorted()
          .toList();
    }
  }

  private static List<String> written(Kind kind, Path file) throws Exception {
    Script script = ScriptFile.read(file);
    ZoneId zone = script.zone();
    InMemoryJournal journal = new InMemoryJournal();
    List<TimedEvent> told = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Simulation simulation =
        Simulation.begin(script, Preferences.DEFAULTS, zone, journal, told::add);
    for (Script.Line line : script.lines()) {
      simulation.play(line);
      CoachCore core = simulation.core();
      if (core == null) {
        continue;
      }
      if (kind == Kind.STATE) {
        lines.add(Json.write(new TreeMap<>(StateFields.of(core.state())), zone));
      } else if (kind == Kind.STATUS) {
        lines.add(status(core, simulation, journal, told, zone));
      }
      told.clear();
    }
    if (kind == Kind.EXPORT) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      JournalExport.write(journal, null, zone, out);
      out.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
    } else if (kind == Kind.REVIEW) {
      LocalDate from = LocalDate.ofInstant(script.lines().getFirst().at(), zone).minusDays(1);
      LocalDate to = LocalDate.ofInstant(script.lines().getLast().at(), zone).plusDays(1);
      Instant now = script.lines().getLast().at();
      lines.add(
          Json.write(
              ReviewJson.of(
                  ReviewService.review(journal, Preferences.DEFAULTS, from, to, zone, now)),
              zone));
    }
    return lines;
  }

  private static String status(
      CoachCore core,
      Simulation simulation,
      InMemoryJournal journal,
      List<TimedEvent> told,
      ZoneId zone) {
    Update update =
        new Update(
            core.snapshot(simulation.reading()),
            journal.sequence(),
            true,
            true,
            "",
            Prompting.NONE,
            told.stream()
                .<Announcement>map(one -> new Announcement.OfDay(one.at(), one.event()))
                .toList());
    return Json.write(UpdateFields.of(update, Map.of()), zone);
  }

  /** Whether a text has a field, or a kind or event, that no text before it had. */
  private static boolean showsMore(String text, Set<String> shown) {
    boolean more = false;
    var field = FIELD.matcher(text);
    while (field.find()) {
      String value = text.substring(field.end(), Math.min(text.length(), field.end() + 40));
      String name = field.group(1);
      boolean names = name.equals("kind") || name.equals("event") || name.equals("state");
      more |= shown.add(name.replaceAll("\\d+", "0") + (value.startsWith("null") ? "" : "!"));
      if (names && value.startsWith("\"")) {
        more |= shown.add(name + "=" + value.split("\"", -1)[1]);
      }
    }
    return more;
  }

  private static String rounded(MatchResult number) {
    return String.format(Locale.ROOT, "%.6g", Double.parseDouble(number.group()));
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
