package app.respite.exchange;

import app.respite.domain.money.Earnings;
import app.respite.domain.money.HourlyPay;
import app.respite.domain.money.MoneyBook;
import app.respite.domain.money.MoneyBook.SprintTimes;
import app.respite.domain.money.MoneyReport.Balance;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Row;
import app.respite.domain.money.MoneyReport.Totals;
import app.respite.domain.money.MoneySums;
import app.respite.domain.money.PayLine;
import app.respite.domain.text.PlainText;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report on money as a workbook (XLSX) with a sheet for months, platforms, payouts and
 * sprints. Amounts are numbers with all their decimals, shown with two; lengths of time are parts
 * of a day, shown as hours, minutes and seconds; names are text whatever they begin with. There is
 * no formula in it: each number is the one that the report has.
 */
public final class MoneyWorkbook {
  private static final String AMOUNT = "#,##0.00";
  private static final String LENGTH = "[h]:mm:ss";
  private static final String DATE = "yyyy-mm-dd";
  private static final String MOMENT = "yyyy-mm-dd hh:mm";
  private static final BigDecimal NANOS_A_DAY = HourlyPay.nanos(Duration.ofDays(1));

  /** Enough that a second added up a million times is still the same second. */
  private static final int DAY_SCALE = 15;

  private static final double NARROW = 11;
  private static final double WIDE = 20;

  private MoneyWorkbook() {}

  /**
   * Writes the workbook; the stream stays open.
   *
   * @throws IOException where the stream takes no more
   */
  public static void write(MoneyBook book, OutputStream to) throws IOException {
    // The format wants a program's version as two numbers; which one means nothing to a reader.
    Workbook workbook = new Workbook(to, "Respite", "1.0");
    months(book, workbook);
    platforms(book, workbook);
    payouts(book, workbook);
    sprints(book, workbook);
    workbook.finish();
  }

  private static void months(MoneyBook book, Workbook workbook) throws IOException {
    Sheet sheet = new Sheet(workbook, "Months");
    sheet.header("month", "platform", "currency");
    sheet.sumsHeader();
    sheet.header("below floor");
    sheet.freeze();
    for (Row row : book.report().rows()) {
      sheet.next();
      sheet.text(row.month().toString());
      sheet.text(row.platform());
      sheet.text(row.currency());
      sheet.sums(row.sums(), row.balance());
      Boolean below = row.belowFloor();
      sheet.text(below == null ? "" : below ? "yes" : "no");
    }
    for (Map.Entry<String, Totals> total : book.report().totals().entrySet()) {
      sheet.next();
      sheet.text("total");
      sheet.text("");
      sheet.text(total.getKey());
      sheet.sums(total.getValue().sums(), total.getValue().balance());
    }
    sheet.finish();
  }

  private static void platforms(MoneyBook book, Workbook workbook) throws IOException {
    Sheet sheet = new Sheet(workbook, "Platforms");
    sheet.header("platform", "currency");
    sheet.sumsHeader();
    sheet.header("floor", "weeks below");
    sheet.freeze();
    for (PlatformSums one : book.report().platforms()) {
      sheet.next();
      sheet.text(one.platform());
      sheet.text(one.currency());
      sheet.sums(one.sums(), one.balance());
      sheet.amount(one.floor() == null ? null : one.floor().amount());
      sheet.number(one.floor() == null ? null : one.floor().weeksBelow());
    }
    sheet.finish();
  }

  private static void payouts(MoneyBook book, Workbook workbook) throws IOException {
    Sheet sheet = new Sheet(workbook, "Payouts");
    sheet.header("on", "platform", "currency", "amount", "fee", "from", "to", "note");
    sheet.freeze();
    for (Payout one : book.payouts()) {
      sheet.next();
      sheet.date(one.on());
      sheet.text(one.platform());
      sheet.text(one.amount().currency());
      sheet.amount(one.amount().amount());
      sheet.amount(one.fee());
      sheet.date(one.from());
      sheet.date(one.to());
      sheet.text(one.note() == null ? "" : one.note());
    }
    sheet.finish();
  }

