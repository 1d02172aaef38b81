package app.respite.coach.port.desktop;

/** Starts faces, each a process of its own. No call waits for one. */
public interface Faces {
  /** Whether a face with a window can be shown here at all. */
  boolean possible();

  /** Makes sure that the break view's process runs. It decides by itself what is to be seen. */
  void breakView();

  /** Shows the mini timer, or puts it away where it is on show. */
  void miniTimer();

  /**
   * Opens the window, or brings it forward.
   *
   * @param page in lower case as in its own navigation; empty for the last
   */
  void window(String page);
}
