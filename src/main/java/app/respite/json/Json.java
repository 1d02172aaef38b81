package app.respite.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code
 * BigDecimal}, {@code Boolean}, null. Writing also takes {@code Instant} (ISO-8601 with the zone's
 * offset, seconds always there), {@code Duration} (ISO-8601), {@code Double} and everything else by
 * its text. For documents of a line; files are streamed elsewhere.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendOptional(
              new DateTimeFormatterBuilder()
                  .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                  .toFormatter(Locale.ROOT))
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  private Json() {}

  /** Writes one document on one line. */
  public static String write(@Nullable Object value, ZoneId zone) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(generator, value, zone);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator to, @Nullable Object value, ZoneId zone)
      throws IOException {
    switch (value) {
      case null -> to.writeNull();
      case Map<?, ?> map -> {
        to.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          to.writeFieldName(String.valueOf(entry.getKey()));
          write(to, entry.getValue(), zone);
        }
        to.writeEndObject();
      }
      case Collection<?> items -> {
        to.writeStartArray();
        for (Object item : items) {
          write(to, item, zone);
        }
        to.writeEndArray();
      }
      case Boolean flag -> to.writeBoolean(flag);
      case Long number -> to.writeNumber(number);
      case Integer number -> to.writeNumber(number);
      case Double number -> to.writeNumber(number);
      case BigDecimal number -> to.writeNumber(number);
      case Instant instant -> to.writeString(format(instant, zone));
      case Duration duration -> to.writeString(duration.toString());
      default -> to.writeString(value.toString());
    }
  }

  /** An instant with its offset in a zone; seconds are always there. */
  public static String format(Instant instant, ZoneId zone) {
    return INSTANT.format(OffsetDateTime.ofInstant(instant, zone));
  }

  /**
   * Reads one document.
   *
   * @throws JsonException where the text is no JSON, holds more than one document, or repeats a key
   */
  public static @Nullable Object read(String text) throws JsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Object value = read(parser);
      if (parser.nextToken() != null) {
        throw new JsonException("more than one JSON value on the line");
      }
      return value;
    } catch (JsonProcessingException broken) {
      throw new JsonException("not JSON: " + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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

  private static @Nullable Object read(JsonParser from) throws IOException, JsonException {
    JsonToken token = from.currentToken();
    if (token == null) {
      throw new JsonException("empty");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
          String name = from.currentName();
          from.nextToken();
          map.put(name, read(from));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(from));
        }
        yield list;
      }
      case VALUE_STRING -> from.getText();
      case VALUE_NUMBER_INT -> {
        if (from.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
          throw new JsonException("number out of range: " + from.getText());
        }
        yield from.getLongValue();
      }
      case VALUE_NUMBER_FLOAT -> from.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonException("not JSON: unexpected " + token);
    };
  }
}
