package app.respite.domain.setting;

/** A text that is no value of a setting; the message says what is allowed, in plain words. */
public final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is allowed, such as {@code "a length from 1m to 4h, such as 25m"}. */
  public BadValue(String allowed) {
    super(allowed);
  }
}
