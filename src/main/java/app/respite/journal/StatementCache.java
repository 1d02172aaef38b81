package app.respite.journal;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps a connection's prepared statements, because the same few run all day. Statements in use are
 * not in the cache, so one may be used inside the results of another.
 */
final class StatementCache implements StatementBuilder {
  private final StatementBuilder plain = new DefaultStatementBuilder();
  private final Map<String, PreparedStatement> idle = new HashMap<>();

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return plain.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return kept == null ? plain.create(connection, sql, context) : kept;
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return plain.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared && !prepared.isClosed()) {
      prepared.clearParameters();
      PreparedStatement other = idle.put(sql, prepared);
      if (other != null) {
        other.close();
      }
    } else {
      statement.close();
    }
  }

  @Override
  public void close(Connection connection) {
    // SQLite closes a connection's statements with it.
    idle.clear();
  }
}
