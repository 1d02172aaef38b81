package app.respite.desktop.macos;

import app.respite.coach.port.desktop.Notifier;
import app.respite.desktop.any.SystemProgram;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Notifications by the script language of macOS, which shows text and nothing else: no buttons, no
 * taking back.
 */
final class ScriptNotifier implements Notifier {
  private final SystemProgram system;
  private volatile boolean closed;

  ScriptNotifier(SystemProgram system) {
    this.system = system;
  }

  @Override
  public void start(BiConsumer<String, String> pressed) {}

  @Override
  public boolean showsButtons() {
    return false;
  }

  @Override
  public void show(Notice notice) {
    if (closed) {
      return;
    }
    // What is to be said goes along as arguments, so that nothing in it can be read as script.
    List<String> command =
        List.of(
            "/usr/bin/osascript",
            "-e",
            "on run argv",
            "-e",
            "display notification (item 2 of argv) with title (item 1 of argv)",
            "-e",
            "end run",
            "--",
            notice.title(),
            notice.body());
    Thread.ofPlatform().daemon().name("notification").start(() -> system.run(command));
  }

  @Override
  public void withdraw(String id) {}

  @Override
  public void close() {
    closed = true;
  }
}
