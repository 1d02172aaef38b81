package app.respite.main;

import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.Sense;
import app.respite.desktop.any.NoDesktop;
import java.util.List;

/** A desktop for a coach whose face is a terminal: it sees the user, and shows nothing there. */
final class SensesOnly extends NoDesktop {
  private final DesktopPorts all;

  SensesOnly(DesktopPorts all) {
    this.all = all;
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
  public void close() {
    all.close();
  }
}
