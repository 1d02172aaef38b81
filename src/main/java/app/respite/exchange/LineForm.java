package app.respite.exchange;

import app.respite.bind.Form;
import app.respite.bind.Scalar;
import app.respite.coach.port.RecordFields;
import app.respite.domain.text.EnumWords;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Prompt;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands in a line of an export: in public names (docs/formats.md), and read with the
 * care that a file from anywhere needs.
 */
final class LineForm {
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final Pattern UUIDS =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private static final Scalar<Integer> RATING = count(0, 10);
  private static final Scalar<Integer> COUNT = count(0, Integer.MAX_VALUE);
  private static final Scalar<Long> AMOUNT_OF_TIME =
      Scalar.number(0, Long.MAX_VALUE, "a whole number, 0 or more");

  private static final Scalar<Long> HOURS_OF_A_DAY =
      Scalar.number(
          0,
          Report.LONGEST.toSeconds(),
          "the seconds of a day, from 0 to " + Report.LONGEST.toSeconds());

  /** The form. */
  static final Form LINES =
      RecordFields.edits(Form.builder(EnumWords::of))
          .scalar(String.class, new Scalar<>("a text", text -> text, LineForm::text))
          .scalar(UUID.class, Scalar.text("a UUID", id -> id, LineForm::id))
          .scalar(
              Instant.class,
              Scalar.text("a moment like 2026-03-02T09:00:00+01:00", at -> at, LineForm::moment))
          .scalar(
              Duration.class,
              Scalar.text("a length like PT25M", length -> length, LineForm::length))
          .scalar(LocalDate.class, Scalar.text("a day like 2026-03-02", day -> day, LineForm::day))
          .scalar(
              ZoneId.class,
              Scalar.text("a time zone like Europe/Berlin", ZoneId::getId, ZoneId::of))
          .scalar(
              BigDecimal.class,
              Scalar.text("an amount like 12.50", BigDecimal::toPlainString, LineForm::amount))
          .as(
              Money.class,
              "currency",
              Scalar.text("a currency like USD", c -> c, LineForm::currency))
          .family(JournalRecord.class, "kind", RecordFields.kinds())
          .family(Pay.class, "per", RecordFields.PAY)
          .spread(Pay.PerHour.class, "rate", "")
          .spread(Pay.PerItem.class, "rate", "")
          .silent(Task.class, "pay", Pay.NONE)
          .missing(Task.class, "platform", "")
          .missing(Task.class, "work", "")
          .as(Task.class, "target", COUNT)
          .as(Sprint.class, "activeSeconds", AMOUNT_OF_TIME)
          .missing(Sprint.class, "activeSeconds", 0L)
          .missing(Sprint.class, "outcome", SprintOutcome.PARTIAL)
          .as(Sprint.class, "fatigue", RATING)
          .as(Sprint.class, "effort", RATING)
          .as(Sprint.class, "items", COUNT)
          .as(Sprint.class, "rejected", COUNT)
          .as(Sprint.class, "note", new Scalar<>("a text", note -> note, LineForm::lines))
          .missing(Break.class, "route", Route.MANUAL)
          .rename(Decision.class, "type", "break")
          .rename(Decision.class, "length", "for")
          .rename(Prompt.class, "type", "break")
          .rename(Rating.class, "before", "when")
          .as(
              Rating.class,
              "before",
              Scalar.text("before or after", LineForm::when, LineForm::when))
          .as(Rating.class, "fatigue", RATING)
          .as(Rating.class, "effort", RATING)
          .as(DayCheckIn.class, "burnout", count(1, 5))
          .missing(DayCheckIn.class, "at", Instant.EPOCH)
          .order(DayCheckIn.class, "id day burnout at")
          .missing(WorkItem.class, "source", "respite")
          .missing(WorkItem.class, "key", "")
          .as(WorkItem.class, "toolMillis", AMOUNT_OF_TIME)
          .as(WorkItem.class, "activeMillis", AMOUNT_OF_TIME)
          .missing(WorkItem.class, "quality", TimeQuality.NONE)
          .missing(WorkItem.class, "outcome", ItemOutcome.UNKNOWN)
          .as(WorkItem.class, "units", COUNT)
          .missing(WorkItem.class, "units", 1)
          .rename(WorkItem.class, "importId", "import")
          .as(Verdict.class, "accepted", COUNT)
          .as(Verdict.class, "rejected", COUNT)
          .as(Report.class, "seconds", HOURS_OF_A_DAY)
          .derived(WorkItem.class, "seconds", LineForm::seconds)
          .order(
              WorkItem.class,
              "id task source worker start end seconds outcome key toolMillis activeMillis quality"
                  + " capped revisited units reward updated import")
          .build();

  private LineForm() {}

  private static Scalar<Integer> count(int least, int most) {
    return Scalar.whole(
        least,
        most,
        most == Integer.MAX_VALUE
            ? "a whole number, " + least + " or more"
            : "a whole number from " + least + " to " + most);
  }

  private static @Nullable String text(Object plain) {
    return isText(plain) ? PlainText.without(plain.toString()) : null;
  }

  private static @Nullable String lines(Object plain) {
    return isText(plain) ? PlainText.lines(plain.toString()) : null;
  }

  private static boolean isText(Object plain) {
    return !(plain instanceof Map) && !(plain instanceof Iterable);
  }

  /** The id that a text is; null where it is something else. */
  static @Nullable UUID id(String text) {
    return UUIDS.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  private static @Nullable Instant moment(String text) {
    return Times.iso(text)
        .filter(at -> !at.isBefore(Instant.EPOCH) && at.isBefore(LATEST))
        .orElse(null);
  }

  private static @Nullable Duration length(String text) {
    return Durations.parse(text).filter(length -> length.compareTo(LONGEST) <= 0).orElse(null);
  }

  private static @Nullable LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    return day.getYear() < 1970 || day.getYear() > 2199 ? null : day;
  }

  /** Written without an exponent, which could make a short text an endless number. */
  private static @Nullable BigDecimal amount(String text) {
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,15})?") ? new BigDecimal(text) : null;
  }

  private static @Nullable String currency(String text) {
    return text.matches("[A-Z]{3}") ? text : null;
  }

  private static String when(boolean before) {
    return before ? "before" : "after";
  }

  private static @Nullable Boolean when(String text) {
    return switch (text) {
      case "before" -> true;
      case "after" -> false;
      default -> null;
    };
  }

  private static @Nullable BigDecimal seconds(WorkItem item) {
    return item.activeMillis() == null ? null : RecordJson.seconds(item.activeMillis());
  }
}
