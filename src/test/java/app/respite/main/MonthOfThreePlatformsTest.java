package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.json.Json;
import app.respite.json.JsonException;
import app.respite.main.MonthScript.Done;
import app.respite.main.MonthScript.Gig;
import app.respite.main.MonthScript.Said;
import app.respite.main.MonthScript.Sums;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month on three platforms through the real program: raises, late decisions, payouts, an unpaid
 * qualification, euros beside dollars, edits and what was taken back. Every amount, rate and hour
 * that terminal, JSON, table and workbook show is held against what {@link MonthScript} reckons.
 */
@Tag("program")
class MonthOfThreePlatformsTest {
  private static final BigDecimal NEAR = new BigDecimal("0.0000001");
  private static final LocalDate TENTH = LocalDate.parse("2026-10-10");
  private static final LocalDate FIFTEENTH = LocalDate.parse("2026-10-15");

  /** In the order they were told; the first is told anew by the second. */
  private static final List<Said> SAID =
      List.of(
          new Said(Gig.BOXES, MonthScript.FIRST, TENTH, null, 30),
          new Said(Gig.BOXES, MonthScript.FIRST, TENTH, null, 37),
          new Said(Gig.BOXES, TENTH.plusDays(1), LocalDate.parse("2026-10-17"), null, 20),
          new Said(Gig.BILDER, MonthScript.FIRST, FIFTEENTH, 280, null));

  @TempDir static Path folder;
  private static RealProgram respite;
  private static final MonthScript MONTH = new MonthScript();

  @BeforeAll
  static void live() throws IOException, JsonException {
    Path script = folder.resolve("month.jsonl");
    Files.write(script, MONTH.lines());
    Path settings = folder.resolve("month.properties");
    Files.writeString(settings, "task.Bilder.items.typed = undecided\nrest.latest = 2h\n");
    respite = new RealProgram(folder.resolve("home"), "-Duser.timezone=Europe/Berlin");
    respite
        .run(
            "simulate",
            script.toString(),
            "--settings",
            settings.toString(),
            "--zone",
            "Europe/Berlin",
            "--home",
            respite.home().toString())
        .ok();
    Files.createDirectories(respite.home());
    Files.copy(settings, respite.home().resolve("respite.properties"));
    pays("Boxes", "Remotasks", "item", "0.05", "USD");
    pays("Chats", "Appen", "hour", "12.37", "USD");
    pays("Bilder", "Clickworker", "item", "0.035", "EUR");
    respite.run("task", "edit", "Qualification", "--platform", "Appen").ok();
    ok("task edit Boxes --amount 0.06 --from " + MonthScript.BOXES_RAISE);
    ok("task edit Chats --amount 13.05 --from " + MonthScript.CHATS_RAISE);
    ok("decide Boxes --from 2026-10-01 --to 2026-10-10 --rejected 30");
    ok("decide Boxes --from 2026-10-01 --to 2026-10-10 --rejected 37");
    ok("decide Boxes --from 2026-10-11 --to 2026-10-17 --rejected 20");
    ok("decide --platform clickworker --from 2026-10-01 --to 2026-10-15 --accepted 280");
    ok("platform set Appen --floor 12.5 --currency USD --pays-after 7d --week-starts tue");
    ok("paid 45 --currency EUR --platform Clickworker --on 2026-10-30");
    ok("paid 300 --currency USD --platform Appen --on 2026-10-16");
    ok("paid 25.5 --currency USD --platform Remotasks --on 2026-10-23 --fee 0.6");
    ok("paid 99 --currency USD --platform Remotasks --on 2026-10-24");
    ok("log undo");
    String sprint = String.valueOf(sprintOfTheFifth().get("id"));
    ok("log edit " + sprint + " --items 99 --rejected 98");
    ok("log undo");
    ok("log delete " + sprint);
    ok("log undo");
    ok("paid 20 --currency USD --platform remotasks --on 2026-10-09 --fee 0.4");
  }

