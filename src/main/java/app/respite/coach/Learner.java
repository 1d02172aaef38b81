package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.Habits;
import app.respite.domain.fatigue.OwnTime;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.TiringTasks;
import app.respite.domain.fatigue.Traits;
import app.respite.domain.fatigue.WorkEnds;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a journal what the coach should know of its person: reads the last {@link #REACH},
 * then calculates. It remembers what it read of the days before yesterday, so that whoever asks
 * often pays for two days only; whoever changes those days says so by {@link #forget}. One thread
 * at a time.
 */
public final class Learner {
  /** How far back it looks. */
  public static final Duration REACH = Duration.ofDays(130);

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  private final JournalReader journal;
  private @Nullable Past past;
  private @Nullable Instant firstWork;

  /** A learner that has read nothing yet. */
  public Learner(JournalReader journal) {
    this.journal = journal;
  }

  /**
   * What a journal tells up to an instant, the open session included as of its last checkpoint.
   *
   * @param zone the person's zone; counts where the journal knows none
   * @throws app.respite.coach.port.JournalException where the journal cannot be read
   */
  public static Knowledge learn(
      JournalReader journal, Preferences preferences, Instant asOf, ZoneId zone) {
    return new Learner(journal)
        .read(preferences, asOf, zone, CoachCore.openSpans(journal, preferences))
        .knowledge();
  }

  /** What was read, all of it from before an instant; the rest is calculation. */
  public static final class Matter {
    private final Instant asOf;
    private final PersonalTime time;
    private final LocalDate today;
    private final Past past;
    private final List<Span> spans;
    private final List<Sprint> sprints;
    private final List<Task> tasks;
    private final @Nullable LocalDate lastDayCheckIn;
    private final @Nullable LocalDate firstDay;

    private Matter(
        Instant asOf,
        PersonalTime time,
        LocalDate today,
        Past past,
        List<Span> spans,
        List<Sprint> sprints,
        List<Task> tasks,
        @Nullable LocalDate lastDayCheckIn,
        @Nullable LocalDate firstDay) {
      this.asOf = asOf;
      this.time = time;
      this.today = today;
      this.past = past;
      this.spans = spans;
      this.sprints = sprints;
      this.tasks = tasks;
      this.lastDayCheckIn = lastDayCheckIn;
      this.firstDay = firstDay;
    }

    /** What it tells. */
    public Knowledge knowledge() {
      WorkEnds ends = past.ends().and(WorkEnds.of(spans, time));
      return new Knowledge(
          asOf,
          new Belief(
              0,
              0,
              null,
              1,
              List.of(new Belief.Guess(1, Traits.ASSUMED, 0, 0)),
              new Range(60, 120, 240),
              new Range(8, 15, 30),
              true,
              null),
          new Habits(ends.usual(today, time.dayStarts()), lastDayCheckIn, firstDay),
          TiringTasks.of(joined(past.sprints(), sprints), tasks, asOf));
    }
  }

  /** The person's own time as the journal's zones tell it. */
  private record PersonalTime(DayCalendar calendar, LocalTime dayStarts) implements OwnTime {
    @Override
    public LocalDate dayOf(Instant at) {
      return calendar.dayOf(at);
    }

    @Override
    public LocalTime timeAt(Instant at) {
      return at.atZone(calendar.zoneAt(at)).toLocalTime();
    }
  }

  /** The days before yesterday, as they were read under some conditions. */
  private record Past(
      LocalDate today,
      List<ZoneChange> zones,
      ZoneId zone,
      LocalTime dayStarts,
      List<Span> spans,
      List<Sprint> sprints,
      WorkEnds ends) {
    boolean holds(LocalDate day, List<ZoneChange> known, ZoneId fallback, LocalTime starts) {
      return day.equals(today)
          && known.equals(zones)
          && fallback.equals(zone)
          && starts.equals(dayStarts);
    }
  }

  /** The days before yesterday have changed. */
  public void forget() {
    past = null;
    firstWork = null;
  }

  /**
   * Reads what has come up to an instant.
   *
   * @param open spans of the running session that the journal has not, or not so, yet
   */
  public Matter read(Preferences preferences, Instant asOf, ZoneId zone, List<Span> open) {
    List<ZoneChange> zones = journal.all(ZoneChange.class);
    PersonalTime time =
        new PersonalTime(
            Reviewer.calendar(zones, preferences, zone), preferences.get(CoachKeys.DAY_STARTS));
    LocalDate today = time.dayOf(asOf);
    Instant yesterday = time.calendar().startOf(today.minusDays(1));
    Past before = past;
    if (before == null || !before.holds(today, zones, zone, time.dayStarts())) {
      before = readPast(time, today, zones, zone, new Interval(asOf.minus(REACH), yesterday));
      past = before;
    }
    // What happens at the instant itself belongs to it.
    Interval recent = new Interval(yesterday, asOf.plusNanos(1));
    Instant first = firstWork(recent.end());
    return new Matter(
        asOf,
        time,
        today,
        before,
        ReviewService.withOpen(beginning(Span.class, recent), open),
        beginning(Sprint.class, recent),
        journal.all(Task.class),
        journal.latest(DayCheckIn.class, recent.end()).map(DayCheckIn::day).orElse(null),
        first == null ? null : time.dayOf(first));
  }

  private Past readPast(
      PersonalTime time, LocalDate today, List<ZoneChange> zones, ZoneId zone, Interval within) {
    List<Span> spans = beginning(Span.class, within);
    Instant habitsFrom = within.end().minus(Duration.ofDays(WorkEnds.DAYS + 1L));
    WorkEnds ends =
        WorkEnds.of(
            spans.stream().filter(span -> span.start().isAfter(habitsFrom)).toList(), time);
    return new Past(
        today, zones, zone, time.dayStarts(), spans, beginning(Sprint.class, within), ends);
  }

  private <R extends JournalRecord.Stretch> List<R> beginning(Class<R> kind, Interval within) {
    return journal.find(kind, within).stream()
        .filter(record -> !record.start().isBefore(within.start()))
        .toList();
  }

  private static <R> List<R> joined(List<R> first, List<R> second) {
    List<R> all = new ArrayList<>(first.size() + second.size());
    all.addAll(first);
    all.addAll(second);
    return all;
  }

  /** When the first work of all began, or null. A journal may be long, so it is not read through. */
  private @Nullable Instant firstWork(Instant until) {
    if (firstWork == null) {
      firstWork = findFirstWork(until).orElse(null);
    }
    return firstWork;
  }

  private Optional<Instant> findFirstWork(Instant until) {
    if (journal.latest(Span.class, until).isEmpty()) {
      return Optional.empty();
    }
    // Up to the one nothing has begun, before the other something has.
    Instant none = FIRST;
    Instant some = until;
    while (Duration.between(none, some).compareTo(Duration.ofDays(1)) > 0) {
      Instant middle = none.plus(Duration.between(none, some).dividedBy(2));
      if (journal.latest(Span.class, middle).isPresent()) {
        some = middle;
      } else {
        none = middle;
      }
    }
    Instant from = none;
    for (Duration length = Duration.ofDays(2); ; length = length.multipliedBy(2)) {
      Interval within = new Interval(from, Interval.earlier(from.plus(length), until));
      Optional<Instant> work =
          journal.find(Span.class, within).stream()
              .filter(span -> span.state() == SpanState.WORK)
              .map(Span::start)
              .findFirst();
      if (work.isPresent() || !within.end().isBefore(until)) {
        return work;
      }
    }
  }
}
