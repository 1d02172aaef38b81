package app.respite.exchange;

import app.respite.exchange.ImportReport.WorkerRows;
import java.util.List;

/**
 * A file cannot be imported. The message is one line: what, where, how to mend it. What was written
 * before it is whole batches, and importing the mended file again changes only what is missing.
 */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; decides how a command ends and what a screen offers. */
  public enum Kind {
    /** The file or the call is wrong. */
    INPUT,
    /** The file ends in the middle; what comes before can be kept on request. */
    CUT_OFF,
    /** Quotes that are escaped by a backslash; the importer tries these once by itself. */
    QUOTES,
    /** The work of several people, and nobody said who the user is; nothing was stored. */
    WORKERS,
    /** The user said stop. */
    CANCELLED,
    /** The disk said no. */
    IO
  }

  private final Kind kind;
  private final transient List<WorkerRows> workers;

  /** With a message for the user. */
  public ImportException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.workers = List.of();
  }

  /** With a message for the user and what lies behind it. */
  public ImportException(Kind kind, String message, Throwable cause) {
    this(kind, message, cause, List.of());
  }

  private ImportException(Kind kind, String message, Throwable cause, List<WorkerRows> workers) {
    super(message, cause);
    this.kind = kind;
    this.workers = List.copyOf(workers);
  }

  /** The work of several people, of whom none is known to be the user. */
  static ImportException ofWorkers(String message, List<WorkerRows> workers) {
    return new ImportException(
        Kind.WORKERS, message, new IllegalArgumentException("several workers"), workers);
  }

  /** Who is in the file, with {@link Kind#WORKERS}; most rows first. */
  public List<WorkerRows> workers() {
    return workers;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** The same, with the file it is about in front. */
  ImportException in(String file) {
    String message = String.valueOf(getMessage());
    return message.startsWith(file)
        ? this
        : new ImportException(kind, file + ": " + message, this, workers);
  }

  static ImportException endsEarly(long bytes, Throwable cause) {
    return new ImportException(
        Kind.CUT_OFF,
        "the file ends early at byte "
            + bytes
            + ". Download it again, or import what is there as a part of it.",
        cause);
  }
}
