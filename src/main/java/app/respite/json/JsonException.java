package app.respite.json;

/** A text that is not the JSON that was wanted; the message says what is wrong. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public JsonException(String message) {
    super(message);
  }
}