  private static Map<?, ?> sprintOfTheFifth() throws JsonException {
    Map<?, ?> log = Json.readObject(ok("log --from 2026-10-05 --to 2026-10-05 --json"));
    Map<?, ?> day = (Map<?, ?>) ((List<?>) log.get("days")).getFirst();
    return (Map<?, ?>) ((List<?>) day.get("records")).getFirst();
  }

  @AfterAll
  static void end() {
    respite.close();
  }

  private static String ok(String line) {
    return respite.run(line.split(" ")).ok().out();
  }

  private static void pays(String task, String platform, String per, String amount, String in) {
    respite
        .run(
            "task",
            "edit",
            task,
            "--platform",
            platform,
            "--pay",
            per,
            "--amount",
            amount,
            "--currency",
            in,
            "--from",
            "start")
        .ok();
  }

  private static Predicate<Done> of(String platform) {
    return one -> one.gig().platform.equals(platform);
  }

  private static Sums sums(String platform) {
    return MONTH.sums(SAID, of(platform));
  }

  private static void assertNear(Object shown, BigDecimal reckoned, String what) {
    assertThat(new BigDecimal(String.valueOf(shown))).as(what).isCloseTo(reckoned, within(NEAR));
  }

  private static final Map<String, String> LANDED =
      Map.of("Remotasks", "45.5", "Appen", "300", "Clickworker", "45");

  private static final Map<String, String> CURRENCIES =
      Map.of("Remotasks", "USD", "Appen", "USD", "Clickworker", "EUR");

  private static BigDecimal outstanding(String platform) {
    return sums(platform).earned.subtract(new BigDecimal(LANDED.get(platform)));
  }

  @Test
  void theMonthIsAsLargeAsItIsSaidToBe() {
    assertThat(MONTH.sprints).hasSize(156);
    assertThat(outstanding("Remotasks")).isPositive();
    assertThat(outstanding("Appen")).isPositive();
    assertThat(outstanding("Clickworker")).isNegative();
    assertThat(sums("Clickworker").pending).isPositive();
  }

  @Test
  void everyFigureOfMoneyIsTheOneThatIsReckoned() throws JsonException {
    Map<?, ?> json = Json.readObject(ok("money --month 2026-10 --json"));
    List<?> rows = (List<?>) json.get("rows");
    assertThat(rows).hasSize(3);
    for (Object any : rows) {
      Map<?, ?> row = (Map<?, ?>) any;
      String platform = (String) row.get("platform");
      Sums sums = sums(platform);
      assertThat(row.get("currency")).isEqualTo(CURRENCIES.get(platform));
      assertNear(row.get("earned"), sums.earned, platform + " earned");
      assertNear(row.get("pending"), sums.pending, platform + " pending");
      assertNear(row.get("landed"), new BigDecimal(LANDED.get(platform)), platform + " landed");
      assertNear(
          row.get("outstanding"), outstanding(platform).max(BigDecimal.ZERO), platform + " owed");
      assertNear(
          row.get("landedBeyondEarned"),
          outstanding(platform).negate().max(BigDecimal.ZERO),
          platform + " beyond");
      assertThat(((Number) row.get("workSeconds")).longValue()).isEqualTo(sums.work);
      assertThat(((Number) row.get("presentSeconds")).longValue()).isEqualTo(sums.present);
      assertThat(((Number) row.get("unpaidSeconds")).longValue()).isEqualTo(sums.unpaid);
      assertNear(
          row.get("perWorkHour"), Sums.hourly(sums.earned, sums.decidedWork), platform + " work");
      assertNear(
          row.get("perPresentHour"),
          Sums.hourly(sums.earned, sums.decidedPresent),
          platform + " present");
      if (sums.pending.signum() == 0) {
        assertThat(row.get("perPresentHourRange")).isNull();
      } else {
        List<?> range = (List<?>) row.get("perPresentHourRange");
        assertNear(range.getFirst(), Sums.hourly(sums.earned, sums.present), platform + " least");
        assertNear(
            range.getLast(),
            Sums.hourly(sums.earned.add(sums.pending), sums.present),
            platform + " most");
      }
      boolean appen = platform.equals("Appen");
      assertThat(row.get("belowFloor"))
          .isEqualTo(
              appen
                  ? (Boolean)
                      (Sums.hourly(sums.earned, sums.decidedPresent)
                              .compareTo(new BigDecimal("12.5"))
                          < 0)
                  : null);
    }
    Map<?, ?> totals = (Map<?, ?>) json.get("totals");
    Map<?, ?> dollars = (Map<?, ?>) totals.get("USD");
    assertNear(
        dollars.get("earned"), sums("Remotasks").earned.add(sums("Appen").earned), "all dollars");
    assertThat(dollars.get("fees")).isEqualTo("1");
    assertThat(List.copyOf(totals.keySet())).isEqualTo(List.of("EUR", "USD"));
  }

