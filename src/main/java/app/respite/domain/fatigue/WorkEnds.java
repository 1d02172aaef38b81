package app.respite.domain.fatigue;

import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/**
 * When days of work ended.
 *
 * @param ends for each day with work how late its last work ended, as the time the clock had gone
 *     on since the day's start; up to 24 h, so that a time after midnight is a late one
 */
public record WorkEnds(NavigableMap<LocalDate, Duration> ends) {
  /** How many days back a habit shows. */
  public static final int DAYS = 28;

  private static final int FEWEST = 5;
  private static final Duration WHOLE_DAY = Duration.ofDays(1);

  public WorkEnds {
    ends = new TreeMap<>(ends);
  }

  /** The ends of the days that spans belong to. */
  public static WorkEnds of(List<Span> spans, OwnTime time) {
    NavigableMap<LocalDate, Duration> ends = new TreeMap<>();
    for (Span span : spans) {
      if (span.state() != SpanState.WORK || !span.end().isAfter(span.start())) {
        continue;
      }
      // The last moment of it: work up to a day's very end belongs to that day.
      Instant last = span.end().minusNanos(1);
      LocalDate day = time.dayOf(last);
      LocalDate before = time.dayOf(span.start());
      if (before.isBefore(day)) {
        ends.put(before, WHOLE_DAY);
      }
      ends.merge(day, sinceStart(time, last), WorkEnds::later);
    }
    return new WorkEnds(ends);
  }

  private static Duration sinceStart(OwnTime time, Instant last) {
    Duration since = Duration.between(time.dayStarts(), time.timeAt(last)).plusNanos(1);
    return since.compareTo(Duration.ZERO) > 0 ? since : since.plus(WHOLE_DAY);
  }

  private static Duration later(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** These and others; of a day that is in both, the later end. */
  public WorkEnds and(WorkEnds others) {
    NavigableMap<LocalDate, Duration> both = new TreeMap<>(ends);
    others.ends.forEach((day, end) -> both.merge(day, end, WorkEnds::later));
    return new WorkEnds(both);
  }

  /**
   * The usual end: the median over the {@link #DAYS} days before a day, to the minute. That day
   * itself does not count, for it may go on.
   *
   * @return null where fewer than five of them had work
   */
  public @Nullable LocalTime usual(LocalDate today, LocalTime dayStarts) {
    Collection<Duration> known = ends.subMap(today.minusDays(DAYS), today).values();
    if (known.size() < FEWEST) {
      return null;
    }
    double minutes =
        Median.withDefaults()
            .evaluate(known.stream().mapToDouble(end -> end.toSeconds() / 60.0).toArray());
    return dayStarts.plusMinutes(Math.round(minutes));
  }
}
