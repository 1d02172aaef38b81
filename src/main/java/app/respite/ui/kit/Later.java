package app.respite.ui.kit;

import java.time.Duration;

/** Runs work on the screen's thread after a while. */
@FunctionalInterface
public interface Later {
  /** Runs once, no sooner than after {@code wait} of real time. */
  void run(Duration wait, Runnable work);
}
