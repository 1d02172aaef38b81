package app.respite.exchange;

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
    /** The user said stop. */
    CANCELLED,
    /** The disk said no. */
    IO
  }

  private final Kind kind;

  /** With a message for the user. */
  public ImportException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** With a message for the user and what lies behind it. */
  public ImportException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** The same, with the file it is about in front. */
  ImportException in(String file) {
    String message = String.valueOf(getMessage());
    return message.startsWith(file) ? this : new ImportException(kind, file + ": " + message, this);
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
