package app.respite.exchange;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Journal records of every kind, from a seed; as in a journal, no moment is lived twice. */
final class RandomRecords {
  private static final String LETTERS = "abc ÄÖß日本,;\"'\\=+-@/{}[]:😀é0129";
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Asia/Kolkata", "UTC", "+05:30", "America/St_Johns");

  private static final List<Class<? extends JournalRecord>> EDITED =
      List.of(Task.class, Sprint.class, WorkItem.class);

  private final Random random;
  private Instant free = Instant.ofEpochSecond(1_600_000_000L);

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  List<JournalRecord> some(int count) {
    List<JournalRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(one());
    }
    // Sprints whose spans are not in the file would get one.
    for (JournalRecord record : List.copyOf(records)) {
      if (record instanceof Sprint sprint) {
        records.add(
            new Span(
                id(),
                id(),
                sprint.id(),
                sprint.task(),
                SpanState.WORK,
                null,
                sprint.start(),
                sprint.end(),
                null));
      }
    }
    return records;
  }

  JournalRecord one() {
    Instant start = free.plus(duration()).plusNanos(random.nextInt(2) * random.nextInt(1000));
    Instant end = start.plus(duration());
    free = end;
    Integer items = maybe(this::count);
    return switch (random.nextInt(13)) {
      case 0 ->
          new Task(
              id(),
              Names.clean("t" + id().toString().substring(0, 8) + text()),
              Names.clean(text()),
              text(),
              pay(),
              maybe(this::count),
              maybe(this::instant),
              maybe(this::duration),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean());
      case 1 ->
          new Span(
              id(),
              id(),
              maybe(this::id),
              maybe(this::id),
              any(SpanState.values()),
              maybe(this::text),
              start,
              end,
              maybe(() -> any(IdleAnswer.values())));
      case 2 ->
          new Sprint(
              id(),
              id(),
              start,
              end,
              Math.min(count(), Duration.between(start, end).toSeconds()),
              maybe(this::duration),
              any(SprintOutcome.values()),
              maybe(this::rating),
              maybe(this::rating),
              items,
              maybe(() -> items == null ? count() : random.nextInt(items + 1)),
              maybe(() -> text() + "\n\t" + text()));
      case 3 ->
          new Break(
              id(),
              any(BreakKind.values()),
              start,
              end,
              any(Route.values()),
              random.nextBoolean(),
              maybe(this::duration));
      case 4 ->
          new Decision(
              id(), start, any(BreakKind.values()), any(Answer.values()), maybe(this::duration));
      case 5 -> new Absence(id(), any(GapCause.values()), start, end);
      case 6 -> new Hold(id(), any(HoldReason.values()), start, end);
      case 7 -> new Prompt(id(), any(BreakKind.values()), start, any(PromptState.values()));
      case 8 ->
          new Rating(
              id(),
              start,
              random.nextBoolean(),
              maybe(this::id),
              maybe(this::rating),
              maybe(this::rating));
      case 9 ->
          new DayCheckIn(
              id(), LocalDate.of(2026, 1, 1).plusDays(count()), start, 1 + random.nextInt(5));
      case 10 -> new ZoneChange(id(), start, ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
      case 11 ->
          Edit.of(EDITED.get(random.nextInt(EDITED.size())), id(), start, random.nextBoolean());
      default ->
          new WorkItem(
              id(),
              id(),
              text(),
              text(),
              maybe(this::text),
              maybe(() -> start),
              maybe(() -> end),
              maybe(() -> (long) count()),
              maybe(() -> (long) count()),
              any(TimeQuality.values()),
              random.nextBoolean(),
              random.nextBoolean(),
              any(ItemOutcome.values()),
              1 + count(),
              maybe(this::money),
              maybe(this::instant),
              id());
    };
  }

  private Pay pay() {
    return switch (random.nextInt(3)) {
      case 0 -> new Pay.PerHour(money());
      case 1 -> new Pay.PerItem(money());
      default -> Pay.NONE;
    };
  }

  private Money money() {
    return new Money(
        BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7)),
        random.nextBoolean() ? "USD" : "EUR");
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        1_700_000_000L + random.nextInt(100_000_000),
        random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
  }

  private Duration duration() {
    return Duration.ofMillis(random.nextInt(80_000_000));
  }

  private int count() {
    return random.nextInt(5000);
  }

  private int rating() {
    return random.nextInt(11);
  }

  private String text() {
    int[] points = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.append('x').toString();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
