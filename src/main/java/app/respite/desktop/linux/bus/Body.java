package app.respite.desktop.linux.bus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a message. To send, any {@link Number} does for a number, {@link String} for text,
 * path and signature, {@link List} for arrays and structures, {@code byte[]} for bytes, {@link Map}
 * for dictionaries, {@link Variant} for variants. Received are {@link Boolean}, {@link Long} for
 * every whole number, {@link Double}, {@link String}, {@code byte[]}, {@link List} and {@link Map};
 * variants come unwrapped.
 *
 * @param signature one complete type for each value
 */
public record Body(String signature, List<Object> values) {
  /** No values. */
  public static final Body NONE = new Body("", List.of());

  public Body {
    values = List.copyOf(values);
  }

  public static Body of(String signature, Object... values) {
    return new Body(signature, List.of(values));
  }

  /** The text at a place, or {@code otherwise} where there is none. */
  public String text(int at, String otherwise) {
    return value(at) instanceof String text ? text : otherwise;
  }

  /** The whole number at a place, or {@code otherwise} where there is none. */
  public long number(int at, long otherwise) {
    return value(at) instanceof Long number ? number : otherwise;
  }

  /** The yes or no at a place, or {@code otherwise} where there is none. */
  public boolean flag(int at, boolean otherwise) {
    return value(at) instanceof Boolean flag ? flag : otherwise;
  }

  /** The array or structure at a place, empty where there is none. */
  public List<?> list(int at) {
    return value(at) instanceof List<?> list ? list : List.of();
  }

  /** The dictionary at a place, empty where there is none. */
  public Map<?, ?> map(int at) {
    return value(at) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The value at a place, whatever it is, or null. */
  public @Nullable Object value(int at) {
    return at < values.size() ? values.get(at) : null;
  }
}
