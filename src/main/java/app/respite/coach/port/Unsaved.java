package app.respite.coach.port;

import app.respite.domain.day.Change;
import java.util.List;
import java.util.UUID;

/**
 * What a coach could not write to the journal before it ended.
 *
 * @param id of this remainder, so that it is taken in once
 * @param changes in their order
 * @param checkpoint the open state after them
 */
public record Unsaved(UUID id, List<Change> changes, Checkpoint checkpoint) {
  public Unsaved {
    changes = List.copyOf(changes);
  }
}
