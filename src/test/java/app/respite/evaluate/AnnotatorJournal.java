package app.respite.evaluate;

import app.respite.domain.review.Records;
import app.respite.domain.time.GapCause;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Absence;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
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
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Weeks of a simulated person as the journal would hold them: tasks, spans, sprints, breaks,
 * postponed and skipped prompts, ratings, the two-weekly question, counted items. Spans never
 * overlap. The same seed gives the same records, ids included.
 */
public final class AnnotatorJournal {
  /** Where the person lives. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** The first day of work, a Monday. */
  public static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

  private static final int A_RATING_TAKES = 20;

  private final RandomGenerator random;
  private final Story story;
  private final UUID session;
  private final List<JournalRecord> records = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final UUID brought;
  private long ids;

  /**
   * What happens in those weeks besides work. Weeks count from 0.
   *
   * @param strainFrom the week from which days get harder, slower and longer, little by little;
   *     null for never
   * @param sick the week without work; null for none
   * @param items whether the second task's items were brought in one by one, with their times
   */
  public record Story(@Nullable Integer strainFrom, @Nullable Integer sick, boolean items) {
    /** Nothing special. */
    public static final Story QUIET = new Story(null, null, false);

    /** The same with strain from a week on. */
    public Story strainFrom(int week) {
      return new Story(week, sick, items);
    }

    /** The same with a week off sick. */
    public Story sickIn(int week) {
      return new Story(strainFrom, week, items);
    }

    /** The same with items of their own. */
    public Story withItems() {
      return new Story(strainFrom, sick, true);
    }
  }

  private AnnotatorJournal(long seed, Story story) {
    this.random = new SplittableRandom(seed);
    this.story = story;
    this.session = id();
    this.brought = id();
  }

  /** So many quiet weeks, thirty sprints or so in each. */
  public static List<JournalRecord> weeks(long seed, int weeks) {
    return weeks(seed, weeks, Story.QUIET);
  }

  /** So many weeks of a story. */
  public static List<JournalRecord> weeks(long seed, int weeks, Story story) {
    return new AnnotatorJournal(seed, story).write(weeks);
  }

  /** The first so many sprints of a quiet story, with all that belongs to them. */
  public static List<JournalRecord> sprints(long seed, int count) {
    List<JournalRecord> all = weeks(seed, count / 5 + 2);
    List<Sprint> sprints = of(all, Sprint.class);
    Instant end = sprints.get(count - 1).end().plusSeconds(A_RATING_TAKES + 10L);
    List<JournalRecord> first = new ArrayList<>();
    for (JournalRecord one : all) {
      Instant over = one.ends();
      if (over == null || !over.isAfter(end)) {
        first.add(one);
      }
    }
    return List.copyOf(first);
  }

