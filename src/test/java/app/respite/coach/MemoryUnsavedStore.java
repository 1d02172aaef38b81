package app.respite.coach;

import app.respite.coach.port.JournalException;
import app.respite.coach.port.Unsaved;
import app.respite.coach.port.UnsavedStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Remainders in memory, in a store that may be full or refuse to let go. */
public final class MemoryUnsavedStore implements UnsavedStore {
  final Map<UUID, Unsaved> kept = new LinkedHashMap<>();
  boolean full;
  boolean sticky;

  @Override
  public List<Unsaved> found() {
    return new ArrayList<>(kept.values());
  }

  @Override
  public String keep(Unsaved unsaved) {
    if (full) {
      throw new JournalException(JournalException.Kind.IO, "no room in the store");
    }
    kept.put(unsaved.id(), unsaved);
    return "the store";
  }

  @Override
  public boolean remove(UUID id) {
    if (!sticky) {
      kept.remove(id);
    }
    return !sticky;
  }
}
