package app.respite.journal;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Sends statements in their order; runs of the same statement go as one prepared batch. */
final class Batches {
  private static final int LARGEST = 1_000;

  private final Handle handle;
  private String sql = "";
  private @Nullable PreparedBatch batch;

  Batches(Handle handle) {
    this.handle = handle;
  }

  void add(String statement, List<? extends @Nullable Object> values) {
    PreparedBatch open = batch;
    if (open == null || !statement.equals(sql) || open.size() >= LARGEST) {
      flush();
      open = handle.prepareBatch(statement);
      batch = open;
      sql = statement;
    }
    for (int i = 0; i < values.size(); i++) {
      open.bind(i, values.get(i));
    }
    open.add();
  }

  /** Sends what waits. */
  void flush() {
    PreparedBatch open = batch;
    batch = null;
    if (open != null) {
      try (open) {
        open.execute();
      }
    }
  }
}
