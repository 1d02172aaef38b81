package app.respite.cli.simulate;

import app.respite.coach.port.EventFields;
import app.respite.domain.day.TimedEvent;
import app.respite.json.Json;
import java.time.ZoneId;

/** An event as one line of JSON: {@code at}, {@code event}, then the event's own fields. */
public final class EventJson {
  private EventJson() {}

  /** Writes it, instants with the offset of a zone. */
  public static String line(TimedEvent timed, ZoneId zone) {
    return Json.write(EventFields.of(timed.at(), timed.event()), zone);
  }
}
