package app.respite.main;

import app.respite.coach.port.FaceContext;
import app.respite.ui.shell.WindowApp;
import java.util.function.Supplier;

/** The window; one of the classes here that lead to JavaFX, which the coach must never load. */
final class WindowFace {
  /** Enough for what fades and scrolls. */
  private static final int PULSES = 30;

  private WindowFace() {}

  /** Shows the window until it is closed; false where this system cannot show one after all. */
  static boolean run(Supplier<FaceContext> faces, String page, LogFile log) {
    FaceContext context = faces.get();
    try {
      return FxFace.run(PULSES, () -> WindowApp.run(context, faces, page), log);
    } finally {
      context.link().close();
    }
  }
}
