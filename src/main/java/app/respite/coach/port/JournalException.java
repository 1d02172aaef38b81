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
  private final long holder;

  /** With a message for the user. */
  public JournalException(Kind kind, String message) {
    this(kind, message, 0);
  }

  private JournalException(Kind kind, String message, long holder) {
    super(message);
    this.kind = kind;
    this.holder = holder;
  }

  /** With a message for the user and what lies behind it. */
  public JournalException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.holder = 0;
  }

  /**
   * Of kind {@code HELD}.
   *
   * @param holder the id of the process that holds it; 0 where that is not known
   */
  public static JournalException held(String message, long holder) {
    return new JournalException(Kind.HELD, message, holder);
  }

  /** The id of the other process that holds the journal, 0 where there is none or none is known. */
  public long holder() {
    return holder;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
