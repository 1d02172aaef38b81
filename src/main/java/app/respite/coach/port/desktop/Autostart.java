package app.respite.coach.port.desktop;

/** Whether the coach starts when the user logs in. */
public interface Autostart {
  /** Whether it does now; read anew at each call. */
  boolean on();

  /**
   * Switches it.
   *
   * @throws app.respite.coach.port.CoachException of kind {@code STORE} where that fails
   */
  void set(boolean on);
}
