package app.respite.journal;

import static app.respite.journal.Values.toSql;

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
import app.respite.journal.Kind.Timing;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every kind of record the journal keeps. A new kind needs its entry here and its table. */
final class Kinds {
  private static final Timing ALWAYS = new Timing.None();
  private static final Timing AT = new Timing.Moment("at");
  private static final Timing STRETCH = new Timing.Stretch("starts", "ends");

  static final List<Kind<?>> ALL =
      List.of(
          new Kind<>(
              Task.class,
              "task",
              ALWAYS,
              "id name platform work pay_per pay_amount pay_currency target deadline hours_cap"
                  + " passive heavy archived") {
            @Override
            List<@Nullable Object> values(Task r) {
              return toSql(
                  r.id(),
                  r.name(),
                  r.platform(),
                  r.work(),
                  per(r.pay()),
                  amount(rate(r.pay())),
                  currency(rate(r.pay())),
                  r.target(),
                  r.deadline(),
                  r.hoursCap(),
                  r.passive(),
                  r.heavy(),
                  r.archived());
            }

            @Override
            Task read(Row row) throws SQLException {
              return new Task(
                  row.id(),
                  row.text(),
                  row.text(),
                  row.text(),
                  pay(row),
                  row.numberOrNull(),
                  row.instantOrNull(),
                  row.lengthOrNull(),
                  row.yes(),
                  row.yes(),
                  row.yes());
            }
          },
          new Kind<>(
              Span.class,
              "span",
              STRETCH,
              "id session sprint task state cause starts ends answer") {
            @Override
            List<@Nullable Object> values(Span r) {
              return toSql(
                  r.id(),
                  r.session(),
                  r.sprint(),
                  r.task(),
                  r.state(),
                  r.cause(),
                  r.start(),
                  r.end(),
                  r.answer());
            }

            @Override
            Span read(Row row) throws SQLException {
              return new Span(
                  row.id(),
                  row.id(),
                  row.idOrNull(),
                  row.idOrNull(),
                  row.choice(SpanState.class),
                  row.textOrNull(),
                  row.instant(),
                  row.instant(),
                  row.choiceOrNull(IdleAnswer.class));
            }
          },
          new Kind<>(
              Sprint.class,
              "sprint",
              STRETCH,
              "id task starts ends active_seconds planned outcome fatigue effort items rejected"
                  + " note") {
            @Override
            List<@Nullable Object> values(Sprint r) {
              return toSql(
                  r.id(),
                  r.task(),
                  r.start(),
                  r.end(),
                  r.activeSeconds(),
                  r.planned(),
                  r.outcome(),
                  r.fatigue(),
                  r.effort(),
                  r.items(),
                  r.rejected(),
                  r.note());
            }

            @Override
            Sprint read(Row row) throws SQLException {
              return new Sprint(
                  row.id(),
                  row.id(),
                  row.instant(),
                  row.instant(),
                  row.whole(),
                  row.lengthOrNull(),
                  row.choice(SprintOutcome.class),
                  row.numberOrNull(),
                  row.numberOrNull(),
                  row.numberOrNull(),
                  row.numberOrNull(),
                  row.textOrNull());
            }
          },
          new Kind<>(Break.class, "break", STRETCH, "id type starts ends route credited length") {
            @Override
            List<@Nullable Object> values(Break r) {
              return toSql(
                  r.id(), r.type(), r.start(), r.end(), r.route(), r.credited(), r.length());
            }

            @Override
            Break read(Row row) throws SQLException {
              return new Break(
                  row.id(),
                  row.choice(BreakKind.class),
                  row.instant(),
                  row.instant(),
                  row.choice(Route.class),
                  row.yes(),
                  row.lengthOrNull());
            }
          },
          new Kind<>(Decision.class, "decision", AT, "id at type answer length") {
            @Override
            List<@Nullable Object> values(Decision r) {
              return toSql(r.id(), r.at(), r.type(), r.answer(), r.length());
            }

            @Override
            Decision read(Row row) throws SQLException {
              return new Decision(
                  row.id(),
                  row.instant(),
                  row.choice(BreakKind.class),
                  row.choice(Answer.class),
                  row.lengthOrNull());
            }
          },
          new Kind<>(Absence.class, "absence", STRETCH, "id cause starts ends") {
            @Override
            List<@Nullable Object> values(Absence r) {
              return toSql(r.id(), r.cause(), r.start(), r.end());
            }

            @Override
            Absence read(Row row) throws SQLException {
              return new Absence(
                  row.id(), row.choice(GapCause.class), row.instant(), row.instant());
            }
          },
          new Kind<>(Hold.class, "hold", STRETCH, "id state starts ends") {
            @Override
            List<@Nullable Object> values(Hold r) {
              return toSql(r.id(), r.state(), r.start(), r.end());
            }

            @Override
            Hold read(Row row) throws SQLException {
              return new Hold(row.id(), row.choice(HoldReason.class), row.instant(), row.instant());
            }
          },
          new Kind<>(Prompt.class, "prompt", new Timing.Moment("due"), "id type due state") {
            @Override
            List<@Nullable Object> values(Prompt r) {
              return toSql(r.id(), r.type(), r.due(), r.state());
            }

            @Override
            Prompt read(Row row) throws SQLException {
              return new Prompt(
                  row.id(),
                  row.choice(BreakKind.class),
                  row.instant(),
                  row.choice(PromptState.class));
            }
          },
          new Kind<>(Rating.class, "rating", AT, "id at is_before sprint fatigue effort") {
            @Override
            List<@Nullable Object> values(Rating r) {
              return toSql(r.id(), r.at(), r.before(), r.sprint(), r.fatigue(), r.effort());
            }

            @Override
            Rating read(Row row) throws SQLException {
              return new Rating(
                  row.id(),
                  row.instant(),
                  row.yes(),
                  row.idOrNull(),
                  row.numberOrNull(),
                  row.numberOrNull());
            }
          },
          new Kind<>(DayCheckIn.class, "day_check_in", AT, "id day at burnout") {
            @Override
            List<@Nullable Object> values(DayCheckIn r) {
              return toSql(r.id(), r.day(), r.at(), r.burnout());
            }

            @Override
            DayCheckIn read(Row row) throws SQLException {
              return new DayCheckIn(
                  row.id(), LocalDate.parse(row.text()), row.instant(), row.number());
            }
          },
          new Kind<>(Edit.class, "edit", AT, "id at of_kind record deleted") {
            @Override
            List<@Nullable Object> values(Edit r) {
              return toSql(r.id(), r.at(), Edit.word(r.of()), r.record(), r.deleted());
            }

            @Override
            Edit read(Row row) throws SQLException {
              return new Edit(row.id(), row.instant(), edited(row.text()), row.id(), row.yes());
            }
          },
          new Kind<>(ZoneChange.class, "zone_change", AT, "id at zone") {
            @Override
            List<@Nullable Object> values(ZoneChange r) {
              return toSql(r.id(), r.at(), r.zone());
            }

            @Override
            ZoneChange read(Row row) throws SQLException {
              return new ZoneChange(row.id(), row.instant(), ZoneId.of(row.text()));
            }
          },
          new Kind<>(
              WorkItem.class,
              "work_item",
              new Timing.Stretch("coalesce(starts, ends)", "coalesce(ends, starts)"),
              "id task source item_key worker starts ends tool_millis active_millis quality capped"
                  + " revisited outcome units reward_amount reward_currency updated import_id") {
            @Override
            List<@Nullable Object> values(WorkItem r) {
              return toSql(
                  r.id(),
                  r.task(),
                  r.source(),
                  r.key(),
                  r.worker(),
                  r.start(),
                  r.end(),
                  r.toolMillis(),
                  r.activeMillis(),
                  r.quality(),
                  r.capped(),
                  r.revisited(),
                  r.outcome(),
                  r.units(),
                  amount(r.reward()),
                  currency(r.reward()),
                  r.updated(),
                  r.importId());
            }

            @Override
            WorkItem read(Row row) throws SQLException {
              return new WorkItem(
                  row.id(),
                  row.id(),
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.instantOrNull(),
                  row.instantOrNull(),
                  row.wholeOrNull(),
                  row.wholeOrNull(),
                  row.choice(TimeQuality.class),
                  row.yes(),
                  row.yes(),
                  row.choice(ItemOutcome.class),
                  row.number(),
                  row.moneyOrNull(),
                  row.instantOrNull(),
                  row.id());
            }
          });

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

