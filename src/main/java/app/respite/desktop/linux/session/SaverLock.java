package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.ScreenLock;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Reply;
import java.time.Duration;

/** Locks by a screensaver service. */
final class SaverLock implements ScreenLock {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Bus bus;
  private final Saver saver;

  SaverLock(Bus bus, Saver saver) {
    this.bus = bus;
    this.saver = saver;
  }

  @Override
  public boolean lock() {
    return switch (bus.ask(saver.lock(), PATIENCE)) {
      case Reply.Answer taken -> true;
      // Some answer only when the screen is unlocked again.
      case Reply.Failed(String error, String why) ->
          error.equals(Bus.NO_ANSWER)
              && Boolean.TRUE.equals(FollowedFlag.flag(bus.ask(saver.active(), PATIENCE)));
    };
  }
}
