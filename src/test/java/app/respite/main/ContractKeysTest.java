package app.respite.main;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.bind.RandomValues;
import app.respite.cli.ProgramServices.ImportCall;
import app.respite.coach.HoursJson;
import app.respite.coach.InMemoryJournal;
import app.respite.coach.MoneyJson;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.coach.port.EventFields;
import app.respite.coach.port.Update;
import app.respite.coach.port.UpdateFields;
import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.money.MoneyDays;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every key that the program writes into JSON stands in docs/contract.md, in the line about where
 * it is, and every key that a line describes is written. So a card of the review, or whatever else
 * adds a key, fails here until it is described.
 */
class ContractKeysTest {
  private static final LocalDate LAST = MONDAY.plusDays(41);

  /** What is described in the words of another line: a section, a key, and where its keys stand. */
  private static final Map<String, Elsewhere> ELSEWHERE =
      Map.of(
          "review --json, platforms", new Elsewhere("review --json", List.of("tasks")),
          "review --json, hoursToReport",
              new Elsewhere("timesheet --json", List.of("from", "rows")),
          "money --json, totals", new Elsewhere("money --json", List.of("rows")),
          "money --json, platforms", new Elsewhere("money --json", List.of("rows", "platforms")),
          "status --json, today", new Elsewhere("review --json", List.of("days")));

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A key, or a key with those inside it; a command or a value such as 2026Q4 is neither. */
  private static final Pattern NAMES =
      Pattern.compile("([A-Za-z]\\w*(\\[])?)?(\\[?\\{[\\w,\\[\\]{}]*)?");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");

  /** The key of an amount; empty where the currency is unknown. */
  private static final Pattern CURRENCY = Pattern.compile("|[A-Z]{3}");

  @TempDir Path folder;

  private record Elsewhere(String section, List<String> lines) {}

  @Test
  void everyKeyOfAReviewIsDescribed() throws IOException {
    hold("review --json", List.of(review()));
  }

  @Test
  void everyKeyOfMoneyIsDescribed() throws IOException {
    hold("money --json", List.of(money()));
  }

  @Test
  void everyKeyOfATimesheetIsDescribed() throws IOException {
    hold("timesheet --json", List.of(timesheet()));
  }

  @Test
  void everyKeyOfTheStatusIsDescribed() throws IOException {
    Update update = new RandomValues(5, 0).of(Update.class).with(List.of());
    Map<String, @Nullable Object> day = ReviewJson.day(Diary.monday().day(MONDAY));
    List<Map<String, @Nullable Object>> status = List.of(UpdateFields.of(update, day));
    assertThat(undescribed("status --json", status)).isEmpty();
  }

  @Test
  void everyFieldOfAnEventIsDescribed() throws IOException {
    Set<String> described = new TreeSet<>();
    for (String line : lines("simulate")) {
      CODE.matcher(line).results().map(code -> code.group(1)).forEach(described::add);
    }
    List<String> written =
        RandomValues.members(Event.class)
            .map(kind -> new RandomValues(5, 0).of(kind))
            .map(event -> EventFields.of(Instant.EPOCH, (Event) event))
            .map(ContractKeysTest::inTheContract)
            .toList();
    assertThat(described).containsAll(written);
  }

  /** An event as the contract writes it: its name, and its fields in their order. */
  private static String inTheContract(Map<String, @Nullable Object> event) {
    List<String> fields =
        event.keySet().stream().filter(key -> !key.equals("at") && !key.equals("event")).toList();
    return event.get("event") + (fields.isEmpty() ? "" : "{" + String.join(",", fields) + "}");
  }

  @Test
  void everyKeyOfAnImportIsDescribed() throws IOException {
    hold("import --json", imported());
  }

  @Test
  void aKeyThatIsNotInItsLineIsFound() throws IOException {
    assertThat(undescribed("review --json", List.of(Map.of("days", List.of(Map.of("strain", 3))))))
        .containsExactly("days.strain");
    assertThat(undescribed("review --json", List.of(Map.of("mood", 3)))).containsExactly("mood");
  }

