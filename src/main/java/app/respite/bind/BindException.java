package app.respite.bind;

import org.jspecify.annotations.Nullable;

/** A plain value that stands for nothing a record's component can hold. */
public final class BindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final @Nullable String wanted;
  private final transient @Nullable Object found;

  /**
   * With what is wrong.
   *
   * @param field the field's name as it is written
   * @param wanted what should stand there, as in "should be a whole number"; null where all that is
   *     known is that something should
   * @param found what stands there; null where nothing does
   */
  public BindException(String field, @Nullable String wanted, @Nullable Object found) {
    super(found == null ? "'" + field + "' is missing" : "'" + field + "' should be " + wanted);
    this.field = field;
    this.wanted = wanted;
    this.found = found;
  }

  /** The field's name as it is written. */
  public String field() {
    return field;
  }

  /** What should stand there; empty where it is known only that something should. */
  public String wanted() {
    return wanted == null ? "" : wanted;
  }

  /** What stands there; null where nothing does. */
  public @Nullable Object found() {
    return found;
  }
}
