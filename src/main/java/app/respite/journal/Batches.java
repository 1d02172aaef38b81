package app.respite.journal;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends statements in their order; runs of the same statement go as one prepared batch. */
final class Batches {
  private static final int LARGEST = 1_000;

  private final Session session;
  private @Nullable Prepared batch;

  Batches(Session session) {
    this.session = session;
  }

  void add(String statement, List<? extends @Nullable Object> values) throws SQLException {
    Prepared open = batch;
    if (open == null || !statement.equals(open.sql()) || open.waiting() >= LARGEST) {
      flush();
      open = session.statement(statement);
      batch = open;
    }
    open.bind(values).enqueue();
  }

  /** Sends what waits. */
  void flush() throws SQLException {
    Prepared open = batch;
    batch = null;
    if (open != null) {
      try (open) {
        open.send();
      }
    }
  }
}
