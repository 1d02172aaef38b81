package app.respite.coach.port;

import app.respite.bind.Form;
import app.respite.domain.day.Event;
import app.respite.domain.text.EnumWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as plain values and back: {@code at}, {@code event}, then the record's components in
 * order.
 */
public final class EventFields {
  private static final Form FORM =
      Form.builder(EnumWords::of).nulls().family(Event.class, "event", Event::name).build();

  private EventFields() {}

  /** The fields of an event. */
  public static Map<String, @Nullable Object> of(Instant at, Event event) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("at", at);
    FORM.write((Record) event, to);
    return to;
  }

  /**
   * The event of fields.
   *
   * @throws app.respite.bind.BindException where they are none
   */
  static Event read(Map<String, ? extends @Nullable Object> fields) {
    return FORM.read(Event.class, fields);
  }
}
