package app.respite.desktop.linux.tray;

import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView.Choice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a tray has told, each as a short line. */
final class Heard implements Tray.Listener {
  final List<String> all = new CopyOnWriteArrayList<>();

  @Override
  public void pressed() {
    all.add("pressed");
  }

  @Override
  public void chosen(Choice choice) {
    all.add("chosen " + choice.id());
  }

  @Override
  public void opening() {
    all.add("opening");
  }

  @Override
  public void onShow(boolean there, String why) {
    all.add(there ? "on show" : why);
  }

  boolean has(String line) {
    return all.contains(line);
  }

  boolean endsWith(String line) {
    return !all.isEmpty() && all.getLast().equals(line);
  }

  long count(String line) {
    return all.stream().filter(line::equals).count();
  }
}
