package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.coach.words.HoursWords;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.hours.HoursFacts;
import app.respite.domain.hours.HoursToReport;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal knows of hours to report, the open session included. Every method throws {@link
 * app.respite.coach.port.JournalException} where the journal cannot be read.
 */
public final class HoursService {
  /** A break that was logged alone belongs to the work before it, which may be a while ago. */
  private static final Duration MARGIN = Duration.ofDays(1);

  /** So far back hours can be late or waiting that are spoken of without being asked for. */
  private static final int DAYS_BACK = 35;

  private HoursService() {}

  /**
   * What has to be reported by tomorrow, or is late since a day or two, a sentence for each
   * platform; nothing where no platform wants hours within a time.
   *
   * @param before the day on which this was said last, or null; what was said then is left out
   */
  static List<String> dueSoon(
      JournalReader journal,
      Preferences preferences,
      Instant now,
      @Nullable LocalDate before,
      ZoneId zone) {
    if (journal.all(Platform.class).stream().allMatch(one -> one.reportWithin() == null)) {
      return List.of();
    }
    LocalDate today =
        Reviewer.calendar(journal.all(ZoneChange.class), preferences, zone).dayOf(now);
    LocalDate from = today.minusDays(DAYS_BACK);
    HoursToReport hours =
        HoursToReport.of(
            facts(journal, preferences, from, today, zone),
            from,
            today,
            preferences.get(CoachKeys.TIMESHEET_ROUND));
    List<String> due = new ArrayList<>(HoursWords.open(hours.dueSoon(today), today));
    if (before != null) {
      due.removeAll(
          HoursWords.open(
              hours.dueSoon(before).stream().filter(row -> !row.day().isAfter(before)).toList(),
              before));
    }
    return List.copyOf(due);
  }

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
