package app.respite.desktop.linux;

import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tray;
import app.respite.desktop.any.Here;
import app.respite.desktop.any.NoDesktop;
import java.util.List;

/** What there is on Linux, and on systems like it; for each port the best candidate first. */
public final class LinuxDesktop extends NoDesktop {
  /** The ports; nothing is touched yet. */
  public LinuxDesktop(Here here) {}

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
}
