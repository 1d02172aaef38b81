package app.respite.exchange;

import app.respite.coach.port.JournalReader;
import app.respite.domain.money.HourlyPay;
import app.respite.domain.review.WorkPay;
import app.respite.domain.text.EnumWords;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.SprintRatings;
import app.respite.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes sessions, sprints and items as one table for spreadsheets: one row each, told apart by the
 * column {@code kind}. UTF-8, CRLF, moments as ISO-8601 with offset, seconds as whole numbers, text
 * always quoted. Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvExport {
  private static final List<String> HEADER =
      List.of(
          "kind",
          "id",
          "session",
          "sprint",
          "task",
          "platform",
          "start",
          "end",
          "work_seconds",
          "tool_seconds",
          "planned_seconds",
          "outcome",
          "fatigue",
          "effort",
          "items",
          "rejected",
          "amount",
          "currency",
          "source",
          "note");

  private final WorkPay pay;
  private final ZoneId zone;
  private final CSVPrinter table;
  private final Map<UUID, Task> tasks = new LinkedHashMap<>();

  private CsvExport(JournalReader journal, WorkPay pay, ZoneId zone, OutputStream to)
      throws IOException {
    this.pay = pay;
    this.zone = zone;
    this.table = table(to);
    journal.all(Task.class).forEach(task -> tasks.put(task.id(), task));
  }

  /**
   * Writes a journal; the stream stays open.
   *
   * @param pay what a sprint's {@code amount} is, its pay as far as it is decided, and an item's
   * @param within only what touches this stretch of time; null for everything
   * @param zone of the offsets that moments are written with
   * @throws IOException where the stream takes no more
   */
  public static void write(
      JournalReader journal, WorkPay pay, @Nullable Interval within, ZoneId zone, OutputStream to)
      throws IOException {
    CsvExport export = new CsvExport(journal, pay, zone, to);
    export.table.printRecord(HEADER);
    List<Span> spans = read(journal, Span.class, within);
    export.sessions(spans);
    Map<UUID, UUID> sessionOfSprint = new LinkedHashMap<>();
    for (Span span : spans) {
      if (span.sprint() != null) {
        sessionOfSprint.putIfAbsent(span.sprint(), span.session());
      }
    }
    List<Sprint> sprints = read(journal, Sprint.class, within);
    SprintRatings ratings =
        new SprintRatings(
            sprints,
            read(journal, Rating.class, within == null ? null : SprintRatings.told(within)));
    for (Sprint sprint : ratings.rated(sprints)) {
      export.sprint(sprint, sessionOfSprint.get(sprint.id()));
    }
    for (WorkItem item : read(journal, WorkItem.class, within)) {
      export.item(item);
    }
    export.table.flush();
  }

  private static <R extends JournalRecord> List<R> read(
      JournalReader journal, Class<R> kind, @Nullable Interval within) {
    return within == null ? journal.all(kind) : journal.find(kind, within);
  }

  private void sessions(List<Span> spans) throws IOException {
    Map<UUID, List<Span>> sessions =
        spans.stream()
            .collect(Collectors.groupingBy(Span::session, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<UUID, List<Span>> session : sessions.entrySet()) {
      List<Span> inside = session.getValue();
      Instant start = inside.getFirst().start();
      Instant end = start;
      long millis = 0;
      for (Span span : inside) {
        start = Interval.earlier(start, span.start());
        end = Interval.later(end, span.end());
        millis += span.state() == SpanState.WORK ? span.length().toMillis() : 0;
      }
      Row row = new Row("session", session.getKey());
      row.text("session", session.getKey().toString());
      row.task(inside.getFirst().task());
      row.moment("start", start);
      row.moment("end", end);
      row.number("work_seconds", seconds(millis));
      row.print();
    }
  }

  private void sprint(Sprint sprint, @Nullable UUID session) throws IOException {
    Row row = new Row("sprint", sprint.id());
    row.text("session", session == null ? null : session.toString());
    row.text("sprint", sprint.id().toString());
    row.task(sprint.task());
    row.moment("start", sprint.start());
    row.moment("end", sprint.end());
    row.number("work_seconds", sprint.activeSeconds());
    Duration planned = sprint.planned();
    row.number("planned_seconds", planned == null ? null : planned.toSeconds());
    row.text("outcome", EnumWords.of(sprint.outcome()));
    row.number("fatigue", sprint.fatigue());
    row.number("effort", sprint.effort());
    row.number("items", sprint.items());
    row.number("rejected", sprint.rejected());
    row.money(pay.ofSprint(sprint));
    row.text("note", sprint.note());
    row.print();
  }

  private void item(WorkItem item) throws IOException {
    Row row = new Row("item", item.id());
    row.task(item.task());
    row.moment("start", item.start());
    row.moment("end", item.end());
    row.number("work_seconds", seconds(item.activeMillis()));
    row.number("tool_seconds", seconds(item.toolMillis()));
    row.text("outcome", EnumWords.of(item.outcome()));
    row.number("items", 1);
    row.money(pay.ofItem(item));
    row.text("source", item.source());
    row.print();
  }

  private static @Nullable Long seconds(@Nullable Long millis) {
    return millis == null ? null : Long.valueOf(Math.round(millis / 1000.0));
  }

  /** A table of which text is quoted and numbers are not; the stream stays the caller's. */
  static CSVPrinter table(OutputStream to) throws IOException {
    return new CSVPrinter(
        new OutputStreamWriter(to, StandardCharsets.UTF_8),
        CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).setNullString("").get());
  }

  /** One row, gathered by column. */
  private final class Row {
    private final Map<String, @Nullable Object> cells = new LinkedHashMap<>();

    Row(String kind, UUID id) {
      text("kind", kind);
      text("id", id.toString());
    }

    void text(String column, @Nullable String text) {
      cells.put(column, text == null ? null : PlainText.noFormula(text));
    }

    void number(String column, @Nullable Number number) {
      cells.put(column, number);
    }

    void moment(String column, @Nullable Instant moment) {
      cells.put(column, moment == null ? null : Json.format(moment, zone));
    }

    void money(@Nullable Money money) {
      if (money != null) {
        number("amount", HourlyPay.plain(money.amount()));
        text("currency", money.currency());
      }
    }

    void task(@Nullable UUID id) {
      Task task = id == null ? null : tasks.get(id);
      text("task", task == null ? null : task.name());
      text("platform", task == null ? null : task.platform());
    }

    void print() throws IOException {
      List<@Nullable Object> row = new ArrayList<>();
      HEADER.forEach(column -> row.add(cells.get(column)));
      table.printRecord(row);
    }
  }
}
