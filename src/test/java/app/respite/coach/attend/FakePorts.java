package app.respite.coach.attend;

import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tray;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ports of a desktop that is made of whatever candidates a test puts into it. */
public final class FakePorts implements DesktopPorts {
  private final Map<PortKind, List<Candidate<?>>> candidates = new EnumMap<>(PortKind.class);

  public FakePorts with(PortKind port, Candidate<?>... some) {
    candidates.put(port, List.of(some));
    return this;
  }

  /** A candidate's port is never used here, so what it is does not matter. */
  @SuppressWarnings("unchecked")
  private <T> List<Candidate<T>> of(PortKind port) {
    List<Candidate<T>> typed = new ArrayList<>();
    candidates.getOrDefault(port, List.of()).forEach(one -> typed.add((Candidate<T>) one));
    return typed;
  }

  @Override
  public List<Candidate<Tray>> tray() {
    return of(PortKind.TRAY);
  }

  @Override
  public List<Candidate<Notifier>> notifier() {
    return of(PortKind.NOTIFICATIONS);
  }

  @Override
  public List<Candidate<Sense>> idle() {
    return of(PortKind.IDLE);
  }

  @Override
  public List<Candidate<Sense>> sleep() {
    return of(PortKind.SLEEP);
  }

  @Override
  public List<Candidate<Sense>> lock() {
    return of(PortKind.LOCK);
  }

  @Override
  public List<Candidate<Sense>> doNotDisturb() {
    return of(PortKind.DO_NOT_DISTURB);
  }

  @Override
  public List<Candidate<Sense>> fullScreen() {
    return of(PortKind.FULL_SCREEN);
  }

  @Override
  public List<Candidate<Sense>> calls() {
    return of(PortKind.CALLS);
  }

  @Override
  public List<Candidate<FocusKeeper>> focus() {
    return of(PortKind.FOCUS);
  }

  @Override
  public List<Candidate<ScreenLock>> screenLock() {
    return of(PortKind.LOCK_SCREEN);
  }

  @Override
  public List<Candidate<Autostart>> autostart() {
    return of(PortKind.AUTOSTART);
  }

  @Override
  public List<Candidate<Shortcuts>> shortcuts() {
    return of(PortKind.SHORTCUTS);
  }

  @Override
  public void close() {}
}
