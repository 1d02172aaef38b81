package app.respite.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prepared statement in use; closing it gives it back to the cache it came from. */
final class Prepared implements AutoCloseable {
  private final StatementCache cache;
  private final String sql;
  private final PreparedStatement prepared;
  private int waiting;

  Prepared(StatementCache cache, String sql, PreparedStatement prepared) {
    this.cache = cache;
    this.sql = sql;
    this.prepared = prepared;
  }

  String sql() {
    return sql;
  }

  /** Puts values, which are as SQLite keeps them, in the place of the question marks. */
  Prepared bind(List<? extends @Nullable Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      prepared.setObject(i + 1, values.get(i));
    }
    return this;
  }

  /** Every row that answers the question. */
  <T> List<T> rows(Reading<T> reading) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet results = prepared.executeQuery()) {
      while (results.next()) {
        rows.add(reading.read(new Row(results)));
      }
    }
    return rows;
  }

  /** Changes what it says. */
  void execute() throws SQLException {
    prepared.executeUpdate();
  }

  /** Lets what is bound wait for {@link #send}. */
  void enqueue() throws SQLException {
    prepared.addBatch();
    waiting++;
  }

  /** How many wait. */
  int waiting() {
    return waiting;
  }

  /** Executes those that wait. */
  void send() throws SQLException {
    prepared.executeBatch();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    if (waiting > 0) {
      prepared.clearBatch();
      waiting = 0;
    }
    prepared.clearParameters();
    cache.giveBack(this);
  }

  /** Ends it for good. */
  void discard() throws SQLException {
    prepared.close();
  }

  /** Makes something of a row. */
  interface Reading<T> {
    T read(Row row) throws SQLException;
  }
}
