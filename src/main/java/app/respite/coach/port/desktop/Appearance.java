package app.respite.coach.port.desktop;

/**
 * How the desktop wants programs to look. Asked at any time without waiting; until the desktop has
 * answered, and where it does not, it is light and moves.
 */
public interface Appearance extends AutoCloseable {
  /**
   * Begins; called once. {@code changed} is called, on a thread of the adapter's own, whenever an
   * answer below becomes another.
   */
  void onChange(Runnable changed);

  /** Whether dark surfaces are wanted. */
  boolean dark();

  /** Whether movement is to be left out. */
  boolean reducedMotion();

  @Override
  void close();
}
