package app.respite.coach.port;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Something asked of the coach came to nothing. The message is one line: what, where, the way on.
 */
public final class CoachException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of nothing; decides how a command ends. */
  public enum Kind {
    /** It ran, and the answer is no, or nothing was found: 1. */
    NO(1),
    /** It is there already; asked for again on purpose it is done once more: 1. */
    ALREADY(1),
    /** What was asked is wrong: 2. */
    WRONG(2),
    /** It is more than fits into one message; the halves of it may: 2. */
    TOO_LONG(2),
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

  /**
   * Any failure as one of these, its line kept. What was not foreseen gets a plain line; the
   * details are its cause.
   */
  public static CoachException of(Throwable failure) {
    Throwable known = failure;
    while ((known instanceof CompletionException || known instanceof ExecutionException)
        && known.getCause() != null) {
      known = known.getCause();
    }
    return switch (known) {
      case CoachException already -> already;
      case JournalException journal -> new CoachException(Kind.STORE, line(journal), journal);
      case SettingsException settings -> new CoachException(Kind.STORE, line(settings), settings);
      default ->
          new CoachException(
              Kind.STORE,
              "something went wrong inside ("
                  + known.getClass().getSimpleName()
                  + "); nothing was lost, the details are in respite.log of the home",
              known);
    };
  }

  private static String line(Exception known) {
    return String.valueOf(known.getMessage());
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
