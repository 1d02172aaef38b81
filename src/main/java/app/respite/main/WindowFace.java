package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.JournalException;
import app.respite.ui.shell.WindowApp;
import java.util.function.Supplier;

/** The window; the only class here that leads to JavaFX, which the coach must never load. */
final class WindowFace {
  private WindowFace() {}

  /** Shows the window until it is closed; false where this system cannot show one after all. */
  static boolean run(Supplier<FaceContext> faces, LogFile log) {
    FaceContext context = faces.get();
    try {
      WindowApp.run(context, faces);
      return true;
    } catch (CoachException | JournalException known) {
      throw known;
    } catch (RuntimeException | LinkageError toolkit) {
      log.failure(toolkit);
      return false;
    } finally {
      context.link().close();
    }
  }
}
