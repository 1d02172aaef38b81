package app.respite.coach.port.desktop;

/**
 * One way in which a desktop may do what a port is for, such as the idle time as X11 counts it. The
 * candidates of a port are asked in order, and the first that works is used (see {@link PortKind}).
 *
 * @param <T> what it is when it works
 */
public interface Candidate<T> {
  /** What a user may read, such as {@code X11 idle counter}. */
  String name();

  /** How far it has been tried by those who wrote it. */
  Tried tried();

  /**
   * Looks whether it works here, within a second or two; changes nothing and never throws. What it
   * hands out has not begun to do anything.
   */
  Answer<T> probe();
}
