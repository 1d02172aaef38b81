package app.respite.journal;

import app.respite.coach.port.JournalException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Says in one line what went wrong with a journal file, and how to go on. */
final class Failures {
  private static final int PRIMARY = 0xff;

  private Failures() {}

  /** Damaged or not a journal. */
  static JournalException corrupt(Path file, String what, @Nullable Throwable cause) {
    String message = "The journal " + file + " " + what + "; nothing was changed.";
    return cause == null
        ? new JournalException(JournalException.Kind.CORRUPT, message)
        : new JournalException(JournalException.Kind.CORRUPT, message, cause);
  }

  /** A row of it that is no record: the same with the file it lies in. */
  static JournalException row(Path file, JournalException bad) {
    return new JournalException(
        bad.kind(), "The journal " + file + " is damaged: " + bad.getMessage(), bad);
  }

  /** The disk said no. */
  static JournalException disk(Path file, String how, Throwable cause) {
    return new JournalException(JournalException.Kind.IO, "The journal " + file + " " + how, cause);
  }

  /** Somebody else's doing to a file that is open, and what is open does not hold it all either. */
  static JournalException damagedWhileOpen(Path file, String what) {
    return new JournalException(
        JournalException.Kind.CORRUPT,
        "The journal "
            + file
            + " "
            + what
            + " by something else while Respite ran, and is damaged; it was left as it is. End"
            + " Respite, which keeps what is not saved, and restore a copy of the journal.");
  }

  /** As {@link #damagedWhileOpen}, where it may still turn out well. */
  static JournalException lostWhileOpen(Path file, String what, Throwable cause) {
    return disk(
        file,
        what
            + " by something else while Respite ran, and cannot be put back yet: check its folder,"
            + " your rights there and the room on the disk.",
        cause);
  }

  /** Whether another program has it. */
  static boolean isBusy(Throwable failure) {
    int number = number(failure);
    return number == 5 || number == 6;
  }

  /** What SQLite complained about, by its number; its own words are for programmers. */
  static JournalException of(Path file, Throwable failure) {
    int number = number(failure);
    return switch (number) {
      case 11 -> corrupt(file, "is damaged", failure);
      case 26 -> corrupt(file, "is not a journal of Respite", failure);
      case 13 ->
          disk(
              file,
              "could not be saved: the disk is full. Free some space; what was saved"
                  + " before is safe.",
              failure);
      case 3, 8, 14, 23 ->
          disk(
              file,
              "could not be opened or saved: check that you may write to it and to its folder.",
              failure);
      case 5, 6, 15 ->
          disk(
              file,
              "is in use by another program, perhaps a database viewer: close it there; it is tried"
                  + " again.",
              failure);
      case 7 ->
          disk(
              file,
              "could not be read or saved: too little memory is left. Close other programs; what"
                  + " was saved before is safe.",
              failure);
      case 10 ->
          disk(
              file,
              "could not be read or saved: the disk reports an error or has no room for you. Check"
                  + " the disk and your quota; what was saved before is safe.",
              failure);
      case 12, 22 ->
          disk(
              file,
              "could not be read or saved: this disk cannot hold a file like it. Move the home to"
                  + " another disk.",
              failure);
      case 1, 17 ->
          disk(
              file,
              "could not be read or saved: its tables are not those of a journal any more. Restore"
                  + " a copy of the journal.",
              failure);
      default ->
          disk(
              file,
              "could not be read or saved"
                  + (number == 0 ? "" : ", for a reason that SQLite numbers " + number)
                  + ": try again, and start Respite anew if it stays so.",
              failure);
    };
  }

  static String firstLine(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = failure; next != null; next = next.getCause()) {
      if (next instanceof SQLException) {
        cause = next;
        break;
      }
    }
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }

  /** The primary result code; 0 where SQLite has not spoken. */
  private static int number(Throwable failure) {
    for (Throwable next = failure; next != null; next = next.getCause()) {
      if (next instanceof SQLiteException sqlite) {
        return Math.max(0, sqlite.getResultCode().code) & PRIMARY;
      }
    }
    return 0;
  }
}
