package app.respite.domain.hours;

import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import java.util.List;

/**
 * What the hours to report are made from, in any order; more than a range needs is harmless.
 *
 * @param worked one for each task and day
 * @param reports of several about the same task and day the one told last counts
 */
public record HoursFacts(
    List<WorkedDay> worked,
    List<Task> tasks,
    List<Rate> rates,
    List<Report> reports,
    List<Platform> platforms) {
  public HoursFacts {
    worked = List.copyOf(worked);
    tasks = List.copyOf(tasks);
    rates = List.copyOf(rates);
    reports = List.copyOf(reports);
    platforms = List.copyOf(platforms);
  }
}
