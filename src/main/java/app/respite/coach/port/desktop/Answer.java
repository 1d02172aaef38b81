package app.respite.coach.port.desktop;

/**
 * Whether a {@link Candidate} works here.
 *
 * @param <T> what it is when it works
 */
public sealed interface Answer<T> {
  /**
   * It does.
   *
   * @param note what a user should know about it, such as a limit; empty where there is nothing
   */
  record Works<T>(T port, String note) implements Answer<T> {}

  /**
   * It does not.
   *
   * @param why one clause, such as {@code no session bus}
   * @param remedy what a user can do about it, in one clause; empty where nothing
   */
  record Missing<T>(String why, String remedy) implements Answer<T> {}
}
