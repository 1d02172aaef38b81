package app.respite.domain.day.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A policy that has things to do by itself when their time comes. */
public interface TimedPolicy {
  /** Adds the instants at which {@link #act} may have something to do. */
  void deadlines(Deadlines to);

  /** Does what is due at the step's {@code now}; does nothing twice. */
  void act();

  /** Collects deadlines and keeps the earliest. */
  final class Deadlines {
    private @Nullable Instant earliest;

    /** Takes a deadline; null for none. */
    public void add(@Nullable Instant deadline) {
      if (deadline != null && (earliest == null || deadline.isBefore(earliest))) {
        earliest = deadline;
      }
    }

    /** The earliest so far; null where there is none. */
    public @Nullable Instant earliest() {
      return earliest;
    }
  }
}
