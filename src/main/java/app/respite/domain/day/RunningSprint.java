package app.respite.domain.day;

import java.time.Instant;
import java.util.UUID;

/**
 * The sprint that runs, which is in no history yet.
 *
 * @param task the one it is on now
 * @param items counted in it so far
 */
public record RunningSprint(UUID id, UUID task, Instant start, int items) {
  /** The same with another count. */
  public RunningSprint withItems(int other) {
    return new RunningSprint(id, task, start, other);
  }
}
