package app.respite.journal;

import app.respite.domain.work.JournalRecord.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values stand in the tables; the first migration says it in full. */
final class Values {
  private static final long NANOS = 1_000_000_000L;

  private Values() {}

  /**
   * Values as SQLite keeps them.
   *
   * @throws IllegalArgumentException for a time before 1678 or after 2261
   */
  static List<@Nullable Object> toSql(@Nullable Object... values) {
    return Arrays.stream(values).<@Nullable Object>map(Values::toSql).toList();
  }

  private static @Nullable Object toSql(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> nanos(instant);
      case Duration length -> length.toNanos();
      case Boolean yes -> yes ? 1 : 0;
      case Enum<?> choice -> word(choice);
      case UUID id -> id.toString();
      // Unlike its plain form this gives back the very same decimal.
      case BigDecimal amount -> amount.toString();
      case LocalDate day -> day.toString();
      case ZoneId zone -> zone.getId();
      case String text -> text;
      case Integer number -> number;
      case Long number -> number;
      default -> throw new IllegalArgumentException("no column for " + value.getClass());
    };
  }

  static long nanos(Instant instant) {
    try {
      return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the journal keeps times from 1678 to 2261 only, not " + instant, e);
    }
  }

  /** Like {@link #nanos}; times too early or too late to be kept give the earliest or latest. */
  static long nearestNanos(Instant instant) {
    if (instant.isBefore(Instant.ofEpochSecond(0, Long.MIN_VALUE))) {
      return Long.MIN_VALUE;
    }
    return instant.isAfter(Instant.ofEpochSecond(0, Long.MAX_VALUE))
        ? Long.MAX_VALUE
        : nanos(instant);
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a row, column by column from the left. */
  static final class Row {
    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
      this.results = results;
    }

    String text() throws SQLException {
      return present(textOrNull());
    }

    @Nullable String textOrNull() throws SQLException {
      return results.getString(++column);
    }

    long whole() throws SQLException {
      return present(wholeOrNull());
    }

    @Nullable Long wholeOrNull() throws SQLException {
      long number = results.getLong(++column);
      return results.wasNull() ? null : number;
    }

    int number() throws SQLException {
      return Math.toIntExact(whole());
    }

    @Nullable Integer numberOrNull() throws SQLException {
      Long number = wholeOrNull();
      return number == null ? null : Math.toIntExact(number);
    }

    boolean yes() throws SQLException {
      return whole() != 0;
    }

    UUID id() throws SQLException {
      return present(idOrNull());
    }

    @Nullable UUID idOrNull() throws SQLException {
      String text = textOrNull();
      return text == null ? null : UUID.fromString(text);
    }

    Instant instant() throws SQLException {
      return present(instantOrNull());
    }

    @Nullable Instant instantOrNull() throws SQLException {
      Long nanos = wholeOrNull();
      return nanos == null ? null : Values.instant(nanos);
    }

    @Nullable Duration lengthOrNull() throws SQLException {
      Long nanos = wholeOrNull();
      return nanos == null ? null : Duration.ofNanos(nanos);
    }

    <E extends Enum<E>> E choice(Class<E> type) throws SQLException {
      return present(choiceOrNull(type));
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(Class<E> type) throws SQLException {
      String word = textOrNull();
      return word == null
          ? null
          : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Two columns: amount and currency. */
    @Nullable Money moneyOrNull() throws SQLException {
      String amount = textOrNull();
      String currency = textOrNull();
      return amount == null ? null : new Money(new BigDecimal(amount), present(currency));
    }

    private <T> T present(@Nullable T value) {
      if (value == null) {
        throw new IllegalArgumentException("column " + column + " is empty");
      }
      return value;
    }
  }
}
