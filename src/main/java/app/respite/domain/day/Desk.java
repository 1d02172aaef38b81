package app.respite.domain.day;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One concern of the coach: when it next has something to do by itself, and doing it. */
interface Desk {
  /** Adds the instants at which {@link #act} may have something to do. */
  void deadlines(Deadlines to);

  /** Does what is due at the turn's {@code now}; does nothing twice. */
  void act();

  /** Collects deadlines and keeps the earliest. */
  final class Deadlines {
    private @Nullable Instant earliest;

    void add(@Nullable Instant deadline) {
      if (deadline != null && (earliest == null || deadline.isBefore(earliest))) {
        earliest = deadline;
      }
    }

    @Nullable Instant earliest() {
      return earliest;
    }
  }
}
