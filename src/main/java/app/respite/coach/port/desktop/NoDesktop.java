package app.respite.coach.port.desktop;

import java.util.List;

/** A desktop of which nothing is known; others override what they have. */
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
}
