package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.domain.work.JournalRecord;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Records named by the beginning of their ids, as lists show it. */
public final class ShortIds {
  private static final int SHORTEST = 4;
  private static final int SHOWN = 8;

  private ShortIds() {}

  /** As much of an id as lists show. */
  public static String of(UUID id) {
    return id.toString().substring(0, SHOWN);
  }

  /**
   * The record whose id begins with a text.
   *
   * @param list the command that shows the ids
   * @param none what there is not where nothing has it, such as {@code nothing in the log}
   * @throws CoachException of kind {@code WRONG} where the text is no id or more than one begins
   *     with it, {@code NO} where nothing has it
   */
  static <R extends JournalRecord> R find(
      String typed, List<? extends R> among, String list, String none) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    if (!wanted.matches("[0-9a-f-]{" + SHORTEST + ",36}")) {
      throw new CoachException(
          Kind.WRONG,
          "'"
              + typed
              + "' is no id; give at least its first "
              + SHORTEST
              + " characters, as '"
              + list
              + "' shows them");
    }
    List<? extends R> found =
        among.stream().filter(record -> record.id().toString().startsWith(wanted)).toList();
    if (found.isEmpty()) {
      throw new CoachException(Kind.NO, none + " has an id that begins with '" + typed + "'");
    }
    if (found.size() > 1) {
      throw new CoachException(
          Kind.WRONG, "more than one id begins with '" + typed + "'; give more of it");
    }
    return found.getFirst();
  }
}
