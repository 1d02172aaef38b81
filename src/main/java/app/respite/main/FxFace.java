package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What every face with windows does about JavaFX itself. */
final class FxFace {
  /** Held here, because a logger nobody holds forgets its level. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private FxFace() {}

  /**
   * Runs a face to its end; false where this system cannot show one after all.
   *
   * @param pulses how often a second JavaFX's own timer beats. It does so whether anything moves or
   *     not, sixty times where nobody says otherwise, and that is most of what a quiet face costs
   */
  static boolean run(int pulses, Runnable face, LogFile log) {
    System.setProperty("javafx.animation.framerate", Integer.toString(pulses));
    // Its notes on the class path are nothing a user can act on.
    JAVAFX.setLevel(Level.SEVERE);
    try {
      face.run();
      return true;
    } catch (CoachException | JournalException known) {
      throw known;
    } catch (RuntimeException | LinkageError toolkit) {
      log.failure(toolkit);
      return false;
    }
  }
}
