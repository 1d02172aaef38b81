package app.respite.coach.port;

import app.respite.domain.day.Change;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal, held for writing. One process at a time holds it; opening it elsewhere for writing
 * fails with a typed error that says who holds it.
 */
public interface Journal extends JournalReader, AutoCloseable {
  /**
   * Makes changes in their order, all or none, durable when this returns. No changes: nothing
   * happens, the sequence stays. Removing what is not there is no fault.
   *
   * @param label what was done, in the user's words, where {@link #undo} shall be able to take it
   *     back; null for what the coach records by itself
   * @return the new sequence
   */
  long write(List<Change> changes, @Nullable String label);

  /** Two ways through the changes that have a label. */
  enum Way {
    /** Takes the newest one back that was not taken back yet. */
    BACK,
    /** Does the one again that was taken back last; a new labelled change ends that. */
    FORWARD;

    /** The way on which a step of this one is gone back. */
    public Way other() {
      return this == BACK ? FORWARD : BACK;
    }
  }

  /**
   * Goes one labelled change back, or forward again: each record it touched becomes what it was
   * before. Gives its label; empty where there is none.
   */
  Optional<String> step(Way way);

  /** What {@link #step} would do; empty where there is nothing. */
  Optional<Undoable> next(Way way);

  /** Leaves what {@link #step} would do as it is, for good. */
  void forget(Way way);

  /** The labels of all that way, the next one first. */
  List<String> labels(Way way);

  /** {@link #step} back. */
  default Optional<String> undo() {
    return step(Way.BACK);
  }

  /**
   * A change that can be taken back, or done again.
   *
   * @param label what was done
   * @param changes what that would change
   * @param intact whether all it touched is still as it left it
   */
  record Undoable(String label, List<Change> changes, boolean intact) {
    public Undoable {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Makes the coach's own changes and keeps its open state, both or neither, durable when this
   * returns. Without changes it is {@link #keep}.
   *
   * @return the sequence after it
   */
  long record(List<Change> changes, Checkpoint checkpoint);

  /** Keeps the coach's open state, durable when this returns; replaces the one before. */
  void keep(Checkpoint checkpoint);

  /** Once-a-day upkeep of the store, in milliseconds; changes nothing that can be read. */
  void maintain();

  /**
   * What the user must know about the store, such as that its file was replaced and set right, in
   * one line; empty where there is nothing.
   */
  default String notice() {
    return "";
  }

  @Override
  void close();
}