  private static void sprints(MoneyBook book, Workbook workbook) throws IOException {
    Sheet sheet = new Sheet(workbook, "Sprints");
    sheet.header("day", "platform", "task", "start", "end", "work");
    sheet.header("items", "accepted", "rejected", "undecided", "rate", "rate is for");
    sheet.header("currency", "earned", "pending");
    sheet.freeze();
    for (PayLine line : book.lines()) {
      TreeSet<String> currencies = new TreeSet<>(line.earned().amounts().keySet());
      currencies.addAll(line.pending().amounts().keySet());
      if (currencies.isEmpty()) {
        currencies.add("");
      }
      boolean first = true;
      for (String currency : currencies) {
        sheet.next();
        sprint(sheet, book, line, first);
        sheet.text(currency);
        sheet.amount(amount(line.earned(), currency));
        sheet.amount(amount(line.pending(), currency));
        first = false;
      }
    }
    sheet.finish();
  }

  /** Counts stand once for a sprint that brings two currencies, so that they can be added up. */
  private static void sprint(Sheet sheet, MoneyBook book, PayLine line, boolean counts) {
    Task task = book.tasks().get(line.task());
    SprintTimes times = line.sprint() == null ? null : book.sprints().get(line.sprint());
    sheet.date(line.day());
    sheet.text(line.platform());
    sheet.text(task == null ? "" : task.name());
    sheet.moment(times == null ? null : times.start());
    sheet.moment(times == null ? null : times.end());
    sheet.length(counts ? line.work() : Duration.ZERO);
    sheet.number(counts ? line.items() : 0);
    sheet.number(counts ? line.accepted() : 0);
    sheet.number(counts ? line.rejected() : 0);
    sheet.number(counts ? line.undecided() : 0);
    switch (line.rate()) {
      case Pay.PerHour hour -> {
        sheet.amount(hour.rate().amount());
        sheet.text("hour");
      }
      case Pay.PerItem item -> {
        sheet.number(item.rate().amount());
        sheet.text("item");
      }
      case Pay.Unpaid none -> {
        sheet.amount(null);
        sheet.text("");
      }
    }
  }

  private static @Nullable BigDecimal amount(Earnings earnings, String currency) {
    return currency.isEmpty() ? null : earnings.amounts().getOrDefault(currency, BigDecimal.ZERO);
  }

  /** A sheet that is filled row by row, from the left. */
  private static final class Sheet {
    private final Worksheet sheet;
    private int row;
    private int column;

    Sheet(Workbook workbook, String name) {
      sheet = workbook.newWorksheet(name);
    }

    void header(String... names) {
      for (String name : names) {
        sheet.style(0, column).bold().set();
        sheet.width(column, name.equals("platform") || name.equals("task") ? WIDE : NARROW);
        text(name);
      }
    }

    void sumsHeader() {
      header("earned", "pending", "landed", "fees", "outstanding", "landed beyond earned");
      header("work", "present", "unpaid", "per work hour", "per present hour");
    }

    void freeze() {
      sheet.freezePane(0, 1);
    }

    void next() {
      row++;
      column = 0;
    }

    void sums(MoneySums sums, Balance balance) {
      amount(sums.earned());
      amount(sums.pending());
      amount(sums.landed());
      amount(sums.fees());
      amount(balance.outstanding());
      amount(balance.beyondEarned());
      length(sums.work());
      length(sums.present());
      length(sums.unpaid());
      amount(sums.perWorkHour());
      amount(sums.perPresentHour());
    }

    void text(String text) {
      if (!text.isEmpty()) {
        sheet.value(row, column, PlainText.line(text));
      }
      column++;
    }

    void number(@Nullable Number number) {
      sheet.value(row, column, number);
      column++;
    }

    void amount(@Nullable BigDecimal amount) {
      styled(AMOUNT);
      number(amount);
    }

    void length(Duration length) {
      styled(LENGTH);
      number(HourlyPay.nanos(length).divide(NANOS_A_DAY, DAY_SCALE, RoundingMode.HALF_EVEN));
    }

    void date(@Nullable LocalDate day) {
      styled(DATE);
      sheet.value(row, column, day);
      column++;
    }

    void moment(@Nullable ZonedDateTime moment) {
      styled(MOMENT);
      LocalDateTime local =
          moment == null ? null : moment.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
      sheet.value(row, column, local);
      column++;
    }

    private void styled(String format) {
      sheet.style(row, column).format(format).set();
    }

    void finish() throws IOException {
      sheet.finish();
    }
  }
}
