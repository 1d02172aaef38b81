package app.respite.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection's prepared statements, kept because the same few run all day. Statements in use are
 * not in the cache, so one may be used inside the results of another.
 */
final class StatementCache {
  private final Connection connection;
  private final Map<String, Prepared> idle = new HashMap<>();

  StatementCache(Connection connection) {
    this.connection = connection;
  }

  /** A statement to be closed after its use, which gives it back. */
  Prepared take(String sql) throws SQLException {
    Prepared kept = idle.remove(sql);
    return kept == null ? new Prepared(this, sql, connection.prepareStatement(sql)) : kept;
  }

  /** Keeps one that was used. */
  void giveBack(Prepared used) throws SQLException {
    Prepared other = idle.put(used.sql(), used);
    if (other != null) {
      other.discard();
    }
  }
}
