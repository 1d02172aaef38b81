package app.respite.coach;

import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.DayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hours to report as plain values with the keys and the order of docs/contract.md; what is not
 * known is there and null.
 */
public final class HoursJson {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private HoursJson() {}

  /**
   * The whole of it.
   *
   * @param days the days and zones of the journal
   */
  public static Map<String, @Nullable Object> of(HoursToReport hours, DayCalendar days) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("from", hours.from().toString());
    json.put("to", hours.to().toString());
    json.put("round", hours.round().toString());
    json.put("rows", hours.rows().stream().map(HoursJson::row).toList());
    Instant last = days.interval(hours.from(), hours.to()).end().minusNanos(1);
    json.put("zone", days.zoneAt(last).getId());
    return json;
  }

  private static Map<String, @Nullable Object> row(Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("day", row.day().toString());
    json.put("task", row.task());
    json.put("platform", row.platform());
    json.put("start", moment(row.start()));
    json.put("end", moment(row.end()));
    json.put("workSeconds", row.work().toSeconds());
    json.put("breakSeconds", row.breaks().toSeconds());
    json.put("rounded", row.rounded().toSeconds());
    Duration reported = row.reported();
    json.put("reported", reported == null ? null : reported.toSeconds());
    LocalDate by = row.reportBy();
    json.put("reportBy", by == null ? null : by.toString());
    return json;
  }

  private static @Nullable String moment(@Nullable OffsetDateTime at) {
    return at == null ? null : MOMENT.format(at);
  }
}
