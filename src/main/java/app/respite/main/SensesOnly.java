package app.respite.main;

import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tray;
import java.util.List;

/** A desktop for a coach whose face is a terminal: it sees the user, and shows nothing there. */
record SensesOnly(DesktopPorts all) implements DesktopPorts {
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
    return all.idle();
  }

  @Override
  public List<Candidate<Sense>> sleep() {
    return all.sleep();
  }

  @Override
  public List<Candidate<Sense>> lock() {
    return all.lock();
  }

  @Override
  public List<Candidate<Sense>> doNotDisturb() {
    return all.doNotDisturb();
  }

  @Override
  public List<Candidate<Sense>> fullScreen() {
    return all.fullScreen();
  }

  @Override
  public List<Candidate<Sense>> calls() {
    return all.calls();
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
  public void close() {
    all.close();
  }
}
