package app.respite.coach.port;

import java.time.Instant;
import java.util.Map;

/**
 * The coach's open state, apart from history: enough to go on after a crash.
 *
 * @param at up to when it is true
 * @param boot identity of the machine's boot it was taken in, so that clocks can be compared
 * @param values names and values as text; the coach alone knows their meaning
 */
public record Checkpoint(Instant at, String boot, Map<String, String> values) {
  public Checkpoint {
    values = Map.copyOf(values);
  }
}
