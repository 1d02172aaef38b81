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
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.session.IdleWays;
import app.respite.desktop.linux.session.LinuxSession;
import app.respite.desktop.linux.tray.StatusNotifier;
import app.respite.desktop.linux.x11.X11;
import java.util.ArrayList;
import java.util.List;

/** What there is on Linux, and on systems like it; for each port the best candidate first. */
public final class LinuxDesktop extends NoDesktop {
  private static final String COMMENT = "A focus timer that knows when you need a rest";

  private final Here here;
  private final Bus session;
  private final Bus system;
  private final X11 x11;

  /** The ports; nothing is touched yet. */
  public LinuxDesktop(Here here) {
    this.here = here;
    session = Bus.session(here.environment());
    system = Bus.system(here.environment());
    x11 = new X11(here.environment(), here.log());
    session.log(here.log());
    system.log(here.log());
  }

  @Override
  public List<Candidate<Tray>> tray() {
    return List.of(new StatusNotifier(session, here.environment()));
  }

  @Override
  public List<Candidate<Sense>> idle() {
    return IdleWays.idle(here.environment(), x11, session);
  }

  @Override
  public List<Candidate<Notifier>> notifier() {
    return LinuxSession.notifier(session, "", here.log());
  }

  @Override
  public List<Candidate<Sense>> sleep() {
    return LinuxSession.sleep(system);
  }

  @Override
  public List<Candidate<Sense>> lock() {
    return LinuxSession.lock(here.environment(), session, system);
  }

  @Override
  public List<Candidate<Sense>> doNotDisturb() {
    return LinuxSession.doNotDisturb(here.environment(), session, here.log());
  }

  @Override
  public List<Candidate<Sense>> fullScreen() {
    return List.of(x11.fullScreen());
  }

  @Override
  public List<Candidate<Sense>> calls() {
    return LinuxSession.calls(here.clock(), here.log());
  }

  @Override
  public List<Candidate<FocusKeeper>> focus() {
    return List.of(x11.focus());
  }

  @Override
  public List<Candidate<ScreenLock>> screenLock() {
    return LinuxSession.screenLock(here.environment(), session, system);
  }

  @Override
  public List<Candidate<Autostart>> autostart() {
    return LinuxSession.autostart(here.environment(), here.coach(), COMMENT);
  }

  @Override
  public List<Candidate<Shortcuts>> shortcuts() {
    List<Candidate<Shortcuts>> found = new ArrayList<>(LinuxSession.shortcuts(session));
    // Where keys can be taken without asking, nobody needs to be asked.
    found.add(X11.isWayland(here.environment()) ? found.size() : 0, x11.shortcuts());
    return found;
  }

  @Override
  public void close() {
    x11.close();
    session.close();
    system.close();
  }
}
