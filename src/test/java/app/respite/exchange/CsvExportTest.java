package app.respite.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.MoneyService;
import app.respite.domain.review.Diary;
import app.respite.domain.review.WorkPay;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {
  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");
  private static final UUID SPRINT = new UUID(1, 1);
  private static final UUID SESSION = new UUID(1, 2);
  private static final UUID TASK = new UUID(1, 3);

  private static List<JournalRecord> day(String name, String note) {
    return List.of(
        Task.named(TASK, name),
        new Span(
            new UUID(2, 1),
            SESSION,
            SPRINT,
            TASK,
            SpanState.WORK,
            null,
            NINE,
            NINE.plusSeconds(1500),
            null),
        new Span(
            new UUID(2, 2),
            SESSION,
            null,
            null,
            SpanState.BREAK,
            null,
            NINE.plusSeconds(1500),
            NINE.plusSeconds(1800),
            null),
        new Sprint(
            SPRINT,
            TASK,
            NINE,
            NINE.plusSeconds(1500),
            1500,
            Duration.ofMinutes(25),
            SprintOutcome.COMPLETED,
            4,
            null,
            12,
            0,
            note),
        new WorkItem(
            new UUID(3, 1),
            TASK,
            "labelstudio-json",
            "1",
            null,
            NINE,
            NINE.plusSeconds(61),
            61_400L,
            60_600L,
            TimeQuality.WALL_CLOCK,
            false,
            false,
            ItemOutcome.ACCEPTED,
            1,
            new Money(new BigDecimal("0.05"), "USD"),
            null,
            new UUID(9, 9)));
  }

  private static String export(List<JournalRecord> records, Interval within) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    MemoryJournal journal = new MemoryJournal(records);
    WorkPay pay =
        MoneyService.workPay(journal, Preferences.DEFAULTS, within, NINE.plusSeconds(9000), berlin);
    CsvExport.write(journal, pay, within, berlin, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> rows(String text) throws Exception {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }

  @Test
  void sessionsSprintsAndItemsAreARowEach() throws Exception {
    List<CSVRecord> rows = rows(export(day("Boxes", "fine"), null));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).toMap())
        .containsEntry("kind", "session")
        .containsEntry("start", "2026-03-02T09:00:00+01:00")
        .containsEntry("end", "2026-03-02T09:30:00+01:00")
        .containsEntry("work_seconds", "1500");
    assertThat(rows.get(1).toMap())
        .containsEntry("kind", "sprint")
        .containsEntry("session", SESSION.toString())
        .containsEntry("task", "Boxes")
        .containsEntry("planned_seconds", "1500")
        .containsEntry("fatigue", "4")
        .containsEntry("effort", "")
        .containsEntry("note", "fine");
    assertThat(rows.get(2).toMap())
        .containsEntry("kind", "item")
        .containsEntry("work_seconds", "61")
        .containsEntry("tool_seconds", "61")
        .containsEntry("outcome", "accepted")
        .containsEntry("amount", "0.05")
        .containsEntry("currency", "USD");
  }

  @Test
  void aSprintHasWhatItEarnedAndAnItemWhatItPays() throws Exception {
    Diary diary = new Diary(Diary.BERLIN);
    Task items = diary.task("Boxes", "Remotasks", Diary.perItem("0.05", "USD"));
    Task hours = diary.task("Chats", "Appen", Diary.perHour("12", "EUR"));
    Task training = diary.task("Training", "Appen", Pay.NONE);
    Sprint told = diary.sprint(items, NINE, 25, null, null, 40);
    diary.sprints.set(0, told.withFigures(null, null, 40, 4, null));
    diary.sprint(hours, NINE.plusSeconds(1800), 25, null, null, null);
    diary.sprint(training, NINE.plusSeconds(3600), 10, null, null, null);
    diary.rates.add(Rate.of(items.id(), Diary.MONDAY, Diary.perItem("0.06", "USD")));
    diary.rates.add(Rate.of(items.id(), Diary.MONDAY.plusDays(1), Diary.perItem("0.07", "USD")));
    diary.item(items, NINE.plusSeconds(7200), 30, ItemOutcome.ACCEPTED, null);

    List<CSVRecord> rows = rows(export(diary.all(), null));

    assertThat(rows.stream().filter(row -> !row.get("kind").equals("session")))
        .extracting(row -> row.get("amount") + " " + row.get("currency"))
        .containsExactly("2.16 USD", "5 EUR", " ", "0.06 USD");
  }

  @Test
  void linesEndAsTheStandardSaysAndTextIsQuotedAndNumbersAreNot() throws Exception {
    String text = export(day("Boxes", "a\nb"), null);
    assertThat(text.split("\r\n")).hasSize(4);
    assertThat(text).startsWith("\"kind\",\"id\"").contains(",1500,").contains("\"Boxes\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx"})
  void textThatASpreadsheetWouldRunIsMadeHarmless(String evil) throws Exception {
    List<CSVRecord> rows = rows(export(day("x" + evil, evil), null));
    assertThat(rows.get(1).get("note")).isEqualTo("'" + evil);
    assertThat(rows.get(1).get("task")).isEqualTo("x" + evil);
  }

  @Test
  void aSprintHasTheRatingThatWasGivenForItAfterTheStretch() throws Exception {
    List<JournalRecord> records = new ArrayList<>(day("Boxes", "fine"));
    records.add(new Rating(new UUID(4, 1), NINE.plusSeconds(1520), false, SPRINT, null, 7));
    List<CSVRecord> rows = rows(export(records, new Interval(NINE, NINE.plusSeconds(1510))));
    assertThat(rows.get(1).toMap()).containsEntry("fatigue", "4").containsEntry("effort", "7");
  }

  @Test
  void aStretchLeavesOutWhatIsOutsideIt() throws Exception {
    Interval later = new Interval(NINE.plusSeconds(7200), NINE.plusSeconds(9000));
    assertThat(rows(export(day("Boxes", "fine"), later))).isEmpty();
  }
}