  private static void hold(String section, List<? extends Map<String, ?>> documents)
      throws IOException {
    assertThat(undescribed(section, documents)).as("written and not described").isEmpty();
    Set<String> described = new TreeSet<>();
    lines(section).stream()
        .filter(line -> line.startsWith("- "))
        .map(ContractKeysTest::names)
        .forEach(described::addAll);
    Set<String> written = new TreeSet<>();
    for (List<String> path : paths(documents)) {
      written.addAll(path);
    }
    described.removeAll(written);
    assertThat(described).as("described and not written").isEmpty();
  }

  /** The keys that stand in no line about the outermost of those around them. */
  private static Set<String> undescribed(String section, List<? extends Map<String, ?>> documents)
      throws IOException {
    Set<String> missing = new TreeSet<>();
    for (List<String> path : paths(documents)) {
      String top = path.getFirst();
      Elsewhere where = new Elsewhere(section, List.of(top));
      if (path.size() > 1) {
        where = ELSEWHERE.getOrDefault(section + ", " + top, where);
      }
      List<String> keys = where.lines();
      boolean described =
          lines(where.section()).stream()
              .map(ContractKeysTest::names)
              .anyMatch(
                  names ->
                      names.contains(path.getLast()) && keys.stream().anyMatch(names::contains));
      if (!described) {
        missing.add(String.join(".", path));
      }
    }
    return missing;
  }

  /** Every key of documents with those around it, the outermost first. */
  private static List<List<String>> paths(List<? extends Map<String, ?>> documents) {
    List<List<String>> paths = new ArrayList<>();
    documents.forEach(document -> walk(document, List.of(), paths));
    return paths;
  }

