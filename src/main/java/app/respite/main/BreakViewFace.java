package app.respite.main;

import app.respite.coach.port.FaceContext;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.ui.breakview.BreakViewApp;

/** The small prompt and the break view; leads to JavaFX, which the coach must never load. */
final class BreakViewFace {
  /** A breath and a figure need no more. */
  private static final int PULSES = 10;

  private BreakViewFace() {}

  /** Shows them until no break is near; false where this system cannot show them after all. */
  static boolean run(FaceContext context, DesktopPorts desktop, LogFile log) {
    return FxFace.run(
        PULSES,
        () ->
            BreakViewApp.run(
                context,
                Desktop.first(desktop.focus()).orElse(null),
                () -> Desktop.first(desktop.screenLock())),
        log);
  }
}