  /** The same as a reviewer takes it. */
  public static Records records(List<JournalRecord> all) {
    return new Records(
        of(all, Task.class),
        of(all, ZoneChange.class),
        of(all, Span.class),
        of(all, Sprint.class),
        of(all, Break.class),
        of(all, Decision.class),
        of(all, Rating.class),
        of(all, WorkItem.class),
        of(all, DayCheckIn.class),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static <R extends JournalRecord> List<R> of(List<JournalRecord> all, Class<R> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private UUID id() {
    return new UUID(0xa77a, ++ids);
  }

  private List<JournalRecord> write(int weeks) {
    task("Boxes", "Remotasks", new Pay.PerItem(money("0.12")));
    task("Polygons", "Label Studio", new Pay.PerHour(money("14")));
    records.add(new ZoneChange(id(), FIRST.atTime(8, 50).atZone(ZONE).toInstant(), ZONE));
    Truth truth = Truth.drawn(random, 0.02, 0.7, 1);
    Habits habits = Habits.CLEAN.skipping(0.03, 0.25).mixing(0.9, 1.15);
    Annotator person = new Annotator(truth, habits, random.nextLong());
    for (int week = 0; week < weeks; week++) {
      for (int weekday = 0; weekday < 7; weekday++) {
        boolean works = weekday < 5 ? random.nextDouble() < 0.96 : random.nextDouble() < 0.1;
        if (works && !Integer.valueOf(week).equals(story.sick())) {
          LocalDate date = FIRST.plusDays(7L * week + weekday);
          day(date, person, strain(week + weekday / 7.0), truth.kappa());
        }
      }
    }
    return List.copyOf(records);
  }

  private void task(String name, String platform, Pay pay) {
    Task task = new Task(id(), name, platform, "", pay, null, null, null, false, false, false);
    tasks.add(task);
    records.add(task);
  }

  private static Money money(String amount) {
    return new Money(new BigDecimal(amount), "EUR");
  }

  /** From 0 to 1 within four weeks. */
  private double strain(double week) {
    Integer from = story.strainFrom();
    return from == null ? 0 : Math.clamp((week - from) / 4, 0, 1);
  }

  private void day(LocalDate date, Annotator person, double strain, double kappa) {
    boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    int count = weekend ? 3 : 5 + random.nextInt(3) + (int) Math.round(2 * strain);
    WorkingDay day = person.day(count, 2 * strain, 1 - 0.25 * strain);
    LocalTime begin = LocalTime.of(8, 40).plusSeconds(random.nextInt(45 * 60));
    Instant now = date.atTime(begin).atZone(ZONE).toInstant();
    Sprint last = null;
    for (WorkingDay.Leg leg : day.legs()) {
      switch (leg) {
        case WorkingDay.Sprint one -> {
          last = sprint(one, now, kappa);
          now = last.end();
        }
        case WorkingDay.Rest rest -> now = rest(rest, now);
      }
    }
    if (last != null && date.getDayOfWeek() == DayOfWeek.FRIDAY && isCheckInWeek(date)) {
      int burnout = Math.clamp(Math.round(1.4 + 2.2 * strain + random.nextDouble() - 0.5), 1, 5);
      records.add(new DayCheckIn(id(), date, last.end().plusSeconds(90), burnout));
    }
  }

  private static boolean isCheckInWeek(LocalDate date) {
    return (date.toEpochDay() - FIRST.toEpochDay()) / 7 % 2 == 1;
  }

  private Sprint sprint(WorkingDay.Sprint one, Instant start, double kappa) {
    UUID id = id();
    UUID task = tasks.get(one.task()).id();
    Duration length = Duration.ofSeconds(Math.round(one.minutes() * 60));
    Instant end = start.plus(length);
    if (one.before() != null) {
      records.add(new Rating(id(), start.plusSeconds(5), true, id, one.before(), null));
    }
    records.add(new Span(id(), session, id, task, SpanState.WORK, null, start, end, null));
    boolean counted = !story.items() || one.task() == 0;
    Sprint sprint =
        new Sprint(
            id,
            task,
            start,
            end,
            length.toSeconds(),
            length,
            SprintOutcome.COMPLETED,
            one.after(),
            one.effort(),
            counted && random.nextDouble() < 0.95 ? one.items() : null,
            null,
            null);
    records.add(sprint);
    if (!counted) {
      items(one, sprint, kappa);
    }
    if (one.after() != null) {
      Instant told = end.plusSeconds(A_RATING_TAKES);
      records.add(new Rating(id(), told, false, id, one.after(), one.effort()));
    }
    return sprint;
  }

  /** The sprint's items, one after the other, a little slower towards its end. */
  private void items(WorkingDay.Sprint one, Sprint sprint, double kappa) {
    double[] lengths = new double[one.items()];
    double sum = 0;
    for (int i = 0; i < lengths.length; i++) {
      double slower = 1 + kappa * one.tired() * i / lengths.length;
      lengths[i] = slower * Math.exp(0.4 * random.nextGaussian());
      sum += lengths[i];
    }
    double millis = sprint.activeSeconds() * 1000.0;
    double at = 0;
    for (int i = 0; i < lengths.length; i++) {
      Instant from = sprint.start().plusMillis(Math.round(at / sum * millis));
      at += lengths[i];
      Instant to = sprint.start().plusMillis(Math.round(at / sum * millis));
      long took = Duration.between(from, to).toMillis();
      ItemOutcome outcome =
          random.nextDouble() < 0.03 ? ItemOutcome.REJECTED : ItemOutcome.ACCEPTED;
      records.add(
          new WorkItem(
              id(),
              sprint.task(),
              "labelstudio-json",
              "item-" + ids,
              null,
              from,
              to,
              took,
              took,
              TimeQuality.MEASURED_ACTIVE,
              false,
              false,
              outcome,
              1,
              null,
              null,
              brought));
    }
  }

  private Instant rest(WorkingDay.Rest rest, Instant start) {
    Instant end = start.plusSeconds(Math.round(rest.minutes() * 60));
    double how = random.nextDouble();
    if (how < 0.06) {
      records.add(new Absence(id(), GapCause.LOCK, start, end));
    }
    boolean natural = how < 0.25;
    SpanState state = natural ? SpanState.NATURAL : SpanState.BREAK;
    records.add(new Span(id(), session, null, null, state, null, start, end, null));
    BreakKind kind = BreakKind.NATURAL;
    Route route = Route.NATURAL;
    Duration planned = null;
    if (!natural) {
      kind =
          rest.minutes() < 9
              ? BreakKind.SHORT
              : rest.minutes() < 18 ? BreakKind.LONG : BreakKind.REST;
      route = how < 0.8 ? Route.ACCEPTED : how < 0.95 ? Route.MANUAL : Route.TIRED;
      planned = Duration.ofMinutes(kind == BreakKind.SHORT ? 5 : kind == BreakKind.LONG ? 15 : 25);
      if (how > 0.6 && how < 0.7) {
        Instant before = start.minusSeconds(300);
        records.add(new Decision(id(), before, kind, Answer.POSTPONED, Duration.ofMinutes(5)));
      }
    }
    records.add(new Break(id(), kind, start, end, route, true, planned));
    return end;
  }
}
