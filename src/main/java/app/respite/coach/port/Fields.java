package app.respite.coach.port;

import app.respite.bind.BindException;
import app.respite.domain.text.EnumWords;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A moment. */
  public Instant instant(String name) {
    return values.get(name) instanceof Instant instant
        ? instant
        : parsed(name, "an instant", text -> OffsetDateTime.parse(text).toInstant());
  }

  /** One of an enum's constants. */
  public <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    E constant = EnumWords.constant(value.toString(), type);
    if (constant == null) {
      throw wrong(name, "one of " + String.join(", ", EnumWords.all(type)));
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
