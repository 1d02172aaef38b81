package app.respite.coach.attend;

import app.respite.coach.port.desktop.Notifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Remembers what is on show, and how often something was put there. */
final class FakeNotifier implements Notifier {
  final Map<String, Notice> onShow = new LinkedHashMap<>();
  final List<Notice> all = new ArrayList<>();
  boolean buttons = true;

  @Override
  public void start(BiConsumer<String, String> pressed) {}

  @Override
  public boolean showsButtons() {
    return buttons;
  }

  @Override
  public void show(Notice notice) {
    onShow.put(notice.id(), notice);
    all.add(notice);
  }

  @Override
  public void withdraw(String id) {
    onShow.remove(id);
  }

  @Override
  public void close() {}
}
