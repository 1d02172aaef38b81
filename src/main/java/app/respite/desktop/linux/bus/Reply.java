package app.respite.desktop.linux.bus;

/** What came of a {@link Call}. */
public sealed interface Reply {
  /** It was answered. */
  record Answer(Body body) implements Reply {}

  /**
   * It was not.
   *
   * @param error the error's name; one of {@link Bus#NO_BUS}, {@link Bus#NO_ANSWER}, {@link
   *     Bus#NONSENSE} where it did not come over the bus
   * @param why one clause
   */
  record Failed(String error, String why) implements Reply {}

  /** The answer's values, none where it failed; for those to whom a failure is no news. */
  default Body body() {
    return this instanceof Answer(Body body) ? body : Body.NONE;
  }
}
