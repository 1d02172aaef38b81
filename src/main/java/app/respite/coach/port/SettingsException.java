package app.respite.coach.port;

/** Settings cannot be saved. The message is one line: what, where, how to mend it. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public SettingsException(String message) {
    super(message);
  }

  /** With a message for the user and what lies behind it. */
  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
