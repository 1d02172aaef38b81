package app.respite.main;

import app.respite.ui.shell.Coaches;
import app.respite.ui.shell.WindowApp;
import java.util.concurrent.Executor;

/** The window; one of the classes here that lead to JavaFX, which the coach must never load. */
final class WindowFace {
  /** Enough for what fades and scrolls. */
  private static final int PULSES = 30;

  private WindowFace() {}

  /** Shows the window until it is closed; false where this system cannot show one after all. */
  static boolean run(Coaches coaches, Executor apart, String page, LogFile log) {
    return FxFace.run(PULSES, () -> WindowApp.run(coaches, apart, page), log);
  }
}
