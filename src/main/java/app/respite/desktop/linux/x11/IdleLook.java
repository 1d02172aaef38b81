package app.respite.desktop.linux.x11;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Sense;
import app.respite.desktop.any.IdleByLooking;
import java.time.Duration;

/** Idle time by asking the screen saver extension, where the server has no alarms for it. */
final class IdleLook {
  private static final int QUERY_INFO = 1;

  private IdleLook() {}

  /**
   * Looks for the extension.
   *
   * @throws X11Exception where the server does not answer
   */
  static Answer<Sense> on(Connection connection) throws X11Exception {
    Extension saver = Extension.find(connection, "MIT-SCREEN-SAVER");
    if (!saver.present()) {
      return new Answer.Missing<>("the X server has no screen saver extension", "");
    }
    int root = connection.setup().root();
    idle(connection, saver, root);
    return new Answer.Works<>(
        new IdleByLooking(
            () -> {
              try {
                return idle(connection, saver, root);
              } catch (X11Exception gone) {
                throw new IdleByLooking.Gone(gone.why());
              }
            },
            "respite-x11-idle"),
        "");
  }

  private static Duration idle(Connection connection, Extension saver, int root)
      throws X11Exception {
    return Duration.ofMillis(connection.ask(saver.request(QUERY_INFO).u32(root)).unsigned(16));
  }
}
