package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.ScreenLock;
import app.respite.desktop.any.Child;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Locks by a program, and believes its exit status. */
final class CommandLock implements ScreenLock {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private final List<String> command;

  CommandLock(Map<String, String> environment, List<String> command) {
    this.environment = Map.copyOf(environment);
    this.command = List.copyOf(command);
  }

  @Override
  public boolean lock() {
    return Child.run(environment, PATIENCE, command).ended();
  }
}
