package app.respite.domain.work;

import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing the journal holds. Records are values: an edit puts a record with the same {@link #id}
 * again. Spans are the truth about time; every figure is derived from them, so that an edit changes
 * all figures at once.
 */
public sealed interface JournalRecord {
  /** Stable identity, kept through export and import. */
  UUID id();

  /** When it begins or happens; null where time does not apply (tasks, items without a time). */
  @Nullable Instant begins();

  /** When it ends; equal to {@link #begins} for a moment, null for what is open or timeless. */
  @Nullable Instant ends();

  /** A record of something that happened at one moment. */
  sealed interface Moment extends JournalRecord {
    /** When it happened. */
    Instant at();

    @Override
    default Instant begins() {
      return at();
    }

    @Override
    default Instant ends() {
      return at();
    }
  }

  /** A record of something that lasted from a start to an end. */
  sealed interface Stretch extends JournalRecord {
    /** When it began. */
    Instant start();

    /** When it was over. */
    Instant end();

    /** Its stretch of time. */
    default Interval interval() {
      return new Interval(start(), end());
    }

    @Override
    default Instant begins() {
      return start();
    }

    @Override
    default Instant ends() {
      return end();
    }
  }

  /** Which of the coach's buckets a stretch of session time belongs to. */
  enum SpanState {
    WORK,
    BREAK,
    NATURAL,
    IDLE,
    PAUSED,
    READY,
    AWAY
  }

  /** Kinds of break. */
  enum BreakKind {
    SHORT,
    LONG,
    REST,
    NATURAL
  }

  /** How a break came about; {@code NATURAL} for breaks nobody asked for. */
  enum Route {
    ACCEPTED,
    MANUAL,
    AUTO,
    TIRED,
    TOOK,
    NATURAL
  }

  /** How a sprint ended: it ran to its end with at least nine tenths of it work, or not. */
  enum SprintOutcome {
    COMPLETED,
    PARTIAL
  }

  /** What a user answered to a break that was due. */
  enum Answer {
    POSTPONED,
    SKIPPED
  }

  /** Why prompts are held back. */
  enum HoldReason {
    QUIET,
    MEETING,
    DND,
    FULL_SCREEN,
    LOCK,
    WORK_HOURS
  }

  /** Where a prompt for a break stands. */
  enum PromptState {
    DUE,
    DEFERRED,
    POSTPONED,
    ANSWERED,
    SKIPPED,
    VOID
  }

  /** What became of an item; {@code PENDING} is handed in and undecided. */
  enum ItemOutcome {
    PENDING,
    ACCEPTED,
    REJECTED,
    SKIPPED,
    ABANDONED,
    UNKNOWN
  }

  /** What is known of an item's handling time (docs/formats.md). */
  enum TimeQuality {
    MEASURED_ACTIVE,
    WALL_CLOCK,
    GAP_ONLY,
    DAY_ONLY,
    NONE
  }

  /** What a user said an idle stretch was. */
  enum IdleAnswer {
    REST,
    WORK,
    SPLIT,
    DISCARD
  }

  /** What becomes of a session found open after a crash. */
  enum Recovery {
    KEEP,
    TRIM,
    DISCARD
  }

  /**
   * A gig task: what is labelled, for whom, for what pay. Archived, never deleted, once it has
   * history.
   *
   * @param target items to be done by the deadline, or null
   * @param hoursCap active work per week the platform allows, or null
   * @param passive work without input (audio or video review) is still work
   * @param heavy violent, sexual or otherwise burdening content
   */
  record Task(
      UUID id,
      String name,
      String platform,
      String work,
      Pay pay,
      @Nullable Integer target,
      @Nullable Instant deadline,
      @Nullable Duration hoursCap,
      boolean passive,
      boolean heavy,
      boolean archived)
      implements Timeless {
    /** The most characters of a name, wherever it comes from. */
    public static final int LONGEST_NAME = 80;

    /** A task of which only the name is known. */
    public static Task named(UUID id, String name) {
      return new Task(id, name, "", "", Pay.NONE, null, null, null, false, false, false);
    }

    /** The same under another id. */
    public Task withId(UUID other) {
      return new Task(
          other, name, platform, work, pay, target, deadline, hoursCap, passive, heavy, archived);
    }

    /** The same under another name. */
    public Task withName(String other) {
      return new Task(
          id, other, platform, work, pay, target, deadline, hoursCap, passive, heavy, archived);
    }

    /** The same on another platform. */
    public Task withPlatform(String other) {
      return new Task(
          id, name, other, work, pay, target, deadline, hoursCap, passive, heavy, archived);
    }

    /** The same with other pay. */
    public Task withPay(Pay other) {
      return new Task(
          id, name, platform, work, other, target, deadline, hoursCap, passive, heavy, archived);
    }

    /** The same, archived or brought back. */
    public Task withArchived(boolean hidden) {
      return new Task(
          id, name, platform, work, pay, target, deadline, hoursCap, passive, heavy, hidden);
    }
  }

  /**
   * A stretch of a session that belongs to exactly one bucket. Spans of all sessions together never
   * overlap.
   *
   * @param session the session it belongs to
   * @param sprint the sprint it belongs to, or null
   * @param task the task chosen at the time, or null
   * @param cause for {@code AWAY} why; for {@code PAUSED} {@code "no-input"} where the pause was a
   *     rest; else null
   * @param answer what the user said it was, where asked
   */
  record Span(
      UUID id,
      UUID session,
      @Nullable UUID sprint,
      @Nullable UUID task,
      SpanState state,
      @Nullable String cause,
      Instant start,
      Instant end,
      @Nullable IdleAnswer answer)
      implements Stretch {
    /** Its length. */
    public Duration length() {
      return Duration.between(start, end);
    }

    /** The same under another id. */
    public Span withId(UUID other) {
      return new Span(other, session, sprint, task, state, cause, start, end, answer);
    }

    /** The same of another sprint, or of none. */
    public Span withSprint(@Nullable UUID other) {
      return new Span(id, session, other, task, state, cause, start, end, answer);
    }

    /** The same of another task. */
    public Span withTask(UUID other) {
      return new Span(id, session, sprint, other, state, cause, start, end, answer);
    }

    /** The same from one instant to another. */
    public Span withTimes(Instant from, Instant to) {
      return new Span(id, session, sprint, task, state, cause, from, to, answer);
    }
  }

  /**
   * A finished sprint.
   *
   * @param task the task at its end
   * @param activeSeconds work inside it, as its spans say
   * @param planned its planned length, null in flow
   * @param items typed or counted by hand, null where not told
   */
  record Sprint(
      UUID id,
      UUID task,
      Instant start,
      Instant end,
      long activeSeconds,
      @Nullable Duration planned,
      SprintOutcome outcome,
      @Nullable Integer fatigue,
      @Nullable Integer effort,
      @Nullable Integer items,
      @Nullable Integer rejected,
      @Nullable String note)
      implements Stretch {
    public Sprint {
      note = note == null ? null : Names.cleanText(note);
    }

    /** The same of another task. */
    public Sprint withTask(UUID other) {
      return new Sprint(
          id,
          other,
          start,
          end,
          activeSeconds,
          planned,
          outcome,
          fatigue,
          effort,
          items,
          rejected,
          note);
    }

    /** The same from one instant to another, with the work that then lies in it. */
    public Sprint withTimes(Instant from, Instant to, long active) {
      return new Sprint(
          id, task, from, to, active, planned, outcome, fatigue, effort, items, rejected, note);
    }

    /** The same with another amount of work in it. */
    public Sprint withActiveSeconds(long active) {
      return withTimes(start, end, active);
    }

    /** The same with another outcome. */
    public Sprint withOutcome(SprintOutcome other) {
      return new Sprint(
          id,
          task,
          start,
          end,
          activeSeconds,
          planned,
          other,
          fatigue,
          effort,
          items,
          rejected,
          note);
    }

    /** The same with what a user told of it; null leaves a figure as it was. */
    public Sprint withFigures(
        @Nullable Integer toldFatigue,
        @Nullable Integer toldEffort,
        @Nullable Integer toldItems,
        @Nullable Integer toldRejected,
        @Nullable String toldNote) {
      return new Sprint(
          id,
          task,
          start,
          end,
          activeSeconds,
          planned,
          outcome,
          toldFatigue == null ? fatigue : toldFatigue,
          toldEffort == null ? effort : toldEffort,
          toldItems == null ? items : toldItems,
          toldRejected == null ? rejected : toldRejected,
          toldNote == null ? note : toldNote);
    }
  }

  /**
   * A break that has ended, taken by the user or natural. {@code length} is what was planned, null
   * for natural ones.
   */
  record Break(
      UUID id,
      BreakKind type,
      Instant start,
      Instant end,
      Route route,
      boolean credited,
      @Nullable Duration length)
      implements Stretch {
    /** The same from one instant to another. */
    public Break withTimes(Instant from, Instant to) {
      return new Break(id, type, from, to, route, credited, length);
    }

    /** The same, come about in another way. */
    public Break withRoute(Route other) {
      return new Break(id, type, start, end, other, credited, length);
    }
  }

  /** A break put off or skipped. {@code length} is how long it was put off, null for a skip. */
  record Decision(UUID id, Instant at, BreakKind type, Answer answer, @Nullable Duration length)
      implements Moment {}

  /** A stretch in which the coach could not see the user. */
  record Absence(UUID id, GapCause cause, Instant start, Instant end) implements Stretch {}

  /** A stretch in which prompts were held back. */
  record Hold(UUID id, HoldReason state, Instant start, Instant end) implements Stretch {}

  /** A break's prompt and where it stands. */
  record Prompt(UUID id, BreakKind type, Instant due, PromptState state) implements Moment {
    @Override
    public Instant at() {
      return due;
    }
  }

  /** A rating, whole numbers 0 to 10 or absent; never filled in. */
  record Rating(
      UUID id,
      Instant at,
      boolean before,
      @Nullable UUID sprint,
      @Nullable Integer fatigue,
      @Nullable Integer effort)
      implements Moment {}

  /** The answer to the two-weekly question, 1 to 5. */
  record DayCheckIn(UUID id, LocalDate day, Instant at, int burnout) implements Moment {
    /** The same, given at another moment. */
    public DayCheckIn withAt(Instant other) {
      return new DayCheckIn(id, day, other, burnout);
    }
  }

  /** A record of what is agreed or known for days, which has no moment of its own. */
  sealed interface Timeless extends JournalRecord {
    @Override
    default @Nullable Instant begins() {
      return null;
    }

    @Override
    default @Nullable Instant ends() {
      return null;
    }
  }

  /**
   * What a task pays from a day on; before its first one the task's own {@link Task#pay} counts.
   *
   * @param from the logical day from whose beginning on work that ends is paid so
   */
  record Rate(UUID id, UUID task, LocalDate from, Pay pay) implements Timeless {
    /** The rate of a task from a day on, of which there is one. */
    public static Rate of(UUID task, LocalDate from, Pay pay) {
      return new Rate(idOf(task, from), task, from, pay);
    }

    /** The id of the one rate of a task from a day on. */
    public static UUID idOf(UUID task, LocalDate from) {
      return new UUID(
          task.getMostSignificantBits(), task.getLeastSignificantBits() ^ from.toEpochDay());
    }
  }

  /**
   * What a platform decided late of the items of a task over a stretch of days. Either number may
   * be left out: then it is all the others.
   *
   * @param to the last day, included
   * @param at when it was told; of two about the same days the later one counts
   */
  record Verdict(
      UUID id,
      UUID task,
      LocalDate from,
      LocalDate to,
      @Nullable Integer accepted,
      @Nullable Integer rejected,
      Instant at)
      implements Moment {
    /** The same of another task. */
    public Verdict withTask(UUID other) {
      return new Verdict(id, other, from, to, accepted, rejected, at);
    }
  }

  /**
   * Money of a platform that arrived.
   *
   * @param on the day it did
   * @param amount what the platform paid, with the fee in it
   * @param fee what was taken off on the way, in the same currency
   * @param from the first of the days it was paid for, where that is known
   * @param to the last of them
   */
  record Payout(
      UUID id,
      String platform,
      LocalDate on,
      Money amount,
      @Nullable BigDecimal fee,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String note)
      implements Timeless {}

  /**
   * The terms of a platform, as far as the person told them.
   *
   * @param paysAfter how long after the work it usually pays
   * @param floor pay per present hour below which the person wants to be told
   * @param currency what it pays in, where its tasks do not say
   * @param reportWithin how long after a day its hours are to be reported
   * @param weekStarts the first day of its week
   */
  record Platform(
      UUID id,
      String name,
      @Nullable Duration paysAfter,
      @Nullable BigDecimal floor,
      @Nullable String currency,
      @Nullable Duration reportWithin,
      @Nullable DayOfWeek weekStarts)
      implements Timeless {
    /** A platform of which only the name is known. */
    public static Platform named(String name) {
      return new Platform(idOf(name), name, null, null, null, null, null);
    }

    /** The id of the one platform of a name, however that is written. */
    public static UUID idOf(String name) {
      String key = Names.key(name);
      byte[] bytes = new byte[2 * key.length()];
      for (int i = 0; i < key.length(); i++) {
        bytes[2 * i] = (byte) (key.charAt(i) >> 8);
        bytes[2 * i + 1] = (byte) key.charAt(i);
      }
      return UUID.nameUUIDFromBytes(bytes);
    }
  }

  /**
   * That hours of a task were reported to its platform.
   *
   * @param day the day they were worked on
   * @param seconds as they were reported
   */
  record Report(UUID id, UUID task, LocalDate day, long seconds, Instant at) implements Moment {
    /** No day has more hours, not even one on which clocks go back. */
    public static final Duration LONGEST = Duration.ofHours(25);

    /** Of several about one task and day the last one counts; at one moment their ids decide. */
    public static final Comparator<Report> BY_TELLING =
        Comparator.comparing(Report::at).thenComparing(Report::id);

    /** The same of another task. */
    public Report withTask(UUID other) {
      return new Report(id, other, day, seconds, at);
    }
  }

  /**
   * That a record was changed or deleted by hand, and when: an import that says something older
   * changes nothing. One for each record, the newest.
   *
   * @param of the kind of the record
   * @param record its id
   * @param deleted whether it was taken out
   */
  record Edit(UUID id, Instant at, Class<? extends JournalRecord> of, UUID record, boolean deleted)
      implements Moment {
    private static final Map<String, Class<? extends JournalRecord>> KINDS =
        inOrder(
            Map.entry("task", Task.class),
            Map.entry("span", Span.class),
            Map.entry("sprint", Sprint.class),
            Map.entry("break", Break.class),
            Map.entry("decision", Decision.class),
            Map.entry("gap", Absence.class),
            Map.entry("hold", Hold.class),
            Map.entry("prompt", Prompt.class),
            Map.entry("rating", Rating.class),
            Map.entry("day-check-in", DayCheckIn.class),
            Map.entry("zone", ZoneChange.class),
            Map.entry("work-items", WorkItem.class),
            Map.entry("rate", Rate.class),
            Map.entry("verdict", Verdict.class),
            Map.entry("payout", Payout.class),
            Map.entry("platform", Platform.class),
            Map.entry("report", Report.class));

    @SafeVarargs
    private static Map<String, Class<? extends JournalRecord>> inOrder(
        Map.Entry<String, Class<? extends JournalRecord>>... entries) {
      Map<String, Class<? extends JournalRecord>> kinds = new LinkedHashMap<>();
      for (Map.Entry<String, Class<? extends JournalRecord>> entry : entries) {
        kinds.put(entry.getKey(), entry.getValue());
      }
      return Collections.unmodifiableMap(kinds);
    }

    /** The one of a record, whatever it says: its id follows from the record's kind and id. */
    public static Edit of(
        Class<? extends JournalRecord> kind, UUID record, Instant at, boolean deleted) {
      return new Edit(idOf(kind, record), at, kind, record, deleted);
    }

    /** The id of the edit of a record. */
    public static UUID idOf(Class<? extends JournalRecord> kind, UUID record) {
      long mark = word(kind).hashCode() & 0xFFFF_FFFFL;
      return new UUID(record.getMostSignificantBits(), record.getLeastSignificantBits() ^ mark);
    }

    /** The word for a kind of record. */
    public static String word(Class<? extends JournalRecord> kind) {
      for (Map.Entry<String, Class<? extends JournalRecord>> entry : KINDS.entrySet()) {
        if (entry.getValue() == kind) {
          return entry.getKey();
        }
      }
      throw new IllegalArgumentException("nothing that is edited: " + kind.getName());
    }

    /** The kind of a word; empty where it is none. */
    public static Optional<Class<? extends JournalRecord>> kind(String word) {
      return Optional.ofNullable(KINDS.get(word));
    }

    /** Every kind by its word. */
    public static Map<String, Class<? extends JournalRecord>> kinds() {
      return KINDS;
    }

    /** Whether it is the word on this record. */
    public boolean isOf(JournalRecord other) {
      return of == other.getClass() && record.equals(other.id());
    }
  }

  /** The zone from a moment on. */
  record ZoneChange(UUID id, Instant at, ZoneId zone) implements Moment {}

  /**
   * One labelled item from a tool's export or counter (docs/formats.md). Same {@code id} means the
   * same item.
   *
   * @param task the gig task, by id
   * @param source kind of tool, such as {@code labelstudio-json}
   * @param worker salted hash of the worker, null for the user
   * @param start null where unknown
   * @param end null where unknown; places the item in a day and a sprint
   * @param toolMillis as the tool says, untouched, or null
   * @param activeMillis after the minimum rule and the cap, null where it cannot be known
   * @param units shapes or words inside the item, 1 where not told
   * @param reward what it earned, only once it is accepted
   * @param updated the source's own last change, null where not told
   * @param importId the import that brought it
   */
  record WorkItem(
      UUID id,
      UUID task,
      String source,
      String key,
      @Nullable String worker,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Long toolMillis,
      @Nullable Long activeMillis,
      TimeQuality quality,
      boolean capped,
      boolean revisited,
      ItemOutcome outcome,
      int units,
      @Nullable Money reward,
      @Nullable Instant updated,
      UUID importId)
      implements JournalRecord {
    @Override
    public @Nullable Instant begins() {
      return start == null ? end : start;
    }

    @Override
    public @Nullable Instant ends() {
      return end;
    }

    /** The same of another task. */
    public WorkItem withTask(UUID other) {
      return with(other, toolMillis, activeMillis, quality);
    }

    /** The same with another handling time. */
    public WorkItem withTime(@Nullable Long tool, @Nullable Long active, TimeQuality known) {
      return with(task, tool, active, known);
    }

    private WorkItem with(
        UUID ofTask, @Nullable Long tool, @Nullable Long active, TimeQuality known) {
      return new WorkItem(
          id, ofTask, source, key, worker, start, end, tool, active, known, capped, revisited,
          outcome, units, reward, updated, importId);
    }
  }

  /** An amount in a currency (ISO 4217). Amounts of different currencies are never added. */
  record Money(BigDecimal amount, String currency) {}

  /**
   * What a task pays: per hour of work, per accepted item, or nothing (training, qualification).
   */
  sealed interface Pay {
    /** No pay. */
    Pay NONE = new Unpaid();

    /** What is paid for one hour or item; null where nothing is. */
    @Nullable Money rate();

    /** Pay per hour of work. */
    record PerHour(Money rate) implements Pay {}

    /** Pay per accepted item. */
    record PerItem(Money rate) implements Pay {}

    /** No pay. */
    record Unpaid() implements Pay {
      @Override
      public @Nullable Money rate() {
        return null;
      }
    }
  }
}
