package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.HoursDeeds;
import app.respite.coach.review.Part.Note;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.Table;
import app.respite.coach.words.HoursWords;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.hours.HoursFacts;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.hours.HoursToReport.State;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.review.Reviewer;
import app.respite.domain.review.WorkLedger;
import app.respite.domain.setting.Preferences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hours to report of the days, and those of earlier days that can still be reported. */
record HoursCard() implements FiguresCard<HoursToReport> {
  /** So far back there may be hours that can still be reported. */
  private static final int DAYS_BACK = 35;

  private static final List<Column> COLUMNS =
      List.of(new Column(0, 10, false), new Column(2, 7, true), new Column(2, 57, false));

  @Override
  public String name() {
    return "hoursToReport";
  }

  @Override
  public Class<HoursToReport> type() {
    return HoursToReport.class;
  }

  @Override
  public @Nullable HoursToReport figures(Records records, Preferences preferences, Review review) {
    LocalDate first = review.from().minusDays(DAYS_BACK);
    DayCalendar days = Reviewer.calendar(records.zones(), preferences, review.zone());
    Instant since = days.startOf(first.minusDays(1));
    HoursFacts facts =
        new HoursFacts(
            WorkLedger.of(
                records.spans().stream().filter(one -> one.end().isAfter(since)).toList(),
                records.sprints().stream().filter(one -> one.end().isAfter(since)).toList(),
                days,
                first,
                review.to()),
            records.tasks(),
            records.rates(),
            records.reports(),
            records.platforms());
    HoursToReport all =
        HoursToReport.of(facts, first, review.to(), preferences.get(CoachKeys.TIMESHEET_ROUND));
    List<Row> rows = all.rows().stream().filter(row -> isTold(row, review)).toList();
    return rows.isEmpty() ? null : new HoursToReport(review.from(), review.to(), all.round(), rows);
  }

  private static boolean isTold(Row row, Review review) {
    LocalDate by = row.reportBy();
    return !row.day().isBefore(review.from())
        || (row.state() != State.REPORTED && by != null && !by.isBefore(review.from()));
  }

  @Override
  public CardContent content(HoursToReport hours) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : hours.rows()) {
      // What may be long comes last, where there is room for it.
      String said =
          Stream.of(HoursWords.times(row), HoursWords.state(row, hours.to()), HoursWords.name(row))
              .filter(one -> !one.isEmpty())
              .collect(Collectors.joining("; "));
      rows.add(List.of(HoursWords.day(row.day()), HoursWords.length(row.rounded()), said));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Table(COLUMNS, rows));
    List<String> said = new ArrayList<>(HoursWords.changed(hours));
    said.addAll(HoursWords.open(hours.rows(), null));
    if (!said.isEmpty()) {
      parts.add(new Said(said));
    }
    parts.add(new HoursDeeds(hours));
    parts.add(new Note(say("hours.note")));
    return new CardContent("Hours to report", parts);
  }
}