  private static void walk(@Nullable Object value, List<String> around, List<List<String>> into) {
    if (value instanceof List<?> list) {
      list.forEach(one -> walk(one, around, into));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inside) -> {
            List<String> path = around;
            if (!CURRENCY.matcher((String) key).matches()) {
              path = Stream.concat(around.stream(), Stream.of((String) key)).toList();
              into.add(path);
            }
            walk(inside, path, into);
          });
    }
  }

  /** Bullets and paragraphs of a section, or the one bullet about a document among others. */
  private static List<String> lines(String section) throws IOException {
    String contract = Files.readString(Path.of("docs", "contract.md"));
    int heading = contract.indexOf("\n## `" + section + "`\n");
    if (heading >= 0) {
      int end = contract.indexOf("\n## ", heading + 1);
      return List.of(contract.substring(heading, end).split("\n(?=- |\n)"));
    }
    int bullet = contract.indexOf("\n- `" + section + "`: ") + 1;
    assertThat(bullet).as("section %s", section).isPositive();
    return List.of(contract.substring(bullet, contract.indexOf("\n- ", bullet)));
  }

  /** The keys that a line names; what stands in brackets are values. */
  private static Set<String> names(String line) {
    Set<String> names = new TreeSet<>();
    Matcher code = CODE.matcher(line.replaceAll("\\s+", " ").replaceAll(" \\([^()]*\\)", ""));
    while (code.find()) {
      if (NAMES.matcher(code.group(1)).matches()) {
        Matcher word = WORD.matcher(code.group(1));
        while (word.find()) {
          names.add(word.group());
        }
      }
    }
    return names;
  }

  /** Six weeks of rated sprints with items, paid by the hour, on a platform that wants hours. */
  private static Diary weeks() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "Remotasks", Diary.perHour("12", "USD"));
    diary.platforms.add(
        new Platform(
            Platform.idOf("Remotasks"), "Remotasks", null, null, null, Duration.ofDays(60), null));
    for (LocalDate day = MONDAY; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (int i = 0; i < 4; i++) {
        Instant start = diary.at(day + "T09:00").plusSeconds(3600L * i);
        Sprint sprint = diary.sprint(task, start, 50, 2 + i, 4, 20 + i);
        diary.rating(sprint.end().plusSeconds(10), false, sprint, 2 + i, 4);
        for (int item = 1; item <= 29; item++) {
          ItemOutcome outcome = item == 1 ? ItemOutcome.PENDING : ItemOutcome.ACCEPTED;
          diary.item(task, start.plusSeconds(100L * item), 40 + 7 * item % 5, outcome, null);
        }
        diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, sprint.end(), 5);
      }
    }
    return diary;
  }

  private static InMemoryJournal journal() {
    Diary diary = weeks();
    InMemoryJournal journal = new InMemoryJournal();
    journal.write(
        Stream.concat(diary.all().stream(), diary.platforms.stream())
            .<Change>map(Change.Put::new)
            .toList(),
        null);
    return journal;
  }

  private static Map<String, @Nullable Object> review() {
    Instant now = weeks().at(LAST + "T20:00");
    // A range with days before it, for what is usual is taken from those.
    LocalDate first = LAST.minusDays(6);
    return ReviewJson.of(
        ReviewService.review(journal(), Preferences.DEFAULTS, first, LAST, BERLIN, now));
  }

  private static Map<String, @Nullable Object> timesheet() {
    OffsetDateTime nine = weeks().at(MONDAY + "T09:00").atZone(BERLIN).toOffsetDateTime();
    Row row = new RandomValues(5, 0).with(OffsetDateTime.class, () -> nine).of(Row.class);
    HoursToReport hours = new HoursToReport(MONDAY, MONDAY, Duration.ofMinutes(1), List.of(row));
    return HoursJson.of(hours, Reviewer.calendar(List.of(), Preferences.DEFAULTS, BERLIN));
  }

  private static Map<String, @Nullable Object> money() {
    MoneyDays days =
        new MoneyDays()
            .terms("Appen", 7, "12", null, null)
            .terms("Toloka", 7, null, "USD", null)
            .pending("2026-11-03", "Appen", "4", "USD", 0.5)
            .unpaid("2026-11-04", "Appen", 1)
            .earned("2026-11-05", "Toloka", "3", "USD", 1)
            .paid("2026-11-10", "Appen", "10", "USD", "0.75");
    for (int month = 3; month <= 11; month++) {
      days.earned("2026-%02d-02".formatted(month), "Appen", "20." + month, "USD", 2);
    }
    return MoneyJson.of(days.report("2026-03-01", "2026-11-30", "2026-11-30"), BERLIN);
  }

  /** Imports of a team's file, of one with a row that is wrong, and of the team's by one name. */
  private List<Map<String, @Nullable Object>> imported() throws IOException {
    Folders folders =
        Folders.of(
            folder.resolve("home"),
            Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString()),
            "Linux",
            folder,
            "me",
            folder);
    SystemClock clock = new SystemClock("1", "2026-06-01T09:00:00Z");
    Program program = new Program(folders, null, clock, new LogFile(folder.resolve("log")), "test");
    Path team =
        Files.writeString(
            folder.resolve("team.json"),
            """
            [{"id":1,"project":5,"annotations":[{"id":1,"completed_by":{"id":7,"email":"a@example.org"},
            "lead_time":30,"created_at":"2026-05-24T10:01:00Z","result":[]}]},
            {"id":2,"project":5,"annotations":[{"id":2,"completed_by":{"id":8,"email":"b@example.org"},
            "lead_time":30,"created_at":"2026-05-24T10:02:00Z","result":[]}]}]
            """);
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.jsonl"),
            "{\"kind\":\"task\",\"name\":\"Boxes\"}\n{\"kind\":\"nothing\"}\n");
    Imports imports = new Imports(program, folders, clock);
    return Stream.of(call(team, null), call(wrong, null), call(team, "7"))
        .flatMap(call -> imports.run(call).stream())
        .toList();
  }

  private static ImportCall call(Path file, @Nullable String worker) {
    return new ImportCall(List.of(file), null, null, worker, false, false, (read, size) -> {});
  }
}
