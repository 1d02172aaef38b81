package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import java.sql.SQLException;
import java.util.List;

/** How the coach's open state lies in its tables. */
final class Checkpoints {
  private Checkpoints() {}

  /** Puts one in the place of the one before; inside a transaction. */
  static void store(Session session, Checkpoint checkpoint) throws SQLException {
    session.execute(
        "INSERT INTO checkpoint (one, at, boot) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE"
            + " SET at = excluded.at, boot = excluded.boot",
        checkpoint.at(),
        checkpoint.boot());
    session.execute("DELETE FROM checkpoint_value");
    var batches = new Batches(session);
    for (var value : checkpoint.values().entrySet()) {
      batches.add(
          "INSERT INTO checkpoint_value (name, value) VALUES (?, ?)",
          List.of(value.getKey(), value.getValue()));
    }
    batches.flush();
  }
}
