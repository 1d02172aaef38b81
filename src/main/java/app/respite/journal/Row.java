package app.respite.journal;

import app.respite.domain.work.JournalRecord.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row, column by column from the left. */
final class Row {
  private final ResultSet results;
  private int column;

  Row(ResultSet results) {
    this.results = results;
  }

  /** What stands in the first column, without going on. */
  @Nullable String beginning() throws SQLException {
    return results.getString(1);
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
