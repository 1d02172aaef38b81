package app.respite.coach.port.desktop;

import java.util.List;

/**
 * What there is on one kind of desktop, port by port; an empty list says that nothing is known for
 * it there. Making this touches nothing: looking begins with {@link Candidate#probe}.
 */
public interface DesktopPorts extends AutoCloseable {
  List<Candidate<Tray>> tray();

  List<Candidate<Notifier>> notifier();

  List<Candidate<Sense>> idle();

  List<Candidate<Sense>> sleep();

  List<Candidate<Sense>> lock();

  List<Candidate<Sense>> doNotDisturb();

  List<Candidate<Sense>> fullScreen();

  List<Candidate<Sense>> calls();

  List<Candidate<FocusKeeper>> focus();

  List<Candidate<ScreenLock>> screenLock();

  List<Candidate<Autostart>> autostart();

  List<Candidate<Shortcuts>> shortcuts();

  /** Lets go of connections that the candidates share. */
  @Override
  void close();
}
