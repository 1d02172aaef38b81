package app.respite.coach.port.desktop;

/** Locks the screen. */
@FunctionalInterface
public interface ScreenLock {
  /** Asks for it; true where the desktop took the request. May wait a moment for the answer. */
  boolean lock();
}
