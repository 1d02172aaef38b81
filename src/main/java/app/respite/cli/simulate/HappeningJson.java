package app.respite.cli.simulate;

import app.respite.coach.port.EventFields;
import app.respite.domain.day.Happening;
import app.respite.json.Json;
import java.time.ZoneId;

/** A happening as one line of JSON: {@code at}, {@code event}, then the event's own fields. */
public final class HappeningJson {
  private HappeningJson() {}

  /** Writes it, instants with the offset of a zone. */
  public static String line(Happening happening, ZoneId zone) {
    return Json.write(EventFields.of(happening.at(), happening.event()), zone);
  }
}
