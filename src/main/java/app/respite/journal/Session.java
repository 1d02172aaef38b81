package app.respite.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.core.DB;

/** One connection to a journal file and its statements. For one thread at a time. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final StatementCache statements;

  Session(Connection connection) {
    this.connection = connection;
    statements = new StatementCache(connection);
  }

  /** A statement to be closed after its use. */
  Prepared statement(String sql) throws SQLException {
    return statements.take(sql);
  }

  /** Executes a statement. */
  void execute(String sql, @Nullable Object... values) throws SQLException {
    try (Prepared statement = statement(sql)) {
      statement.bind(Values.toSql(values)).execute();
    }
  }

  /** Every row that answers a question. */
  <T> List<T> rows(String sql, List<? extends @Nullable Object> values, Prepared.Reading<T> reading)
      throws SQLException {
    try (Prepared statement = statement(sql)) {
      return statement.bind(values).rows(reading);
    }
  }

  /** The number that is the first row's first column. */
  long number(String sql) throws SQLException {
    return first(sql, rows(sql, List.of(), Row::whole));
  }

  /** The text that is the first row's first column. */
  String text(String sql) throws SQLException {
    return first(sql, rows(sql, List.of(), Row::text));
  }

  private static <T> T first(String sql, List<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      throw new SQLException("no answer to " + sql);
    }
    return rows.getFirst();
  }

  /** Runs a script of several statements. */
  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  /** Does work whole or not at all. */
  <T> T inTransaction(Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    T done;
    try {
      done = work.done();
      connection.commit();
    } catch (SQLException | RuntimeException failed) {
      takeBack(failed);
      throw failed;
    }
    connection.setAutoCommit(true);
    return done;
  }

  /** SQLite may have done so by itself, on a full disk for instance, and then complains here. */
  private void takeBack(Exception because) {
    try {
      connection.rollback();
    } catch (SQLException alreadyDone) {
      because.addSuppressed(alreadyDone);
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException alreadyDone) {
      because.addSuppressed(alreadyDone);
    }
  }

  /**
   * Copies all that this connection sees into a file, page by page, also where the file it opened
   * has another name now or none.
   */
  void copyTo(Path copy) throws SQLException {
    DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
    int result = database.backup("main", copy.toString(), (remaining, pages) -> {});
    if (result != 0) {
      throw new SQLiteException("the copy came to nothing", SQLiteErrorCode.getErrorCode(result));
    }
  }

  /** Closes one that turned out to be of no use. */
  static void abandon(@Nullable Session session, Exception because) {
    if (session != null) {
      try {
        session.close();
      } catch (SQLException failed) {
        because.addSuppressed(failed);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    // SQLite closes a connection's statements with it.
    connection.close();
  }

  /** What is done in a transaction. */
  interface Work<T> {
    T done() throws SQLException;
  }
}
