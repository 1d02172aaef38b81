package app.respite.desktop.linux.x11;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Sense;
import app.respite.desktop.any.PolledIdle;
import java.time.Duration;
import java.util.Optional;

/** Idle time by asking the screen saver extension, where the server has no alarms for it. */
final class IdleLook {
  private static final int QUERY_INFO = 1;

  private IdleLook() {}

  /**
   * Looks for the extension.
   *
   * @throws X11Exception where the server does not answer
   */
  static Answer<Sense> on(X11Connection connection) throws X11Exception {
    Extension saver = Extension.find(connection, "MIT-SCREEN-SAVER");
    if (!saver.present()) {
      return new Answer.Missing<>("the X server has no screen saver extension", "");
    }
    int root = connection.setup().root();
    connection.ask(question(saver, root));
    return new Answer.Works<>(
        new PolledIdle("the X server", () -> idle(connection, saver, root)), "");
  }

  private static Optional<Duration> idle(X11Connection connection, Extension saver, int root) {
    try {
      Reply reply = connection.ask(question(saver, root));
      return Optional.of(Duration.ofMillis(reply.unsigned(16)));
    } catch (X11Exception gone) {
      return Optional.empty();
    }
  }

  private static Request question(Extension saver, int root) {
    return saver.request(QUERY_INFO).u32(root);
  }
}
