package app.respite.main;

import app.respite.coach.port.FaceContext;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.ui.breakview.BreakViewApp;

/** The small prompt and the break view; leads to JavaFX, which the coach must never load. */
final class BreakViewFace {
  private BreakViewFace() {}

  /** Shows them until no break is near; false where this system cannot show them after all. */
  static boolean run(FaceContext context, DesktopPorts desktop, LogFile log) {
    return FxFace.run(
        () ->
            BreakViewApp.run(
                context,
                Desktop.first(desktop.focus()).orElse(null),
                () -> Desktop.first(desktop.screenLock())),
        log);
  }
}
