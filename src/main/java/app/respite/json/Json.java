package app.respite.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code
 * BigDecimal}, {@code Boolean}, null. Writing also takes {@code Instant} (ISO-8601 with the zone's
 * offset, seconds always there), {@code Duration} (ISO-8601), {@code Double} and everything else by
 * its text. For documents of a line; files are streamed elsewhere.
 *
 * <p>Every command of the program writes and reads a few such lines before it is done, so this is
 * made to cost a start nothing: no library, and no pattern matching that is linked at run time.
 */
public final class Json {
  private static final String HEX = "0123456789ABCDEF";

  /** Made only where an instant is written. */
  private static final class Moments {
    static final DateTimeFormatter INSTANT =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendOptional(
                new DateTimeFormatterBuilder()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter(Locale.ROOT))
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private Moments() {}
  }

  private Json() {}

  /** Writes one document on one line. */
  public static String write(@Nullable Object value, ZoneId zone) {
    StringBuilder text = new StringBuilder();
    write(text, value, zone);
    return text.toString();
  }

  private static void write(StringBuilder to, @Nullable Object value, ZoneId zone) {
    if (value == null) {
      to.append("null");
    } else if (value instanceof String text) {
      quote(to, text);
    } else if (value instanceof Map<?, ?> map) {
      to.append('{');
      String comma = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        to.append(comma);
        quote(to, String.valueOf(entry.getKey()));
        to.append(':');
        write(to, entry.getValue(), zone);
        comma = ",";
      }
      to.append('}');
    } else if (value instanceof Collection<?> items) {
      to.append('[');
      String comma = "";
      for (Object item : items) {
        to.append(comma);
        write(to, item, zone);
        comma = ",";
      }
      to.append(']');
    } else if (isBare(value)) {
      to.append(value);
    } else if (value instanceof Instant instant) {
      quote(to, format(instant, zone));
    } else {
      quote(to, value.toString());
    }
  }

  /** Whether its text stands without quotes; what is no number is not one of JSON's. */
  private static boolean isBare(Object value) {
    return value instanceof Boolean
        || value instanceof Long
        || value instanceof Integer
        || value instanceof BigDecimal
        || (value instanceof Double number && Double.isFinite(number));
  }

  private static void quote(StringBuilder to, String text) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> to.append("\\\"");
        case '\\' -> to.append("\\\\");
        case '\b' -> to.append("\\b");
        case '\f' -> to.append("\\f");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> {
          if (c < ' ') {
            to.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            to.append(c);
          }
        }
      }
    }
    to.append('"');
  }

  /** An instant with its offset in a zone; seconds are always there. */
  public static String format(Instant instant, ZoneId zone) {
    return Moments.INSTANT.format(OffsetDateTime.ofInstant(instant, zone));
  }

  /**
   * Reads one document.
   *
   * @throws JsonException where the text is no JSON, holds more than one document, or repeats a key
   */
  public static @Nullable Object read(String text) throws JsonException {
    return new JsonReader(text).document();
  }

  /**
   * Reads one object.
   *
   * @throws JsonException where the text is no JSON object
   */
  public static Map<String, @Nullable Object> readObject(String text) throws JsonException {
    if (read(text) instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      map.forEach((key, value) -> object.put(String.valueOf(key), value));
      return object;
    }
    throw new JsonException("not a JSON object");
  }
}