  @Test
  void everyFigureOfATaskInTheReviewIsTheOneThatIsReckoned() throws JsonException {
    Map<?, ?> json = Json.readObject(ok("review --month 2026-10 --json"));
    List<?> tasks = (List<?>) json.get("tasks");
    assertThat(tasks).hasSize(4);
    for (Object any : tasks) {
      Map<?, ?> row = (Map<?, ?>) any;
      Predicate<Done> own = one -> one.gig().task.equals(row.get("task"));
      Sums sums = MONTH.sums(SAID, own);
      String task = String.valueOf(row.get("task"));
      assertThat(((Number) row.get("workSeconds")).longValue()).as(task).isEqualTo(sums.work);
      assertThat(((Number) row.get("items")).intValue()).as(task).isEqualTo(sums.items);
      assertThat(((Number) row.get("rejected")).intValue()).as(task).isEqualTo(sums.bad);
      if (sums.good + sums.bad > 0) {
        assertNear(
            row.get("rejectedRate"),
            BigDecimal.valueOf(sums.bad)
                .divide(BigDecimal.valueOf(sums.good + sums.bad), 12, RoundingMode.HALF_EVEN),
            task);
        assertNear(
            row.get("itemsPerHour"),
            Sums.hourly(BigDecimal.valueOf(sums.items), sums.pacedWork),
            task);
      }
      Map<?, ?> earned = (Map<?, ?>) row.get("earned");
      if (sums.earned.signum() != 0) {
        String currency = String.valueOf(earned.keySet().iterator().next());
        assertNear(earned.get(currency), sums.earned, task);
        assertNear(
            ((Map<?, ?>) row.get("perWorkHour")).get(currency),
            Sums.hourly(sums.earned, sums.decidedWork),
            task);
        assertNear(
            ((Map<?, ?>) row.get("perPresentHour")).get(currency),
            Sums.hourly(sums.earned, sums.decidedPresent),
            task);
        assertNear(
            ((Map<?, ?>) row.get("setAside")).get(currency),
            sums.earned.multiply(new BigDecimal("0.25")),
            task);
      } else {
        assertThat(task).isEqualTo("Qualification");
        assertThat(earned).isEmpty();
      }
    }
  }

  @Test
  void theTerminalShowsTheSameToTheCent() {
    String text = ok("money --month 2026-10");
    for (String platform : LANDED.keySet()) {
      Sums sums = sums(platform);
      String line =
          text.lines()
              .filter(one -> one.strip().startsWith(platform + " "))
              .findFirst()
              .orElseThrow();
      List<String> shown = new ArrayList<>(List.of(line.strip().split("\\s+")));
      assertThat(shown.subList(2, shown.size()))
          .as(line)
          .containsExactly(
              cents(sums.earned),
              cents(sums.pending),
              cents(new BigDecimal(LANDED.get(platform))),
              cents(outstanding(platform).max(BigDecimal.ZERO)),
              BigDecimal.valueOf(sums.present)
                  .divide(BigDecimal.valueOf(3600), 1, RoundingMode.HALF_UP)
                  .toString(),
              cents(Sums.hourly(sums.earned, sums.decidedPresent)));
    }
  }

