package app.respite.journal;

import app.respite.bind.Form;
import app.respite.bind.Scalar;
import app.respite.coach.port.RecordFields;
import app.respite.domain.text.EnumWords;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Absence;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.Hold;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Prompt;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.JournalRecord.ZoneChange;
import app.respite.journal.Kind.Timing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Every kind of record the journal keeps, with its table: a column for each component, named like
 * it. The first migration says in full how values stand there. A new kind needs its line here and
 * its table.
 */
final class Kinds {
  private static final Timing ALWAYS = new Timing.None();
  private static final Timing AT = new Timing.Moment("at");
  private static final Timing STRETCH = new Timing.Stretch("starts", "ends");

  private static final Scalar<Boolean> FLAG =
      new Scalar<>(
          "0 or 1",
          on -> on ? 1 : 0,
          plain -> plain instanceof Number n ? n.longValue() != 0 : null);

  /** How records stand in the tables. */
  static final Form FORM =
      RecordFields.edits(Form.builder(EnumWords::of))
          .naming(Kinds::column)
          .scalar(boolean.class, FLAG)
          .scalar(
              Instant.class,
              new Scalar<>("nanoseconds", Values::nanos, plain -> Values.instant(nanos(plain))))
          .scalar(
              Duration.class,
              new Scalar<>(
                  "nanoseconds", Duration::toNanos, plain -> Duration.ofNanos(nanos(plain))))
          // Unlike its plain form this gives back the very same decimal.
          .scalar(
              BigDecimal.class,
              Scalar.text("a decimal number", BigDecimal::toString, BigDecimal::new))
          .family(Pay.class, "per", RecordFields.PAY)
          .spread(Task.class, "pay", "pay_")
          .spread(Rate.class, "pay", "pay_")
          .spread(Payout.class, "amount", "")
          .spread(Pay.PerHour.class, "rate", "")
          .spread(Pay.PerItem.class, "rate", "")
          .spread(WorkItem.class, "reward", "reward_")
          .rename(WorkItem.class, "key", "item_key")
          .rename(Rating.class, "before", "is_before")
          .rename(Edit.class, "of", "of_kind")
          .build();

  static final List<Kind<?>> ALL =
      List.of(
          new Kind<>(Task.class, "task", ALWAYS),
          new Kind<>(Span.class, "span", STRETCH),
          new Kind<>(Sprint.class, "sprint", STRETCH),
          new Kind<>(Break.class, "break", STRETCH),
          new Kind<>(Decision.class, "decision", AT),
          new Kind<>(Absence.class, "absence", STRETCH),
          new Kind<>(Hold.class, "hold", STRETCH),
          new Kind<>(Prompt.class, "prompt", new Timing.Moment("due")),
          new Kind<>(Rating.class, "rating", AT),
          new Kind<>(DayCheckIn.class, "day_check_in", AT),
          new Kind<>(Edit.class, "edit", AT),
          new Kind<>(ZoneChange.class, "zone_change", AT),
          new Kind<>(
              WorkItem.class,
              "work_item",
              new Timing.Stretch("coalesce(starts, ends)", "coalesce(ends, starts)")),
          new Kind<>(Rate.class, "rate", ALWAYS),
          new Kind<>(Verdict.class, "verdict", AT),
          new Kind<>(Payout.class, "payout", ALWAYS),
          new Kind<>(Platform.class, "platform", ALWAYS),
          new Kind<>(Report.class, "report", AT));

  private Kinds() {}

  /** The kind whose records have a class. */
  @SuppressWarnings("unchecked") // each kind names its own class
  static <R extends JournalRecord> Kind<R> of(Class<R> type) {
    for (Kind<?> kind : ALL) {
      if (kind.type() == type) {
        return (Kind<R>) kind;
      }
    }
    throw new IllegalArgumentException("no kind of record: " + type.getName());
  }

  /** The kind that lies in a table. */
  static Kind<?> inTable(String table) {
    for (Kind<?> kind : ALL) {
      if (kind.table().equals(table)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no table of records: " + table);
  }

  /** In lower case with underscores, and no word of SQL's own. */
  private static String column(String component) {
    if (component.equals("start") || component.equals("end")) {
      return component + "s";
    }
    if (component.equals("from") || component.equals("to") || component.equals("on")) {
      return component + "_day";
    }
    StringBuilder column = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char letter = component.charAt(i);
      if (Character.isUpperCase(letter)) {
        column.append('_');
      }
      column.append(Character.toLowerCase(letter));
    }
    return column.toString();
  }

  private static long nanos(Object plain) {
    if (plain instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("no number: " + plain);
  }
}
