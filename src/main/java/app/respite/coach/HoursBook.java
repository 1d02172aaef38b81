package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Journal;
import app.respite.domain.day.Change;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was reported to platforms, written by hand. What is wrong is refused in one line, and
 * nothing is stored; what is written can be undone.
 */
final class HoursBook {
  private final Journal journal;

  HoursBook(Journal journal) {
    this.journal = journal;
  }

  /** Notes what was reported, without what is known to be reported so already. */
  void save(List<Report> reports, Instant now, ZoneId zone) {
    List<Report> before = journal.all(Report.class);
    List<Change> changes = new ArrayList<>();
    List<Report> saved = new ArrayList<>();
    for (Report report : reports) {
      check(report, now, zone);
      Optional<Report> last =
          before.stream()
              .filter(one -> one.task().equals(report.task()) && one.day().equals(report.day()))
              .max(Report.BY_TELLING);
      if (last.isEmpty() || last.get().seconds() != report.seconds()) {
        changes.add(new Change.Put(report));
        saved.add(report);
      }
    }
    if (!changes.isEmpty()) {
      journal.write(changes, label(saved));
    }
  }

  private void check(Report report, Instant now, ZoneId zone) {
    if (journal.byId(Task.class, report.task()).isEmpty()) {
      throw wrong("hours can only be reported of a task that is in the journal");
    }
    if (report.seconds() < 0 || report.seconds() > Report.LONGEST.toSeconds()) {
      throw wrong("hours of a day are a length from 0 to 25h, such as 1h40m");
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    if (report.day().isAfter(today)) {
      throw wrong(report.day() + " is still to come; report its hours once they are worked");
    }
  }

  private String label(List<Report> saved) {
    if (saved.size() > 1) {
      return "reported the hours of " + saved.size() + " days";
    }
    Report one = saved.getFirst();
    return "reported "
        + Durations.words(Duration.ofSeconds(one.seconds()))
        + " of "
        + journal.byId(Task.class, one.task()).map(Task::name).orElse("?")
        + " on "
        + one.day();
  }

  private static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
