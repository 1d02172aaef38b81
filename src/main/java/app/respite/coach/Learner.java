package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.fatigue.Course;
import app.respite.domain.fatigue.Course.Remark;
import app.respite.domain.fatigue.CourseDay;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.Habits;
import app.respite.domain.fatigue.Learning;
import app.respite.domain.fatigue.OwnTime;
import app.respite.domain.fatigue.TiringTasks;
import app.respite.domain.fatigue.WorkEnds;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import app.respite.domain.work.SprintRatings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final Learning learning = new Learning();
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
  public static final class LearningInput {
    private final Learning learning;
    private final Instant asOf;
    private final PersonalTime time;
    private final Past past;
    private final Recent recent;
    private final List<Task> tasks;
    private final @Nullable LocalDate lastDayCheckIn;
    private final @Nullable LocalDate firstDay;

    private LearningInput(
        Learning learning,
        Instant asOf,
        PersonalTime time,
        Past past,
        Recent recent,
        List<Task> tasks,
        @Nullable LocalDate lastDayCheckIn,
        @Nullable LocalDate firstDay) {
      this.learning = learning;
      this.asOf = asOf;
      this.time = time;
      this.past = past;
      this.recent = recent;
      this.tasks = tasks;
      this.lastDayCheckIn = lastDayCheckIn;
      this.firstDay = firstDay;
    }

    /** What it tells. */
    public Knowledge knowledge() {
      List<CourseDay> days = joined(past.days, recent.course(tasks, past.threshold));
      WorkEnds ends = past.ends.and(WorkEnds.of(recent.spans(), time));
      return new Knowledge(
          asOf,
          learning.belief(days, asOf),
          new Habits(ends.usual(past.today, time.dayStarts()), lastDayCheckIn, firstDay),
          TiringTasks.of(joined(past.sprints, recent.sprints()), tasks, asOf));
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

  /** What happened from an instant on. */
  private record Recent(
      List<Span> spans, List<Sprint> sprints, List<Rating> ratings, List<Remark> remarks) {
    List<CourseDay> course(List<Task> tasks, int threshold) {
      return Course.days(tasks, spans, sprints, ratings, remarks, threshold);
    }
  }

  /** The days before yesterday, as they are under some conditions. */
  private static final class Past {
    final LocalDate today;
    final List<ZoneChange> zones;
    final ZoneId zone;
    final LocalTime dayStarts;
    final List<Task> tasks;
    final int threshold;

    /** What begins from here on is none of it. */
    final Instant end;

    final List<CourseDay> days;
    final List<Sprint> sprints;

    /** Sprints whose ratings, even if given later, are among those of its days. */
    final Set<UUID> rated;

    final WorkEnds ends;

    Past(
        LocalDate today,
        List<ZoneChange> zones,
        ZoneId zone,
        PersonalTime time,
        List<Task> tasks,
        int threshold,
        Recent all,
        Instant yesterday) {
      this.today = today;
      this.zones = zones;
      this.zone = zone;
      this.dayStarts = time.dayStarts();
      this.tasks = tasks;
      this.threshold = threshold;
      List<CourseDay> course = all.course(tasks, threshold);
      // Cut where a day of the course begins, for that is a beginning afresh. The last one stays
      // out: it may still grow.
      int kept = 0;
      while (kept + 1 < course.size() && !course.get(kept + 1).start().isAfter(yesterday)) {
        kept++;
      }
      end = course.isEmpty() ? Instant.MIN : course.get(kept).start();
      days = course.subList(0, Math.min(kept, course.size()));
      sprints = all.sprints().stream().filter(sprint -> sprint.start().isBefore(end)).toList();
      rated = sprints.stream().map(Sprint::id).collect(Collectors.toSet());
      Instant habitsFrom = yesterday.minus(Duration.ofDays(WorkEnds.DAYS + 1L));
      ends =
          WorkEnds.of(
              all.spans().stream()
                  .filter(span -> span.start().isAfter(habitsFrom) && span.start().isBefore(end))
                  .toList(),
              time);
    }

    boolean holds(
        LocalDate day,
        List<ZoneChange> knownZones,
        ZoneId fallback,
        LocalTime starts,
        List<Task> knownTasks,
        int wanted) {
      return day.equals(today)
          && wanted == threshold
          && knownZones.equals(zones)
          && fallback.equals(zone)
          && starts.equals(dayStarts)
          && knownTasks.equals(tasks);
    }
  }

  /** The days before yesterday have changed. */
  public void forget() {
    past = null;
    firstWork = null;
  }

  /** A sprint was told of; that it was changed matters where it is one of those days'. */
  public void changed(@Nullable Sprint told) {
    if (past != null && told != null && told.start().isBefore(past.end)) {
      forget();
    }
  }

  /**
   * Reads what has come up to an instant.
   *
   * @param open spans of the running session that the journal has not, or not so, yet
   */
  public LearningInput read(Preferences preferences, Instant asOf, ZoneId zone, List<Span> open) {
    List<ZoneChange> zones = journal.all(ZoneChange.class);
    List<Task> tasks = journal.all(Task.class);
    PersonalTime time =
        new PersonalTime(
            Reviewer.calendar(zones, preferences, zone), preferences.get(CoachKeys.DAY_STARTS));
    int threshold = preferences.get(CoachKeys.FATIGUE_THRESHOLD);
    LocalDate today = time.dayOf(asOf);
    // What happens at the instant itself belongs to it.
    Instant until = asOf.plusNanos(1);
    Past before = past;
    if (before == null || !before.holds(today, zones, zone, time.dayStarts(), tasks, threshold)) {
      Recent all = beginning(asOf.minus(REACH), until, open, Set.of());
      Instant yesterday = time.calendar().startOf(today.minusDays(1));
      before = new Past(today, zones, zone, time, tasks, threshold, all, yesterday);
      past = before;
    }
    Instant first = firstWork(until);
    return new LearningInput(
        learning,
        asOf,
        time,
        before,
        beginning(Interval.later(before.end, asOf.minus(REACH)), until, open, before.rated),
        tasks,
        journal.latest(DayCheckIn.class, until).map(DayCheckIn::day).orElse(null),
        first == null ? null : time.dayOf(first));
  }

  /** What happened from an instant on; {@code without} are sprints from before it. */
  private Recent beginning(Instant from, Instant until, List<Span> open, Set<UUID> without) {
    Interval within = new Interval(from, until);
    List<Sprint> sprints = beginning(journal.find(Sprint.class, within), from);
    List<Rating> ratings =
        journal.find(Rating.class, within).stream()
            .filter(
                rating ->
                    rating.before()
                        || rating.sprint() == null
                        || !without.contains(rating.sprint()))
            .toList();
    return new Recent(
        beginning(ReviewService.withOpen(journal.find(Span.class, within), open), from),
        new SprintRatings(sprints, ratings).rated(sprints),
        ratings,
        Remark.of(
            beginning(journal.find(Break.class, within), from),
            journal.find(Decision.class, within)));
  }

  private static <R extends JournalRecord.Stretch> List<R> beginning(List<R> found, Instant from) {
    return found.stream().filter(record -> !record.start().isBefore(from)).toList();
  }

  private static <R> List<R> joined(List<R> first, List<R> second) {
    List<R> all = new ArrayList<>(first.size() + second.size());
    all.addAll(first);
    all.addAll(second);
    return all;
  }

  /**
   * When the first work of all began, or null. A journal may be long, so it is not read through.
   */
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
