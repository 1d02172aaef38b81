package app.respite.desktop.any;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.Tried;
import java.util.List;

/** A system of which nothing is known; those that are known begin here. */
public class NoDesktop implements DesktopPorts {
  @Override
  public List<Candidate<Tray>> tray() {
    return List.of();
  }

  @Override
  public List<Candidate<Notifier>> notifier() {
    return List.of();
  }

  @Override
  public List<Candidate<Sense>> idle() {
    return List.of();
  }

  @Override
  public List<Candidate<Sense>> sleep() {
    return List.of();
  }

  @Override
  public List<Candidate<Sense>> lock() {
    return List.of();
  }

  @Override
  public List<Candidate<Sense>> doNotDisturb() {
    return List.of();
  }

  @Override
  public List<Candidate<Sense>> fullScreen() {
    return List.of();
  }

  @Override
  public List<Candidate<Sense>> calls() {
    return List.of();
  }

  @Override
  public List<Candidate<FocusKeeper>> focus() {
    return List.of();
  }

  @Override
  public List<Candidate<ScreenLock>> screenLock() {
    return List.of();
  }

  @Override
  public List<Candidate<Autostart>> autostart() {
    return List.of();
  }

  @Override
  public List<Candidate<Shortcuts>> shortcuts() {
    return List.of();
  }

  @Override
  public void close() {}

  /** A place in {@code doctor}'s table for what no adapter does, with the reason. */
  protected static <T> List<Candidate<T>> none(String name, String why, String remedy) {
    return List.of(new Choice<>(name, Tried.NOT, () -> new Answer.Missing<>(why, remedy)));
  }
}
