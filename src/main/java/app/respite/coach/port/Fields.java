package app.respite.coach.port;

import static java.util.stream.Collectors.joining;

import app.respite.bind.BindException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain values as what they stand for. What is no such value ends as a {@link CoachException}
 * of kind {@code WRONG} that names the field and what it should have been.
 *
 * <p>Every command reads its answer by this. Switches over types are linked when they first run,
 * which takes longer than all the rest of it, so there are none here.
 */
public record Fields(Map<String, @Nullable Object> values) {
  /** An enum constant as it is written: lower case with hyphens. */
  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that is written so; null where there is none. */
  public static <E extends Enum<E>> @Nullable E constant(String written, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(written)) {
        return constant;
      }
    }
    return null;
  }

  /** An enum's constants as they are written, for a message. */
  public static String names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Fields::name).collect(joining(", "));
  }

  /** A text; where it is absent an empty one. */
  public String text(String name) {
    String text = textOrNull(name);
    return text == null ? "" : text;
  }

  /** A text. */
  public @Nullable String textOrNull(String name) {
    Object value = values.get(name);
    return value == null ? null : value.toString();
  }

  /** A flag; absent is false. */
  public boolean flag(String name) {
    Object value = values.get(name);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  /** A whole number. */
  public long number(String name) {
    return present(name, numberOrNull(name), "a whole number");
  }

  /** A whole number. */
  public @Nullable Long numberOrNull(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    throw wrong(name, "a whole number");
  }

  /** A whole number of at most nine digits. */
  public @Nullable Integer whole(String name) {
    Long number = numberOrNull(name);
    if (number == null) {
      return null;
    }
    if (Math.abs(number) > 999_999_999) {
      throw wrong(name, "a whole number of at most nine digits");
    }
    return number.intValue();
  }

  /** An exact decimal number. */
  public BigDecimal decimal(String name) {
    return parsed(name, "a decimal number", Fields::plainDecimal);
  }

  /** A number with a fraction. */
  public double real(String name) {
    return present(name, realOrNull(name), "a number");
  }

  /** A number with a fraction. */
  public @Nullable Double realOrNull(String name) {
    return switch (values.get(name)) {
      case null -> null;
      case Number number when Double.isFinite(number.doubleValue()) -> number.doubleValue();
      default -> throw wrong(name, "a number");
    };
  }

  /** An identity. */
  public UUID id(String name) {
    return parsed(name, "an id", UUID::fromString);
  }

  /** An identity. */
  public @Nullable UUID idOrNull(String name) {
    return values.get(name) == null ? null : id(name);
  }

  /** A moment. */
  public Instant instant(String name) {
    return values.get(name) instanceof Instant instant
        ? instant
        : parsed(name, "an instant", text -> OffsetDateTime.parse(text).toInstant());
  }

  /** A moment. */
  public @Nullable Instant instantOrNull(String name) {
    return values.get(name) == null ? null : instant(name);
  }

  /** A length of time. */
  public Duration duration(String name) {
    return values.get(name) instanceof Duration duration
        ? duration
        : parsed(name, "a duration", Duration::parse);
  }

  /** A length of time. */
  public @Nullable Duration durationOrNull(String name) {
    return values.get(name) == null ? null : duration(name);
  }

  /** A day. */
  public LocalDate day(String name) {
    return parsed(name, "a day", LocalDate::parse);
  }

  /** A time of day. */
  public @Nullable LocalTime timeOrNull(String name) {
    return values.get(name) == null ? null : parsed(name, "a time of day", LocalTime::parse);
  }

  /** A time zone. */
  public ZoneId zone(String name) {
    return parsed(name, "a time zone", ZoneId::of);
  }

  /** One of an enum's constants. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return present(name, choiceOrNull(name, type), "one of " + names(type));
  }

  /** One of an enum's constants. */
  public <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    E constant = constant(value.toString(), type);
    if (constant == null) {
      throw wrong(name, "one of " + names(type));
    }
    return constant;
  }

  /** An object inside; absent is an empty one. */
  public Fields object(String name) {
    Fields inside = objectOrNull(name);
    return inside == null ? new Fields(Map.of()) : inside;
  }

  /** An object inside. */
  public @Nullable Fields objectOrNull(String name) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return new Fields(plain(map));
    }
    throw wrong(name, "an object");
  }

  /** A list inside; absent is an empty one. */
  public List<@Nullable Object> list(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    throw wrong(name, "a list");
  }

  /** The texts of a list inside; absent is an empty one. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(name)) {
      texts.add(String.valueOf(item));
    }
    return texts;
  }

  /** The objects of a list inside; absent is an empty one. */
  public List<Fields> objects(String name) {
    List<Fields> found = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof Map<?, ?> map)) {
        throw wrong(name, "a list of objects");
      }
      found.add(new Fields(plain(map)));
    }
    return found;
  }

  /** Without an exponent, which could make a short text an endless number. */
  private static BigDecimal plainDecimal(String text) {
    if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text);
  }

  /** A map whose keys are texts. */
  static Map<String, @Nullable Object> plain(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  private <T> T parsed(String name, String wanted, Function<String, T> parse) {
    String text = present(name, textOrNull(name), wanted);
    try {
      return parse.apply(text);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException bad) {
      throw new CoachException(
          CoachException.Kind.WRONG,
          "'" + name + "' should be " + wanted + ": '" + text + "'",
          bad);
    }
  }

  private static <T> T present(String name, @Nullable T value, String wanted) {
    if (value == null) {
      throw wrong(name, wanted);
    }
    return value;
  }

  /** What a person is told of a value that a record cannot have. */
  static CoachException wrong(BindException bad) {
    Object found = bad.found();
    if (found == null && !bad.wanted().isEmpty()) {
      return wrong(bad.field(), bad.wanted());
    }
    return new CoachException(
        CoachException.Kind.WRONG,
        found == null || found instanceof Map || found instanceof List
            ? String.valueOf(bad.getMessage())
            : bad.getMessage() + ": '" + found + "'",
        bad);
  }

  private static CoachException wrong(String name, String wanted) {
    return new CoachException(CoachException.Kind.WRONG, "'" + name + "' should be " + wanted);
  }
}