  @Test
  void anAmountIsToldWithTheSprintsBehindIt() {
    Sums chats = MONTH.sums(SAID, one -> one.gig() == Gig.CHATS);
    String told = ok("review --month 2026-10 --explain earned --task Chats");
    // The sprint that crosses into the next day is a line of each.
    assertThat(told.lines().filter(line -> line.contains("/h "))).hasSize(52 + 1);
    assertThat(
            told.lines().filter(line -> line.strip().startsWith("in all")).findFirst().orElse(""))
        .endsWith(cents(chats.earned) + " USD");
    respite
        .run("review", "--month", "2026-10", "--explain", "earnd")
        .failed(2, "did you mean earned?");
    respite.run("review", "--day", "2026-10-04", "--explain", "earned").failed(1, "no earned");
    respite.run("review", "--task", "Chats").failed(2, "--explain");
  }

  private static String cents(BigDecimal amount) {
    BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "-" : rounded.toString();
  }

  @Test
  void theTableAndTheWorkbookHaveTheSame() throws IOException {
    Path csv = folder.resolve("money.csv");
    Path xlsx = folder.resolve("money.xlsx");
    ok("money --month 2026-10 --csv " + csv + " --xlsx " + xlsx);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> records = format.parse(Files.newBufferedReader(csv)).getRecords();
    assertThat(records).hasSize(3);
    Map<String, BigDecimal> fromSprints = new HashMap<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(xlsx.toFile())) {
      List<Row> rows = workbook.findSheet("Sprints").orElseThrow().read();
      int amount = column(rows, "earned");
      int platform = column(rows, "platform");
      for (Row row : rows.subList(1, rows.size())) {
        row.getCellAsNumber(amount)
            .ifPresent(one -> fromSprints.merge(row.getCellText(platform), one, BigDecimal::add));
      }
      // One sprint more than were run: that which crosses into the next day is told for each.
      assertThat(rows).hasSize(1 + 156 + 1);
      List<Row> months = workbook.findSheet("Months").orElseThrow().read();
      for (String one : LANDED.keySet()) {
        Row row =
            months.stream()
                .filter(month -> month.getCellText(1).equals(one))
                .findFirst()
                .orElseThrow();
        assertNear(
            row.getCellAsNumber(column(months, "earned")).orElseThrow(), sums(one).earned, one);
        assertNear(
            row.getCellAsNumber(column(months, "landed")).orElseThrow(),
            new BigDecimal(LANDED.get(one)),
            one);
      }
    }
    for (CSVRecord row : records) {
      Sums sums = sums(row.get("platform"));
      assertNear(row.get("earned"), sums.earned, row.get("platform"));
      assertNear(row.get("pending"), sums.pending, row.get("platform"));
      assertThat(Long.parseLong(row.get("work_seconds"))).isEqualTo(sums.work);
      assertNear(
          row.get("per_present_hour"),
          Sums.hourly(sums.earned, sums.decidedPresent),
          row.get("platform"));
      assertNear(fromSprints.get(row.get("platform")), sums.earned, row.get("platform"));
    }
    Path journal = folder.resolve("journal.csv");
    ok("export --format csv --from 2026-10-01 --to 2026-10-31 --out " + journal);
    Map<String, BigDecimal> fromJournal = new HashMap<>();
    for (CSVRecord row : format.parse(Files.newBufferedReader(journal)).getRecords()) {
      if (row.get("kind").equals("sprint") && !row.get("amount").isEmpty()) {
        assertThat(row.get("currency")).isEqualTo(CURRENCIES.get(row.get("platform")));
        fromJournal.merge(row.get("platform"), new BigDecimal(row.get("amount")), BigDecimal::add);
      }
    }
    for (String platform : LANDED.keySet()) {
      assertNear(fromJournal.get(platform), sums(platform).earned, platform);
    }
  }

  private static int column(List<Row> rows, String name) {
    return rows.getFirst().stream()
        .filter(cell -> cell != null && name.equals(cell.getRawValue()))
        .findFirst()
        .map(Cell::getColumnIndex)
        .orElseThrow();
  }
}
