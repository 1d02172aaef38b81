package app.respite.domain.review;

import app.respite.domain.day.RunningSprint;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a review is made from. More than the range is harmless; spans and sprints before it are what
 * streaks are counted from.
 *
 * @param running the sprint that runs, whose time the spans have and whose items nothing else has
 */
public record Records(
    List<Task> tasks,
    List<ZoneChange> zones,
    List<Span> spans,
    List<Sprint> sprints,
    List<Break> breaks,
    List<Decision> decisions,
    List<Rating> ratings,
    List<WorkItem> items,
    List<DayCheckIn> dayCheckIns,
    @Nullable RunningSprint running,
    List<Rate> rates,
    List<Verdict> verdicts,
    List<Report> reports,
    List<Platform> platforms) {
  /** Nothing at all. */
  public static final Records NONE =
      new Records(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), null, List.of(), List.of(), List.of(), List.of());

  public Records {
    tasks = List.copyOf(tasks);
    zones = List.copyOf(zones);
    spans = List.copyOf(spans);
    sprints = List.copyOf(sprints);
    breaks = List.copyOf(breaks);
    decisions = List.copyOf(decisions);
    ratings = List.copyOf(ratings);
    items = List.copyOf(items);
    dayCheckIns = List.copyOf(dayCheckIns);
    rates = List.copyOf(rates);
    verdicts = List.copyOf(verdicts);
    reports = List.copyOf(reports);
    platforms = List.copyOf(platforms);
  }

  /** The same without the time and work that ended before an instant. */
  Records since(Instant first) {
    return new Records(
        tasks,
        zones,
        spans.stream().filter(one -> one.end().isAfter(first)).toList(),
        sprints.stream().filter(one -> one.end().isAfter(first)).toList(),
        breaks.stream().filter(one -> one.end().isAfter(first)).toList(),
        decisions.stream().filter(one -> one.at().isAfter(first)).toList(),
        ratings.stream().filter(one -> one.at().isAfter(first)).toList(),
        items.stream().filter(one -> one.end() == null || one.end().isAfter(first)).toList(),
        dayCheckIns,
        running,
        rates,
        verdicts,
        reports,
        platforms);
  }
}
