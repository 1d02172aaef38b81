package app.respite.coach.port;

import app.respite.domain.time.GapCause;
import app.respite.domain.work.JournalRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Records of every kind from a seed; each field that may be null is null with a given chance. */
public final class RandomRecords {
  /** Came later: they stand behind, so that the same seed gives the same records before them. */
  private static final Set<Class<?>> LATER =
      Set.of(
          JournalRecord.Rate.class,
          JournalRecord.Verdict.class,
          JournalRecord.Payout.class,
          JournalRecord.Platform.class,
          JournalRecord.Report.class);

  /** Every kind of record there is. */
  public static final List<Class<? extends JournalRecord>> KINDS =
      kinds(JournalRecord.class).sorted(Comparator.comparing(LATER::contains)).toList();

  private static final Instant AROUND = Instant.parse("2026-03-02T08:00:00Z");
  private static final List<String> TEXTS =
      List.of(
          "",
          "Boxes",
          "İstanbul ıI, Straße, ١٢٣",
          "שלום עולם",
          "😀 多语言",
          "it's; DROP TABLE task; -- \"quoted\" ?:x <y> \\",
          "two\nlines\tand\r\nmore",
          "nul \u0000 inside",
          "{\"a\":[1,null]}");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Asia/Kolkata", "Pacific/Apia", "Z", "+05:45", "UTC");

  private final Random random;
  private final double nulls;

  public RandomRecords(long seed, double nulls) {
    random = new Random(seed);
    this.nulls = nulls;
  }

  private static Stream<Class<? extends JournalRecord>> kinds(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.asSubclass(JournalRecord.class))
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomRecords::kinds);
  }

  /** A record of any kind. */
  public JournalRecord any() {
    return of(KINDS.get(random.nextInt(KINDS.size())), id());
  }

  /** A record of a kind. */
  public JournalRecord of(Class<? extends JournalRecord> kind, UUID id) {
    Instant start = instant();
    Instant end = random.nextInt(5) == 0 ? start : start.plus(length());
    return switch (kind.getSimpleName()) {
      case "Task" ->
          new JournalRecord.Task(
              id,
              text(),
              text(),
              text(),
              pay(),
              orNull(this::number),
              orNull(this::instant),
              orNull(this::length),
              yes(),
              yes(),
              yes());
      case "Span" ->
          new JournalRecord.Span(
              id,
              id(),
              orNull(this::id),
              orNull(this::id),
              one(JournalRecord.SpanState.values()),
              orNull(this::text),
              start,
              end,
              orNull(() -> one(JournalRecord.IdleAnswer.values())));
      case "Sprint" ->
          new JournalRecord.Sprint(
              id,
              id(),
              start,
              end,
              random.nextLong(100_000),
              orNull(this::length),
              one(JournalRecord.SprintOutcome.values()),
              orNull(this::number),
              orNull(this::number),
              orNull(this::number),
              orNull(this::number),
              orNull(this::text));
      case "Break" ->
          new JournalRecord.Break(
              id,
              one(JournalRecord.BreakKind.values()),
              start,
              end,
              one(JournalRecord.Route.values()),
              yes(),
              orNull(this::length));
      case "Decision" ->
          new JournalRecord.Decision(
              id,
              start,
              one(JournalRecord.BreakKind.values()),
              one(JournalRecord.Answer.values()),
              orNull(this::length));
      case "Absence" -> new JournalRecord.Absence(id, one(GapCause.values()), start, end);
      case "Hold" -> new JournalRecord.Hold(id, one(JournalRecord.HoldReason.values()), start, end);
      case "Prompt" ->
          new JournalRecord.Prompt(
              id,
              one(JournalRecord.BreakKind.values()),
              start,
              one(JournalRecord.PromptState.values()));
      case "Rating" ->
          new JournalRecord.Rating(
              id,
              start,
              yes(),
              orNull(this::id),
              orNull(() -> random.nextInt(11)),
              orNull(() -> random.nextInt(11)));
      case "DayCheckIn" ->
          new JournalRecord.DayCheckIn(
              id,
              LocalDate.ofEpochDay(20_000 + random.nextInt(2_000)),
              start,
              1 + random.nextInt(5));
      case "Edit" ->
          new JournalRecord.Edit(
              id,
              start,
              random.nextBoolean() ? JournalRecord.Sprint.class : JournalRecord.WorkItem.class,
              id(),
              yes());
      case "ZoneChange" ->
          new JournalRecord.ZoneChange(
              id, start, ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
      case "WorkItem" ->
          new JournalRecord.WorkItem(
              id,
              id(),
              text(),
              text(),
              orNull(this::text),
              orNull(() -> start),
              orNull(() -> end),
              orNull(random::nextLong),
              orNull(() -> random.nextLong(10_000_000)),
              one(JournalRecord.TimeQuality.values()),
              yes(),
              yes(),
              one(JournalRecord.ItemOutcome.values()),
              number(),
              orNull(this::money),
              orNull(this::instant),
              id());
      case "Rate" -> new JournalRecord.Rate(id, id(), day(), pay());
      case "Verdict" ->
          new JournalRecord.Verdict(
              id, id(), day(), day(), orNull(this::number), orNull(this::number), start);
      case "Payout" ->
          new JournalRecord.Payout(
              id,
              text(),
              day(),
              money(),
              orNull(() -> money().amount()),
              orNull(this::day),
              orNull(this::day),
              orNull(this::text));
      case "Platform" ->
          new JournalRecord.Platform(
              id,
              text(),
              orNull(this::length),
              orNull(() -> money().amount()),
              orNull(() -> money().currency()),
              orNull(this::length),
              orNull(() -> one(DayOfWeek.values())));
      case "Report" -> new JournalRecord.Report(id, id(), day(), random.nextLong(100_000), start);
      default -> throw new AssertionError("make random records of kind " + kind + " here too");
    };
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(20_000 + random.nextInt(2_000));
  }

  /** An id. */
  public UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** A time within some days, often on a whole second, often not. */
  public Instant instant() {
    Instant second = AROUND.plusSeconds(random.nextInt(5 * 86_400));
    return random.nextBoolean() ? second : second.plusNanos(random.nextInt(1_000_000_000));
  }

  /** A length from nothing to some hours, now and then some days. */
  public Duration length() {
    return random.nextInt(20) == 0
        ? Duration.ofHours(random.nextInt(100))
        : Duration.ofNanos(random.nextLong(4 * 3_600_000_000_000L));
  }

  private JournalRecord.Pay pay() {
    return switch (random.nextInt(3)) {
      case 0 -> new JournalRecord.Pay.PerHour(money());
      case 1 -> new JournalRecord.Pay.PerItem(money());
      default -> JournalRecord.Pay.NONE;
    };
  }

  private JournalRecord.Money money() {
    return new JournalRecord.Money(
        BigDecimal.valueOf(random.nextLong(), random.nextInt(30) - 5),
        random.nextBoolean() ? "USD" : "INR");
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private int number() {
    return random.nextInt();
  }

  private boolean yes() {
    return random.nextBoolean();
  }

  private <E> E one(E[] all) {
    return all[random.nextInt(all.length)];
  }

  private <T> T orNull(Supplier<T> value) {
    T made = value.get();
    return random.nextDouble() < nulls ? null : made;
  }
}
