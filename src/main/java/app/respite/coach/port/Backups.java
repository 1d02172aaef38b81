package app.respite.coach.port;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the journal, and the ways back to one. Nothing here ever deletes what a person
 * recorded: whatever is replaced stays under a name that is told.
 *
 * <p>Every method throws {@link JournalException} where a journal or copy cannot be read or
 * written, and {@link CoachException} of kind {@code WRONG} for a file that is no journal at all.
 */
public interface Backups {
  /** Why a copy was made. */
  enum Kind {
    /** By itself, once a day. */
    DAILY,
    /** Somebody asked for it. */
    ASKED,
    /** Before the format changed. */
    UPGRADE,
    /** It was the journal until another was restored. */
    REPLACED;

    /** As it stands in a file's name. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a journal holds, to be compared with another.
   *
   * @param days with a sprint or an imported item
   * @param typed items told with sprints
   * @param imported items that came by imports
   * @param rows records of all kinds
   * @param newestSprint the end of the last one
   * @param newestItem the end of the last imported one
   * @param newestTask the name of the last one made
   * @param sequence how many changes it has been through
   * @param version of its format
   */
  record Holding(
      long days,
      long sprints,
      long typed,
      long imported,
      long tasks,
      long rows,
      @Nullable Instant newestSprint,
      @Nullable Instant newestItem,
      @Nullable String newestTask,
      long sequence,
      int version) {}

  /** A copy as its name tells it; {@code made} in local time. */
  record Copy(Path file, LocalDateTime made, Kind kind) {}

  /** A copy that was opened and found whole. */
  record Kept(Path file, long bytes, Holding holding) {}

  /**
   * What a restore would change.
   *
   * @param now what the journal holds; null where it cannot be read
   * @param trouble why it cannot, one line; empty where it can
   * @param then what it would hold
   */
  record Change(@Nullable Holding now, String trouble, Holding then) {}

  /**
   * What a way back did.
   *
   * @param now what the journal holds now
   * @param kept where what was there before is; null where there was nothing
   */
  record Restored(Holding now, @Nullable Path kept) {}

  /**
   * What came over from one table of a damaged journal.
   *
   * @param lost rows known to have been there that cannot be read
   * @param unsure whether more may be lost than can be counted
   */
  record Saved(String table, long saved, long lost, boolean unsure) {}

  /** What came over from a damaged journal; {@code restored} is null for a trial. */
  record Salvaged(List<Saved> tables, Holding holding, @Nullable Restored restored) {}

  /** Where copies go. */
  Path folder();

  /** The copies there, newest first, by their names alone. */
  List<Copy> copies();

  /** Opens a copy and counts what it holds, without the checks that take longer. */
  Kept look(Path file);

  /** The newest copy that can be restored. */
  Optional<Kept> newestGood();

  /**
   * Makes a verified copy.
   *
   * @param folder where; null for {@link #folder}
   * @return empty where nothing is recorded yet
   */
  Optional<Kept> make(@Nullable Path folder);

  /**
   * The daily work: checks all of the journal, makes a copy unless the newest one says the same
   * already, and then thins older daily ones to 7 days, 4 weeks and 12 months. Copies that hold
   * much more than all newer ones stay whatever their age, so that a journal that was emptied never
   * pushes them out.
   *
   * @return the new copy; empty where there was nothing new to keep
   * @throws JournalException where the journal is found damaged; no copy was touched
   */
  Optional<Kept> daily();

  /** What restoring a file would change. */
  Change preview(Path file);

  /**
   * Puts a copy of a file in the journal's place. A running coach ends before and starts again
   * after it.
   */
  Restored restore(Path file);

  /**
   * Reads what can be read from a damaged journal, and puts it in the journal's place.
   *
   * @param file the damaged one; null for the journal itself
   * @param trial only says what would come over
   */
  Salvaged salvage(@Nullable Path file, boolean trial);

  /** Puts what is there aside and begins with nothing recorded. */
  Restored beginAnew();
}
