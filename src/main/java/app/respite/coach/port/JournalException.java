package app.respite.coach.port;

/**
 * The journal cannot be opened, read or written. The message is one line: what, where, how to mend
 * it.
 */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the journal cannot be used; decides how a command ends. */
  public enum Kind {
    /** Another process holds it. */
    HELD,
    /** Written by a newer Respite; left untouched. */
    NEWER,
    /** Damaged or not a journal; left untouched. */
    CORRUPT,
    /** The disk said no. */
    IO
  }

  private final Kind kind;

  /** With a message for the user. */
  public JournalException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** With a message for the user and what lies behind it. */
  public JournalException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
