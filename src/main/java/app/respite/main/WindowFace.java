package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.JournalException;
import app.respite.ui.shell.WindowApp;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The window; the only class here that leads to JavaFX, which the coach must never load. */
final class WindowFace {
  /** Held here, because a logger nobody holds forgets its level. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private WindowFace() {}

  /** Shows the window until it is closed; false where this system cannot show one after all. */
  static boolean run(Supplier<FaceContext> faces, String page, LogFile log) {
    // Its notes on the class path are nothing a user can act on.
    JAVAFX.setLevel(Level.SEVERE);
    FaceContext context = faces.get();
    try {
      WindowApp.run(context, faces, page);
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
