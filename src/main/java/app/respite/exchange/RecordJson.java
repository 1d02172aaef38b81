package app.respite.exchange;

import app.respite.coach.port.Fields;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.GapCause;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Absence;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.Hold;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Prompt;
import app.respite.domain.work.JournalRecord.PromptState;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.JournalRecord.ZoneChange;
import app.respite.domain.work.Names;
import app.respite.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Journal records as the fields of one line of an export, and back without loss. The names are
 * public surface; a reader takes lines that hold only a part of them.
 */
final class RecordJson {
  private static final UUID NO_ID = new UUID(0, 0);

  private RecordJson() {}

  /** The fields of a record, {@code kind} first; what is absent is left out. */
  static Map<String, @Nullable Object> write(JournalRecord record) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("kind", kind(record));
    to.put("id", record.id());
    switch (record) {
      case Task task -> {
        to.put("name", task.name());
        to.put("platform", task.platform());
        to.put("work", task.work());
        switch (task.pay()) {
          case Pay.PerHour hour -> to.put("pay", pay("hour", hour.rate()));
          case Pay.PerItem item -> to.put("pay", pay("item", item.rate()));
          case Pay.Unpaid unpaid -> {}
        }
        put(to, "target", task.target());
        put(to, "deadline", task.deadline());
        put(to, "hoursCap", task.hoursCap());
        to.put("passive", task.passive());
        to.put("heavy", task.heavy());
        to.put("archived", task.archived());
      }
      case Span span -> {
        to.put("session", span.session());
        put(to, "sprint", span.sprint());
        put(to, "task", span.task());
        put(to, "state", span.state());
        put(to, "cause", span.cause());
        to.put("start", span.start());
        to.put("end", span.end());
        put(to, "answer", span.answer());
      }
      case Sprint sprint -> {
        to.put("task", sprint.task());
        to.put("start", sprint.start());
        to.put("end", sprint.end());
        to.put("activeSeconds", sprint.activeSeconds());
        put(to, "planned", sprint.planned());
        put(to, "outcome", sprint.outcome());
        put(to, "fatigue", sprint.fatigue());
        put(to, "effort", sprint.effort());
        put(to, "items", sprint.items());
        put(to, "rejected", sprint.rejected());
        put(to, "note", sprint.note());
      }
      case Break taken -> {
        put(to, "type", taken.type());
        to.put("start", taken.start());
        to.put("end", taken.end());
        put(to, "route", taken.route());
        to.put("credited", taken.credited());
        put(to, "length", taken.length());
      }
      case Decision decision -> {
        to.put("at", decision.at());
        put(to, "break", decision.type());
        put(to, "answer", decision.answer());
        put(to, "for", decision.length());
      }
      case Absence absence -> {
        put(to, "cause", absence.cause());
        to.put("start", absence.start());
        to.put("end", absence.end());
      }
      case Hold hold -> {
        put(to, "state", hold.state());
        to.put("start", hold.start());
        to.put("end", hold.end());
      }
      case Prompt prompt -> {
        put(to, "break", prompt.type());
        to.put("due", prompt.due());
        put(to, "state", prompt.state());
      }
      case Rating rating -> {
        to.put("at", rating.at());
        to.put("when", rating.before() ? "before" : "after");
        put(to, "sprint", rating.sprint());
        put(to, "fatigue", rating.fatigue());
        put(to, "effort", rating.effort());
      }
      case DayCheckIn day -> {
        to.put("day", day.day());
        to.put("burnout", day.burnout());
        to.put("at", day.at());
      }
      case Edit edit -> {
        to.put("at", edit.at());
        to.put("of", Edit.word(edit.of()));
        to.put("record", edit.record());
        to.put("deleted", edit.deleted());
      }
      case ZoneChange change -> {
        to.put("at", change.at());
        to.put("zone", change.zone().getId());
      }
      case WorkItem item -> writeItem(to, item);
    }
    return to;
  }

  private static void writeItem(Map<String, @Nullable Object> to, WorkItem item) {
    to.put("task", item.task());
    to.put("source", item.source());
    put(to, "worker", item.worker());
    put(to, "start", item.start());
    put(to, "end", item.end());
    Long active = item.activeMillis();
    if (active != null) {
      to.put("seconds", seconds(active));
    }
    put(to, "outcome", item.outcome());
    to.put("key", item.key());
    put(to, "toolMillis", item.toolMillis());
    put(to, "activeMillis", active);
    put(to, "quality", item.quality());
    to.put("capped", item.capped());
    to.put("revisited", item.revisited());
    to.put("units", item.units());
    Money reward = item.reward();
    if (reward != null) {
      to.put("reward", money(reward));
    }
    put(to, "updated", item.updated());
    to.put("import", item.importId());
  }

  /** The record of a line, and the name of its task where the line gives no id for that. */
  record Read(JournalRecord record, @Nullable String taskName) {}

  /**
   * The record of a line. One without an id gets one from its content, so that reading the line
   * again means the same record.
   *
   * @throws BadRow where a field is missing or says nothing of its kind
   */
  static Read read(Map<String, @Nullable Object> line, ImportOptions options) throws BadRow {
    LineFields from = new LineFields(line);
    String kind = from.text("kind");
    if (from.has("id")) {
      return read(kind, from.id("id"), from, options);
    }
    Read read = read(kind, NO_ID, from, options);
    return read(kind, contentId(read.record()), from, options);
  }

  private static UUID contentId(JournalRecord record) {
    return switch (record) {
      case Task task -> taskId(task.name());
      case DayCheckIn day -> Ids.of("day-check-in", day.day().toString());
      case WorkItem item when !item.key().isEmpty() ->
          Ids.of("work-items", item.source(), item.key());
      default -> {
        Map<String, @Nullable Object> content = write(record);
        content.remove("id");
        content.remove("import");
        yield Ids.of(kind(record), Json.write(content, ZoneOffset.UTC));
      }
    };
  }

  /** Stands for a task of which only the name is known. */
  static UUID taskId(String name) {
    return Ids.of("task", name);
  }

  private static Read read(String kind, UUID id, LineFields from, ImportOptions options)
      throws BadRow {
    String named = null;
    UUID task = null;
    if (from.has("task")) {
      task = from.idOrNull("task");
      if (task == null) {
        named = name(from.text("task"));
        task = taskId(named);
      }
    }
    JournalRecord record =
        switch (kind) {
          case "task" -> readTask(id, from);
          case "span" -> readSpan(id, task, from);
          case "sprint" -> readSprint(id, task, from);
          case "break" -> readBreak(id, from);
          case "decision" ->
              new Decision(
                  id,
                  from.instant("at"),
                  from.choice("break", BreakKind.class),
                  from.choice("answer", Answer.class),
                  from.durationOrNull("for"));
          case "gap" -> {
            from.checkOrder("start", "end");
            yield new Absence(
                id,
                from.choice("cause", GapCause.class),
                from.instant("start"),
                from.instant("end"));
          }
          case "hold" -> {
            from.checkOrder("start", "end");
            yield new Hold(
                id,
                from.choice("state", HoldReason.class),
                from.instant("start"),
                from.instant("end"));
          }
          case "prompt" ->
              new Prompt(
                  id,
                  from.choice("break", BreakKind.class),
                  from.instant("due"),
                  from.choice("state", PromptState.class));
          case "rating" -> readRating(id, from);
          case "day-check-in" -> {
            LocalDate day = from.day("day");
            Instant at = from.instantOrNull("at");
            yield new DayCheckIn(
                id,
                day,
                at == null ? day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC) : at,
                from.count("burnout", 1, 5));
          }
          case "edit" -> {
            String of = from.text("of");
            yield Edit.of(
                Edit.kind(of)
                    .orElseThrow(() -> new BadRow("no kind of record: " + Words.quote(of))),
                from.id("record"),
                from.instant("at"),
                from.flag("deleted"));
          }
          case "zone" -> new ZoneChange(id, from.instant("at"), from.zone("zone"));
          case "work-items" -> readItem(id, task == null ? options.task() : task, from, options);
          default -> throw new BadRow("no kind of record: " + Words.quote(kind));
        };
    if (record instanceof Task made && made.id().equals(taskId(made.name()))) {
      named = made.name();
    }
    return new Read(record, named);
  }

  /** A task's name, within the limit that holds wherever one is typed. */
  private static String name(String told) throws BadRow {
    String name = Names.clean(told);
    if (name.isEmpty()) {
      throw new BadRow("a task without a name");
    }
    if (name.length() > Task.LONGEST_NAME) {
      throw new BadRow(
          "a task's name of " + name.length() + " characters; at most " + Task.LONGEST_NAME);
    }
    return name;
  }

  private static Task readTask(UUID id, LineFields from) throws BadRow {
    String name = name(from.text("name"));
    return new Task(
        id,
        name,
        PlainText.without(from.textOr("platform", "")),
        PlainText.without(from.textOr("work", "")),
        readPay(from),
        from.countOrNull("target", 0, Integer.MAX_VALUE),
        from.instantOrNull("deadline"),
        from.durationOrNull("hoursCap"),
        from.flag("passive"),
        from.flag("heavy"),
        from.flag("archived"));
  }

  private static Pay readPay(LineFields from) throws BadRow {
    LineFields pay = from.objectOrNull("pay");
    if (pay == null) {
      return Pay.NONE;
    }
    return switch (pay.text("per")) {
      case "hour" -> new Pay.PerHour(readMoney(pay));
      case "item" -> new Pay.PerItem(readMoney(pay));
      case "none" -> Pay.NONE;
      default -> throw new BadRow("'pay' is per hour, item or none");
    };
  }

  private static Money readMoney(LineFields from) throws BadRow {
    return new Money(from.amount("amount"), from.currency("currency"));
  }

  private static Span readSpan(UUID id, @Nullable UUID task, LineFields from) throws BadRow {
    from.checkOrder("start", "end");
    String cause = from.textOrNull("cause");
    return new Span(
        id,
        from.id("session"),
        from.has("sprint") ? from.id("sprint") : null,
        task,
        from.choice("state", SpanState.class),
        cause == null ? null : PlainText.without(cause),
        from.instant("start"),
        from.instant("end"),
        from.choiceOrNull("answer", IdleAnswer.class));
  }

  private static Sprint readSprint(UUID id, @Nullable UUID task, LineFields from) throws BadRow {
    if (task == null) {
      throw new BadRow("a sprint without a task");
    }
    from.checkOrder("start", "end");
    Instant start = from.instant("start");
    Instant end = from.instant("end");
    Long told = from.wholeOrNull("activeSeconds", 0, Integer.MAX_VALUE);
    long active = told == null ? Duration.between(start, end).toSeconds() : told;
    Duration planned = from.durationOrNull("planned");
    SprintOutcome outcome = from.choiceOrNull("outcome", SprintOutcome.class);
    if (outcome == null) {
      outcome =
          planned == null || active * 10 >= planned.toSeconds() * 9
              ? SprintOutcome.COMPLETED
              : SprintOutcome.PARTIAL;
    }
    String note = from.textOrNull("note");
    return new Sprint(
        id,
        task,
        start,
        end,
        active,
        planned,
        outcome,
        from.countOrNull("fatigue", 0, 10),
        from.countOrNull("effort", 0, 10),
        from.countOrNull("items", 0, Integer.MAX_VALUE),
        from.countOrNull("rejected", 0, Integer.MAX_VALUE),
        note == null ? null : PlainText.lines(note));
  }

  private static Break readBreak(UUID id, LineFields from) throws BadRow {
    from.checkOrder("start", "end");
    BreakKind type = from.choice("type", BreakKind.class);
    Route route = from.choiceOrNull("route", Route.class);
    if (route == null) {
      route = type == BreakKind.NATURAL ? Route.NATURAL : Route.MANUAL;
    }
    return new Break(
        id,
        type,
        from.instant("start"),
        from.instant("end"),
        route,
        from.flag("credited"),
        from.durationOrNull("length"));
  }

  private static Rating readRating(UUID id, LineFields from) throws BadRow {
    String when = from.text("when");
    if (!when.equals("before") && !when.equals("after")) {
      throw new BadRow("'when' should be before or after");
    }
    return new Rating(
        id,
        from.instant("at"),
        when.equals("before"),
        from.has("sprint") ? from.id("sprint") : null,
        from.countOrNull("fatigue", 0, 10),
        from.countOrNull("effort", 0, 10));
  }

  private static WorkItem readItem(UUID id, UUID task, LineFields from, ImportOptions options)
      throws BadRow {
    Long tool = from.wholeOrNull("toolMillis", 0, Long.MAX_VALUE);
    Long active = from.wholeOrNull("activeMillis", 0, Long.MAX_VALUE);
    if (active == null && from.has("seconds")) {
      active = from.secondsAsMillis("seconds");
      tool = tool == null ? active : tool;
    }
    if (from.has("start") && from.has("end")) {
      from.checkOrder("start", "end");
    }
    TimeQuality quality = from.choiceOrNull("quality", TimeQuality.class);
    if (quality == null) {
      quality = tool == null ? TimeQuality.NONE : TimeQuality.WALL_CLOCK;
    }
    ItemOutcome outcome = from.choiceOrNull("outcome", ItemOutcome.class);
    Integer units = from.countOrNull("units", 0, Integer.MAX_VALUE);
    LineFields reward = from.objectOrNull("reward");
    return new WorkItem(
        id,
        task,
        PlainText.without(from.textOr("source", "respite")),
        PlainText.without(from.textOr("key", "")),
        from.textOrNull("worker"),
        from.instantOrNull("start"),
        from.instantOrNull("end"),
        tool,
        active,
        quality,
        from.flag("capped"),
        from.flag("revisited"),
        outcome == null ? ItemOutcome.UNKNOWN : outcome,
        units == null ? 1 : units,
        reward == null ? null : readMoney(reward),
        from.instantOrNull("updated"),
        from.has("import") ? from.id("import") : options.importId());
  }

  private static String kind(JournalRecord record) {
    return switch (record) {
      case Task task -> "task";
      case Span span -> "span";
      case Sprint sprint -> "sprint";
      case Break taken -> "break";
      case Decision decision -> "decision";
      case Absence absence -> "gap";
      case Hold hold -> "hold";
      case Prompt prompt -> "prompt";
      case Rating rating -> "rating";
      case DayCheckIn day -> "day-check-in";
      case Edit edit -> "edit";
      case ZoneChange change -> "zone";
      case WorkItem item -> "work-items";
    };
  }

  private static void put(Map<String, @Nullable Object> to, String name, @Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      to.put(name, Fields.name(constant));
    } else if (value != null) {
      to.put(name, value);
    }
  }

  private static Map<String, @Nullable Object> pay(String per, Money rate) {
    Map<String, @Nullable Object> pay = new LinkedHashMap<>();
    pay.put("per", per);
    pay.putAll(money(rate));
    return pay;
  }

  private static Map<String, @Nullable Object> money(Money money) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("amount", money.amount().toPlainString());
    map.put("currency", money.currency());
    return map;
  }

  /** Milliseconds as seconds without needless digits. */
  static BigDecimal seconds(long millis) {
    return plain(BigDecimal.valueOf(millis, 3));
  }

  /** Without trailing zeros and without an exponent. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
