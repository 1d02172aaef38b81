package app.respite.journal;

import app.respite.coach.port.Backups.Copy;
import app.respite.coach.port.Backups.Kept;
import app.respite.coach.port.JournalException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What to do about a journal that cannot be read, in words that can be typed.
 *
 * @param backups the folder of copies; asked for only where something is wrong
 */
record WayBack(Supplier<Path> backups) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  /** The copies beside a journal, where no other folder was chosen. */
  static WayBack beside(Path journal) {
    return new WayBack(() -> journal.resolveSibling("backups"));
  }

  /** A failure with the way back added where it tells of damage. */
  JournalException added(JournalException failed) {
    return failed.kind() == JournalException.Kind.CORRUPT
        ? new JournalException(failed.kind(), failed.getMessage() + " " + sentence(), failed)
        : failed;
  }

  /** Whether there are copies. */
  boolean anyCopies() {
    return !BackupFolder.in(backups.get()).copies().isEmpty();
  }

  private String sentence() {
    List<Copy> copies = BackupFolder.in(backups.get()).copies();
    String salvage = "'respite restore --salvage' takes what can still be read";
    for (Copy copy : copies) {
      // An older one may be whole where a newer one is not.
      Optional<Kept> kept = Inspection.of(copy.file(), Schema.CURRENT).lookIfWhole();
      if (kept.isPresent()) {
        return "'respite restore "
            + quoted(copy.file())
            + "' brings back the backup of "
            + when(copy.made())
            + " ("
            + kept.get().holding().sprints()
            + " sprints); "
            + salvage
            + ".";
      }
    }
    return (copies.isEmpty()
            ? "There is no backup of it in " + backups.get()
            : "No backup in " + backups.get() + " can be read")
        + "; "
        + salvage
        + ", 'respite restore --anew' puts it aside and begins a new one.";
  }

  static String when(LocalDateTime made) {
    return WHEN.format(made);
  }

  private static String quoted(Path file) {
    String text = file.toString();
    return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-:\\".indexOf(c) >= 0)
        ? text
        : "\"" + text + "\"";
  }
}
