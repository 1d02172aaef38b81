package app.respite.main;

import app.respite.coach.port.FaceContext;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.Faces;
import app.respite.ui.mini.MiniTimerApp;

/** The mini timer; leads to JavaFX, which the coach must never load. */
final class MiniFace {
  /** A figure needs no more. */
  private static final int PULSES = 10;

  private MiniFace() {}

  /** Shows it until it is closed; false where this system cannot show it after all. */
  static boolean run(FaceContext context, DesktopPorts desktop, Faces faces, LogFile log) {
    return FxFace.run(
        PULSES,
        () ->
            MiniTimerApp.run(
                context, Desktop.first(desktop.focus()).orElse(null), () -> faces.window("")),
        log);
  }
}
