package app.respite.coach;

import app.respite.bind.Form;
import app.respite.bind.FormBuilder;
import app.respite.bind.Scalar;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.text.EnumWords;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
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

  private static final Scalar<Duration> SECONDS =
      new Scalar<>("seconds", Duration::toSeconds, plain -> null);

  private static final Form FORM = keys(Form.builder(EnumWords::of).nulls()).build();

  private HoursJson() {}

  /** Adds to a form how the hours are written. */
  static FormBuilder keys(FormBuilder form) {
    return form.scalar(
            OffsetDateTime.class, new Scalar<>("a moment", MOMENT::format, plain -> null))
        .given(Row.class, "id")
        .as(Row.class, "work", SECONDS)
        .rename(Row.class, "work", "workSeconds")
        .as(Row.class, "breaks", SECONDS)
        .rename(Row.class, "breaks", "breakSeconds")
        .as(Row.class, "rounded", SECONDS)
        .as(Row.class, "reported", SECONDS);
  }

  /**
   * The whole of it.
   *
   * @param days the days and zones of the journal
   */
  public static Map<String, @Nullable Object> of(HoursToReport hours, DayCalendar days) {
    Map<String, @Nullable Object> json = FORM.write(hours);
    Instant last = days.interval(hours.from(), hours.to()).end().minusNanos(1);
    json.put("zone", days.zoneAt(last).getId());
    return json;
  }
}
