package app.respite.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.MoneyService;
import app.respite.domain.money.MoneyBook;
import app.respite.domain.review.Diary;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class MoneyWorkbookTest {
  private static final LocalDate MONDAY = Diary.MONDAY;

  /** Two platforms, two currencies, a name that looks like a formula and one with a bell in it. */
  private static MoneyBook book() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("=1+1", "Remotasks", Diary.perItem("0.05", "USD"));
    Task chats = diary.task("Chats\u0007", "Appen & <Co>", Diary.perHour("12", "EUR"));
    Task training = diary.task("Training", "Appen & <Co>", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    diary.sprint(boxes, nine, 25, 3, 5, 30);
    diary.sprint(chats, nine.plusSeconds(1800), 25, null, null, null);
    diary.sprint(training, nine.plusSeconds(3600), 10, null, null, null);
    diary.sprint(boxes, nine.plusSeconds(5000), 25, 3, 5, 31);
    List<JournalRecord> records = new ArrayList<>(diary.all());
    records.add(
        new Payout(
            diary.id(),
            "Remotasks",
            MONDAY.plusDays(3),
            new Money(new BigDecimal("2.5"), "USD"),
            new BigDecimal("0.25"),
            null,
            null,
            "+49 first"));
    return MoneyService.book(
        new MemoryJournal(records),
        Preferences.DEFAULTS,
        null,
        null,
        MONDAY.plusDays(10),
        Diary.BERLIN);
  }

  private static List<Row> rows(byte[] file, String name) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Sheet sheet = workbook.findSheet(name).orElseThrow();
      return sheet.read();
    }
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MoneyWorkbook.write(book(), out);
    return out.toByteArray();
  }

  private static int column(List<Row> rows, String name) {
    return rows.getFirst().stream()
        .filter(cell -> cell != null && name.equals(cell.getRawValue()))
        .findFirst()
        .map(Cell::getColumnIndex)
        .orElseThrow();
  }

  private static BigDecimal sum(List<Row> rows, String name, String currency) {
    int wanted = column(rows, name);
    int currencies = column(rows, "currency");
    return rows.stream()
        .skip(1)
        .filter(row -> row.getCellText(currencies).equals(currency))
        .filter(row -> !row.getCellText(0).equals("total"))
        .flatMap(row -> row.getCellAsNumber(wanted).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(8, RoundingMode.HALF_EVEN);
  }

  @Test
  void everySheetAddsUpToTheReportsTotals() throws IOException {
    byte[] file = written();
    MoneyBook book = book();
    for (String currency : List.of("EUR", "USD")) {
      BigDecimal earned =
          book.report().totals().get(currency).sums().earned().setScale(8, RoundingMode.HALF_EVEN);
      assertThat(earned).isPositive();
      for (String sheet : List.of("Months", "Platforms", "Sprints")) {
        assertThat(sum(rows(file, sheet), "earned", currency)).as(sheet).isEqualTo(earned);
      }
    }
    assertThat(sum(rows(file, "Months"), "landed", "USD")).isEqualByComparingTo("2.5");
    assertThat(sum(rows(file, "Payouts"), "amount", "USD")).isEqualByComparingTo("2.5");
    assertThat(sum(rows(file, "Platforms"), "fees", "USD")).isEqualByComparingTo("0.25");
  }

  @Test
  void aSprintStandsWithItsLocalTimesItsLengthAndItsRate() throws IOException {
    List<Row> rows = rows(written(), "Sprints");
    Row chats =
        rows.stream()
            .filter(row -> row.getCellText(column(rows, "task")).startsWith("Chats"))
            .findFirst()
            .orElseThrow();
    assertThat(chats.getCellText(column(rows, "task"))).isEqualTo("Chats");
    assertThat(chats.getCellAsDate(column(rows, "start")).orElseThrow())
        .isEqualTo("2026-03-02T09:30:00");
    BigDecimal days = chats.getCellAsNumber(column(rows, "work")).orElseThrow();
    assertThat(days.multiply(BigDecimal.valueOf(86_400)).setScale(6, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("1500");
    assertThat(chats.getCellText(column(rows, "rate is for"))).isEqualTo("hour");
    assertThat(chats.getCellAsNumber(column(rows, "earned")).orElseThrow())
        .isEqualByComparingTo("5");
  }

  @Test
  void noTextIsAFormulaWhateverItBeginsWith() throws IOException {
    byte[] file = written();
    List<Cell> cells = new ArrayList<>();
    for (String sheet : List.of("Months", "Platforms", "Payouts", "Sprints")) {
      rows(file, sheet).forEach(row -> row.stream().filter(c -> c != null).forEach(cells::add));
    }
    assertThat(cells).noneMatch(cell -> cell.getType() == CellType.FORMULA);
    assertThat(cells.stream().filter(cell -> cell.getType() == CellType.STRING))
        .extracting(Cell::asString)
        .contains("=1+1", "+49 first", "Appen & <Co>");
  }

  @Test
  void anEmptyJournalIsFourSheetsWithTheirHeads() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MoneyWorkbook.write(
        MoneyService.book(
            new MemoryJournal(List.of()), Preferences.DEFAULTS, null, null, MONDAY, Diary.BERLIN),
        out);
    assertThat(
            Stream.of("Months", "Platforms", "Payouts", "Sprints")
                .map(
                    name -> {
                      try {
                        return rows(out.toByteArray(), name).size();
                      } catch (IOException failed) {
                        throw new AssertionError(failed);
                      }
                    }))
        .containsOnly(1);
  }
}
