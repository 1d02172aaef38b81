package app.respite.desktop.any;

import app.respite.coach.port.desktop.Notifier;
import java.util.function.BiConsumer;

/** Messages beside the tray's icon: text and nothing else, no buttons, no taking back. */
final class AwtNotifier implements Notifier {
  private final TrayBoard board;
  private volatile boolean closed;

  AwtNotifier(TrayBoard board) {
    this.board = board;
  }

  @Override
  public void start(BiConsumer<String, String> pressed) {}

  @Override
  public boolean showsButtons() {
    return false;
  }

  @Override
  public void show(Notice notice) {
    if (!closed) {
      board.message(notice.title(), notice.body());
    }
  }

  @Override
  public void withdraw(String id) {}

  @Override
  public void close() {
    closed = true;
  }
}
