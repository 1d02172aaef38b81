package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.ScreenLock;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Locks through logind, which itself locks nothing but asks whoever listens. So its yes is not
 * enough: the session must say that it is locked.
 */
final class LogindLock implements ScreenLock {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Bus system;
  private final Map<String, String> environment;

  LogindLock(Bus system, Map<String, String> environment) {
    this.system = system;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public boolean lock() {
    String path = Logind.session(system, environment, PATIENCE);
    if (path.isEmpty()) {
      return false;
    }
    CountDownLatch locked = new CountDownLatch(1);
    FollowedFlag hint =
        new FollowedFlag(
            system,
            FollowedFlag.Plan.property(Logind.NAME, path, Logind.SESSION, Logind.LOCKED),
            is -> {
              if (Boolean.TRUE.equals(is)) {
                locked.countDown();
              }
            });
    try {
      return system.ask(Call.of(Logind.NAME, path, Logind.SESSION, "Lock", Body.NONE), PATIENCE)
              instanceof Reply.Answer
          && locked.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      hint.close();
    }
  }
}
