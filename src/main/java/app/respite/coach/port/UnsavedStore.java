package app.respite.coach.port;

import java.util.List;
import java.util.UUID;

/** Keeps what the journal did not take, apart from it, until a later start writes it there. */
public interface UnsavedStore {
  /** What earlier coaches of this home left, the oldest first. */
  List<Unsaved> found();

  /**
   * Keeps it where there is room, whole and durable when this returns; in place of the one with its
   * id.
   *
   * @return where, for people
   * @throws JournalException of kind {@code IO} where there is room nowhere
   */
  String keep(Unsaved unsaved);

  /** Takes one away; false where it is still there afterwards. */
  boolean remove(UUID id);
}
