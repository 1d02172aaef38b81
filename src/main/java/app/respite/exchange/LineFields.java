package app.respite.exchange;

import app.respite.coach.port.Fields;
import app.respite.domain.time.Durations;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one line, read as what they stand for; what is none of that is a bad row. */
record LineFields(Map<String, @Nullable Object> values) {
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final Pattern UUIDS =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  boolean has(String field) {
    return values.get(field) != null;
  }

  @Nullable String textOrNull(String field) throws BadRow {
    Object value = values.get(field);
    if (value instanceof Map || value instanceof Iterable) {
      throw wrong(field, "a text");
    }
    return value == null ? null : value.toString();
  }

  String textOr(String field, String otherwise) throws BadRow {
    String text = textOrNull(field);
    return text == null ? otherwise : text;
  }

  String text(String field) throws BadRow {
    String text = textOrNull(field);
    if (text == null) {
      throw new BadRow("'" + field + "' is missing");
    }
    return text;
  }

  boolean flag(String field) throws BadRow {
    return switch (values.get(field)) {
      case null -> false;
      case Boolean flag -> flag;
      default -> throw wrong(field, "true or false");
    };
  }

  UUID id(String field) throws BadRow {
    text(field);
    UUID id = idOrNull(field);
    if (id == null) {
      throw wrong(field, "a UUID");
    }
    return id;
  }

  /** The id of a field that is a UUID; null where it is something else. */
  @Nullable UUID idOrNull(String field) throws BadRow {
    String text = textOr(field, "");
    return UUIDS.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  @Nullable Long wholeOrNull(String field, long least, long most) throws BadRow {
    Object value = values.get(field);
    if (value == null) {
      return null;
    }
    try {
      long whole =
          switch (value) {
            case Long number -> number;
            case BigDecimal number -> number.longValueExact();
            default -> throw wrong(field, "a whole number");
          };
      if (whole < least || whole > most) {
        throw wrong(field, String.format(Locale.ROOT, "from %d to %d", least, most));
      }
      return whole;
    } catch (ArithmeticException fraction) {
      throw wrong(field, "a whole number");
    }
  }

  @Nullable Integer countOrNull(String field, int least, int most) throws BadRow {
    Long whole = wholeOrNull(field, least, most);
    return whole == null ? null : Math.toIntExact(whole);
  }

  int count(String field, int least, int most) throws BadRow {
    text(field);
    Integer count = countOrNull(field, least, most);
    if (count == null) {
      throw wrong(field, "a whole number");
    }
    return count;
  }

  Long secondsAsMillis(String field) throws BadRow {
    Object value = values.get(field);
    BigDecimal seconds =
        switch (value) {
          case Long number -> BigDecimal.valueOf(number);
          case BigDecimal number -> number;
          case null, default -> throw wrong(field, "a number of seconds");
        };
    if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(1_000_000_000L)) > 0) {
      throw wrong(field, "a number of seconds that can be");
    }
    return seconds.movePointRight(3).longValue();
  }

  /** Written without an exponent, which could make a short text an endless number. */
  BigDecimal amount(String field) throws BadRow {
    String text = text(field);
    if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,15})?")) {
      throw wrong(field, "an amount like 12.50");
    }
    return new BigDecimal(text);
  }

  String currency(String field) throws BadRow {
    String text = text(field);
    if (!text.matches("[A-Z]{3}")) {
      throw wrong(field, "a currency like USD");
    }
    return text;
  }

  Instant instant(String field) throws BadRow {
    text(field);
    Instant instant = instantOrNull(field);
    if (instant == null) {
      throw wrong(field, "a moment");
    }
    return instant;
  }

  @Nullable Instant instantOrNull(String field) throws BadRow {
    String text = textOrNull(field);
    if (text == null) {
      return null;
    }
    Instant instant = Times.iso(text).orElse(null);
    if (instant == null || instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
      throw wrong(field, "a moment like 2026-03-02T09:00:00+01:00");
    }
    return instant;
  }

  void checkOrder(String start, String end) throws BadRow {
    if (instant(end).isBefore(instant(start))) {
      throw new BadRow("'" + end + "' is before '" + start + "'");
    }
  }

  @Nullable Duration durationOrNull(String field) throws BadRow {
    String text = textOrNull(field);
    if (text == null) {
      return null;
    }
    return Durations.parse(text)
        .filter(length -> length.compareTo(LONGEST) <= 0)
        .orElseThrow(() -> wrong(field, "a length like PT25M"));
  }

  LocalDate day(String field) throws BadRow {
    try {
      LocalDate day = LocalDate.parse(text(field));
      if (day.getYear() < 1970 || day.getYear() > 2199) {
        throw wrong(field, "a day like 2026-03-02");
      }
      return day;
    } catch (DateTimeException noDay) {
      throw wrong(field, "a day like 2026-03-02");
    }
  }

  ZoneId zone(String field) throws BadRow {
    try {
      return ZoneId.of(text(field));
    } catch (DateTimeException noZone) {
      throw wrong(field, "a time zone like Europe/Berlin");
    }
  }

  <E extends Enum<E>> E choice(String field, Class<E> type) throws BadRow {
    text(field);
    E choice = choiceOrNull(field, type);
    if (choice == null) {
      throw wrong(field, "something");
    }
    return choice;
  }

  <E extends Enum<E>> @Nullable E choiceOrNull(String field, Class<E> type) throws BadRow {
    String text = textOrNull(field);
    if (text == null) {
      return null;
    }
    E constant = Fields.constant(text, type);
    if (constant == null) {
      throw wrong(field, "one of " + Fields.names(type));
    }
    return constant;
  }

  @Nullable LineFields objectOrNull(String field) throws BadRow {
    return switch (values.get(field)) {
      case null -> null;
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        yield new LineFields(copy);
      }
      default -> throw wrong(field, "an object");
    };
  }

  private BadRow wrong(String field, String wanted) {
    Object value = values.get(field);
    return new BadRow(
        String.format(
            Locale.ROOT,
            "'%s' should be %s, not %s",
            field,
            wanted,
            Words.quote(value == null ? "" : value.toString())));
  }
}
