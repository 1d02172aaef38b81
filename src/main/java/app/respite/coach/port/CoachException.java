package app.respite.coach.port;

/**
 * Something asked of the coach came to nothing. The message is one line: what, where, the way on.
 */
public final class CoachException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of nothing; decides how a command ends. */
  public enum Kind {
    /** It ran, and the answer is no, or nothing was found: 1. */
    NO(1),
    /** What was asked is wrong: 2. */
    WRONG(2),
    /** The data could not be read or written: 3. */
    STORE(3),
    /** There is no coach to ask: 4. */
    NO_COACH(4);

    private final int exitStatus;

    Kind(int exitStatus) {
      this.exitStatus = exitStatus;
    }

    /** The exit status of a command that ends this way. */
    public int exitStatus() {
      return exitStatus;
    }
  }

  private final Kind kind;

  /** With a message for the user. */
  public CoachException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** With a message for the user and what lies behind it. */
  public CoachException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** What kind. */
  public Kind kind() {
    return kind;
  }
}
