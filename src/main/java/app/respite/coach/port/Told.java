package app.respite.coach.port;

import app.respite.domain.day.Happening;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it is told to faces and printed (docs/contract.md).
 *
 * @param at when the coach acted
 * @param event the event's public name, such as {@code break-due}
 * @param fields its public fields; over the socket instants and durations arrive as ISO-8601 text
 */
public record Told(Instant at, String event, Map<String, @Nullable Object> fields) {
  public Told {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** What a happening looks like from outside. */
  public static Told of(Happening happening) {
    return new Told(happening.at(), happening.event().name(), EventFields.of(happening.event()));
  }

  /** A field as text; empty where it is absent. */
  public String text(String field) {
    Object value = fields.get(field);
    return value == null ? "" : value.toString();
  }
}
