package app.respite.coach.port;

import app.respite.domain.day.Event;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event's public fields as plain values, in order: the record's components, enum constants in
 * lower case.
 */
public final class EventFields {
  private EventFields() {}

  /** The fields; the trailing underscore of a name that is a Java keyword is left out. */
  public static Map<String, @Nullable Object> of(Event event) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(event);
        fields.put(component.getName().replace("_", ""), plain(value));
      } catch (IllegalAccessException | InvocationTargetException unreachable) {
        throw new IllegalStateException(unreachable);
      }
    }
    return fields;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Enum<?> constant ? Fields.name(constant) : value;
  }
}
