package app.respite.coach.port.desktop;

/** Gives the keyboard back to the window that had it. */
public interface FocusKeeper extends AutoCloseable {
  /** Remembers the window that has the keyboard now. */
  void remember();

  /** Gives the keyboard back to it, if it is still there. Never throws. */
  void giveBack();

  @Override
  void close();
}
