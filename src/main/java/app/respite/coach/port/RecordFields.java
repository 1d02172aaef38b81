package app.respite.coach.port;

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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as plain values, for the way between a command or face and the coach: nothing is lost,
 * instants and durations are ISO-8601. Exports have a form of their own.
 */
public final class RecordFields {
  private RecordFields() {}

  /** The fields of a record, {@code kind} and {@code id} first; absent values are left out. */
  public static Map<String, @Nullable Object> of(JournalRecord record) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("kind", kind(record));
    to.put("id", record.id().toString());
    switch (record) {
      case Task task -> {
        to.put("name", task.name());
        to.put("platform", task.platform());
        to.put("work", task.work());
        putPay(to, task.pay());
        put(to, "target", task.target());
        put(to, "deadline", task.deadline());
        put(to, "hoursCap", task.hoursCap());
        to.put("passive", task.passive());
        to.put("heavy", task.heavy());
        to.put("archived", task.archived());
      }
      case Span span -> {
        put(to, "session", span.session());
        put(to, "sprint", span.sprint());
        put(to, "task", span.task());
        put(to, "state", span.state());
        put(to, "cause", span.cause());
        put(to, "start", span.start());
        put(to, "end", span.end());
        put(to, "answer", span.answer());
      }
      case Sprint sprint -> {
        put(to, "task", sprint.task());
        put(to, "start", sprint.start());
        put(to, "end", sprint.end());
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
        put(to, "start", taken.start());
        put(to, "end", taken.end());
        put(to, "route", taken.route());
        to.put("credited", taken.credited());
        put(to, "length", taken.length());
      }
      case Decision decision -> {
        put(to, "at", decision.at());
        put(to, "type", decision.type());
        put(to, "answer", decision.answer());
        put(to, "length", decision.length());
      }
      case Absence absence -> {
        put(to, "cause", absence.cause());
        put(to, "start", absence.start());
        put(to, "end", absence.end());
      }
      case Hold hold -> {
        put(to, "state", hold.state());
        put(to, "start", hold.start());
        put(to, "end", hold.end());
      }
      case Prompt prompt -> {
        put(to, "type", prompt.type());
        put(to, "due", prompt.due());
        put(to, "state", prompt.state());
      }
      case Rating rating -> {
        put(to, "at", rating.at());
        to.put("before", rating.before());
        put(to, "sprint", rating.sprint());
        put(to, "fatigue", rating.fatigue());
        put(to, "effort", rating.effort());
      }
      case DayCheckIn day -> {
        put(to, "day", day.day());
        put(to, "at", day.at());
        to.put("burnout", day.burnout());
      }
      case Edit edit -> {
        put(to, "at", edit.at());
        to.put("of", Edit.word(edit.of()));
        put(to, "record", edit.record());
        to.put("deleted", edit.deleted());
      }
      case ZoneChange change -> {
        put(to, "at", change.at());
        put(to, "zone", change.zone().getId());
      }
      case WorkItem item -> {
        put(to, "task", item.task());
        to.put("source", item.source());
        to.put("key", item.key());
        put(to, "worker", item.worker());
        put(to, "start", item.start());
        put(to, "end", item.end());
        put(to, "toolMillis", item.toolMillis());
        put(to, "activeMillis", item.activeMillis());
        put(to, "quality", item.quality());
        to.put("capped", item.capped());
        to.put("revisited", item.revisited());
        put(to, "outcome", item.outcome());
        to.put("units", item.units());
        Money reward = item.reward();
        if (reward != null) {
          to.put("amount", reward.amount().toPlainString());
          to.put("currency", reward.currency());
        }
        put(to, "updated", item.updated());
        put(to, "import", item.importId());
      }
    }
    return to;
  }

  /**
   * The record of fields.
   *
   * @throws CoachException of kind {@code WRONG} where a field is missing or no value of its kind
   */
  public static JournalRecord read(Map<String, @Nullable Object> map) {
    Fields from = new Fields(map);
    return switch (from.text("kind")) {
      case "task" ->
          new Task(
              from.id("id"),
              from.text("name"),
              from.text("platform"),
              from.text("work"),
              pay(from),
              from.whole("target"),
              from.instantOrNull("deadline"),
              from.durationOrNull("hoursCap"),
              from.flag("passive"),
              from.flag("heavy"),
              from.flag("archived"));
      case "span" ->
          new Span(
              from.id("id"),
              from.id("session"),
              from.idOrNull("sprint"),
              from.idOrNull("task"),
              from.choice("state", SpanState.class),
              from.textOrNull("cause"),
              from.instant("start"),
              from.instant("end"),
              from.choiceOrNull("answer", IdleAnswer.class));
      case "sprint" ->
          new Sprint(
              from.id("id"),
              from.id("task"),
              from.instant("start"),
              from.instant("end"),
              from.number("activeSeconds"),
              from.durationOrNull("planned"),
              from.choice("outcome", SprintOutcome.class),
              from.whole("fatigue"),
              from.whole("effort"),
              from.whole("items"),
              from.whole("rejected"),
              from.textOrNull("note"));
      case "break" ->
          new Break(
              from.id("id"),
              from.choice("type", BreakKind.class),
              from.instant("start"),
              from.instant("end"),
              from.choice("route", Route.class),
              from.flag("credited"),
              from.durationOrNull("length"));
      case "decision" ->
          new Decision(
              from.id("id"),
              from.instant("at"),
              from.choice("type", BreakKind.class),
              from.choice("answer", Answer.class),
              from.durationOrNull("length"));
      case "gap" ->
          new Absence(
              from.id("id"),
              from.choice("cause", GapCause.class),
              from.instant("start"),
              from.instant("end"));
      case "hold" ->
          new Hold(
              from.id("id"),
              from.choice("state", HoldReason.class),
              from.instant("start"),
              from.instant("end"));
      case "prompt" ->
          new Prompt(
              from.id("id"),
              from.choice("type", BreakKind.class),
              from.instant("due"),
              from.choice("state", PromptState.class));
      case "rating" ->
          new Rating(
              from.id("id"),
              from.instant("at"),
              from.flag("before"),
              from.idOrNull("sprint"),
              from.whole("fatigue"),
              from.whole("effort"));
      case "day-check-in" ->
          new DayCheckIn(
              from.id("id"), from.day("day"), from.instant("at"), (int) from.number("burnout"));
      case "edit" ->
          new Edit(
              from.id("id"),
              from.instant("at"),
              kind(from.text("of")),
              from.id("record"),
              from.flag("deleted"));
      case "zone" -> new ZoneChange(from.id("id"), from.instant("at"), from.zone("zone"));
      case "work-item" ->
          new WorkItem(
              from.id("id"),
              from.id("task"),
              from.text("source"),
              from.text("key"),
              from.textOrNull("worker"),
              from.instantOrNull("start"),
              from.instantOrNull("end"),
              from.numberOrNull("toolMillis"),
              from.numberOrNull("activeMillis"),
              from.choice("quality", TimeQuality.class),
              from.flag("capped"),
              from.flag("revisited"),
              from.choice("outcome", ItemOutcome.class),
              (int) from.number("units"),
              map.get("amount") == null ? null : money(from),
              from.instantOrNull("updated"),
              from.id("import"));
      default ->
          throw new CoachException(
              CoachException.Kind.WRONG, "no kind of record: '" + from.text("kind") + "'");
    };
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
      case WorkItem item -> "work-item";
    };
  }

  private static void put(Map<String, @Nullable Object> to, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Enum<?> constant -> to.put(name, Fields.name(constant));
      case Integer number -> to.put(name, number.longValue());
      case Long number -> to.put(name, number);
      default -> to.put(name, value.toString());
    }
  }

  private static void putPay(Map<String, @Nullable Object> to, Pay pay) {
    switch (pay) {
      case Pay.PerHour hour -> putPay(to, "hour", hour.rate());
      case Pay.PerItem item -> putPay(to, "item", item.rate());
      case Pay.Unpaid unpaid -> to.put("per", "none");
    }
  }

  private static void putPay(Map<String, @Nullable Object> to, String per, Money rate) {
    to.put("per", per);
    to.put("amount", rate.amount().toPlainString());
    to.put("currency", rate.currency());
  }

  private static Pay pay(Fields from) {
    return switch (from.text("per")) {
      case "hour" -> new Pay.PerHour(money(from));
      case "item" -> new Pay.PerItem(money(from));
      default -> Pay.NONE;
    };
  }

  private static Money money(Fields from) {
    return new Money(from.decimal("amount"), from.text("currency"));
  }

  /**
   * The kind of record that a word stands for, as in {@code kind} and an edit's {@code of}.
   *
   * @throws CoachException of kind {@code WRONG} where it stands for none
   */
  public static Class<? extends JournalRecord> kind(String word) {
    return Edit.kind(word)
        .orElseThrow(
            () ->
                new CoachException(CoachException.Kind.WRONG, "no kind of record: '" + word + "'"));
  }
}
