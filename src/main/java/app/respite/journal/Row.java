package app.respite.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
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

  boolean yes() throws SQLException {
    return whole() != 0;
  }

  Instant instant() throws SQLException {
    return present(instantOrNull());
  }

  @Nullable Instant instantOrNull() throws SQLException {
    Long nanos = wholeOrNull();
    return nanos == null ? null : Values.instant(nanos);
  }

  /** The values of all columns, by their names. */
  Function<String, @Nullable Object> columns(Map<String, Integer> numbers) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[numbers.size() + 1];
    for (int i = 1; i < values.length; i++) {
      values[i] = results.getObject(i);
    }
    return name -> {
      Integer number = numbers.get(name);
      return number == null ? null : values[number];
    };
  }

  private <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("column " + column + " is empty");
    }
    return value;
  }
}
