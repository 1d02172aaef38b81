package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.domain.hours.HoursFacts;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Reviewer;
import app.respite.domain.review.WorkLedger;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a journal knows of hours to report, the open session included. Every method throws {@link
 * app.respite.coach.port.JournalException} where the journal cannot be read.
 */
public final class HoursService {
  /** A break that was logged alone belongs to the work before it, which may be a while ago. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private HoursService() {}

  /**
   * All that the hours of a range of logical days are made from, the last one included.
   *
   * @param zone the user's zone; counts where the journal knows none
   */
  public static HoursFacts facts(
      JournalReader journal, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    DayCalendar days = Reviewer.calendar(journal.all(ZoneChange.class), preferences, zone);
    Interval range = days.interval(from, to);
    Interval wide = new Interval(range.start().minus(MARGIN), range.end().plus(MARGIN));
    List<Span> spans =
        ReviewService.withOpen(
            journal.find(Span.class, wide), CoachCore.openSpans(journal, preferences));
    return new HoursFacts(
        WorkLedger.of(spans, journal.find(Sprint.class, wide), days, from, to),
        journal.all(Task.class),
        journal.all(Rate.class),
        journal.all(Report.class),
        journal.all(Platform.class));
  }
}
