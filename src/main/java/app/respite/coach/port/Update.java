package app.respite.coach.port;

import app.respite.domain.day.Event;
import app.respite.domain.day.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The coach's state and what led to it.
 *
 * @param snapshot the state
 * @param sequence the journal's sequence the state stands on; history up to it and the state
 *     together are everything, nothing twice
 * @param presenceKnown whether something tells the coach about input; otherwise it runs as a timer
 *     only (B19)
 * @param onDisk whether all that the coach has recorded is on disk; where not, {@code trouble} says
 *     why
 * @param trouble what the user must know about the coach itself, such as a full disk; empty where
 *     all is well
 * @param prompting the form in which the coach steps in now
 * @param happened what happened since the update before, in order; may be empty
 */
public record Update(
    Snapshot snapshot,
    long sequence,
    boolean presenceKnown,
    boolean onDisk,
    String trouble,
    Prompting prompting,
    List<Announcement> happened) {
  public Update {
    happened = List.copyOf(happened);
  }

  /** What happened in the course of the day, in order. */
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (Announcement message : happened) {
      if (message instanceof Announcement.OfDay told) {
        events.add(told.event());
      }
    }
    return events;
  }

  /** The same with something else that happened. */
  public Update with(List<Announcement> other) {
    return new Update(snapshot, sequence, presenceKnown, onDisk, trouble, prompting, other);
  }
}
