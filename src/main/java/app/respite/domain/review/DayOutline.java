package app.respite.domain.review;

import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Course;
import app.respite.domain.fatigue.CourseDay;
import app.respite.domain.fatigue.Range;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day in the figures that rules of breaks change: as it was, or as it would have been.
 *
 * @param stretches of the day, in order of time
 * @param breaksAfter the work that was done before each break that counts, in order
 * @param longestStretch work without a rest, see {@link WorkRun}
 * @param work all of it
 * @param rest breaks and natural rest
 * @param peakFatigue the most tired a person may have been, by the model alone, from 0 to 10; null
 *     where nothing was worked or the ratings follow no pattern
 */
public record DayOutline(
    List<Stretch> stretches,
    List<Duration> breaksAfter,
    Duration longestStretch,
    Duration work,
    Duration rest,
    @Nullable Range peakFatigue) {
  /** Breaks this close to each other, in work done before, are the same. */
  private static final Duration SAME = Duration.ofMinutes(1);

  public DayOutline {
    stretches = List.copyOf(stretches);
    breaksAfter = List.copyOf(breaksAfter);
  }

  /** Whose day it was: the rules, the names of tasks, and what is believed of tiredness. */
  public record Person(Preferences preferences, Map<UUID, String> tasks, Belief belief) {
    public Person {
      tasks = Map.copyOf(tasks);
    }
  }

  /** How breaks of a day differ from those of another: what came anew, moved, and fell away. */
  public record Difference(int added, int moved, int dropped) {}

  /**
   * Adds up a day.
   *
   * @param stretches in order of time
   * @param breaks those of the day; the ones that were too short to count are passed over
   */
  public static DayOutline of(List<Stretch> stretches, List<Break> breaks, Person person) {
    Duration work = Duration.ZERO;
    Duration rest = Duration.ZERO;
    Duration longest = Duration.ZERO;
    WorkRun run = new WorkRun(person.preferences());
    for (Stretch stretch : stretches) {
      UUID task = stretch.task();
      run.add(stretch, task == null ? null : person.tasks().get(task));
      switch (stretch.state()) {
        case WORK -> {
          work = work.plus(stretch.interval().length());
          longest = longest.compareTo(run.work()) < 0 ? run.work() : longest;
        }
        case BREAK, NATURAL -> rest = rest.plus(stretch.interval().length());
        case IDLE, PAUSED, READY, AWAY -> {}
      }
    }
    List<Duration> after =
        breaks.stream()
            .filter(one -> one.type() != BreakKind.NATURAL && one.credited())
            .sorted(Comparator.comparing(Break::start))
            .map(one -> worked(stretches, one.start()))
            .toList();
    return new DayOutline(stretches, after, longest, work, rest, peak(stretches, person.belief()));
  }

  private static Duration worked(List<Stretch> stretches, Instant until) {
    Duration sum = Duration.ZERO;
    Interval before = new Interval(Instant.MIN, until);
    for (Stretch one : stretches) {
      if (one.state() == SpanState.WORK && one.interval().start().isBefore(until)) {
        sum = sum.plus(one.interval().clip(before).length());
      }
    }
    return sum;
  }

  /**
   * The course of the day from the beginning of its work, without the ratings given in it: they
   * belong to the day as it was, and would make it look better or worse than one that never was.
   */
  private static @Nullable Range peak(List<Stretch> stretches, Belief belief) {
    if (!belief.pattern()) {
      return null;
    }
    List<Span> spans = stretches.stream().map(DayOutline::span).toList();
    List<CourseDay> days = Course.days(List.of(), spans, List.of(), List.of(), List.of(), 0);
    return days.stream()
        .flatMap(day -> TirednessCurve.of(day, belief.onNewDay()).stream())
        .map(FatigueFigures.Point::rating)
        .max(Comparator.comparingDouble(Range::mid))
        .orElse(null);
  }

  private static Span span(Stretch one) {
    return new Span(
        new UUID(0, 0),
        new UUID(0, 0),
        one.sprint(),
        one.task(),
        one.state(),
        one.cause(),
        one.interval().start(),
        one.interval().end(),
        null);
  }

  /** How many breaks counted. */
  public int breaks() {
    return breaksAfter.size();
  }

  /**
   * What became of the breaks of this day in another. A break is the same where as much work was
   * done before it, for the clock moves with every break that is put in.
   */
  public Difference to(DayOutline other) {
    List<Duration> left = new ArrayList<>(breaksAfter);
    int fresh = 0;
    for (Duration after : other.breaksAfter()) {
      boolean known =
          left.stream()
              .filter(one -> one.minus(after).abs().compareTo(SAME) <= 0)
              .findFirst()
              .map(left::remove)
              .orElse(false);
      fresh += known ? 0 : 1;
    }
    int moved = Math.min(fresh, left.size());
    return new Difference(fresh - moved, moved, left.size() - moved);
  }
}