  private static Class<? extends JournalRecord> edited(String word) {
    return Edit.kind(word)
        .orElseThrow(() -> new IllegalArgumentException("no kind of record: " + word));
  }

  private static String per(Pay pay) {
    return switch (pay) {
      case Pay.PerHour hour -> "hour";
      case Pay.PerItem item -> "item";
      case Pay.Unpaid unpaid -> "none";
    };
  }

  private static @Nullable Money rate(Pay pay) {
    return switch (pay) {
      case Pay.PerHour(Money rate) -> rate;
      case Pay.PerItem(Money rate) -> rate;
      case Pay.Unpaid() -> null;
    };
  }

  private static @Nullable Object amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  private static @Nullable Object currency(@Nullable Money money) {
    return money == null ? null : money.currency();
  }

  private static Pay pay(Row row) throws SQLException {
    String per = row.text();
    Money rate = row.moneyOrNull();
    if (per.equals("none")) {
      return Pay.NONE;
    }
    if (rate == null) {
      throw new IllegalArgumentException("pay per " + per + " without an amount");
    }
    return switch (per) {
      case "hour" -> new Pay.PerHour(rate);
      case "item" -> new Pay.PerItem(rate);
      default -> throw new IllegalArgumentException("pay per " + per);
    };
  }
}
