package app.respite.cli.simulate;

import app.respite.coach.port.EventFields;
import app.respite.domain.day.Happening;
import app.respite.json.Json;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A happening as one line of JSON: {@code at}, {@code event}, then the event's own fields. */
public final class HappeningJson {
  private HappeningJson() {}

  /** Writes it, instants with the offset of a zone. */
  public static String line(Happening happening, ZoneId zone) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("at", happening.at());
    fields.put("event", happening.event().name());
    fields.putAll(EventFields.of(happening.event()));
    return Json.write(fields, zone);
  }
}
