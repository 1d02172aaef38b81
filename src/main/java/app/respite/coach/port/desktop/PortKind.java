package app.respite.coach.port.desktop;

/** What the coach wants of a desktop; the order is that of {@code doctor}'s table. */
public enum PortKind {
  TRAY("Tray icon"),
  NOTIFICATIONS("Notifications"),
  IDLE("Idle time"),
  SLEEP("Sleep"),
  LOCK("Screen lock"),
  DO_NOT_DISTURB("Do not disturb"),
  FULL_SCREEN("Full screen"),
  CALLS("Calls"),
  BREAK_VIEW("Break view"),
  FOCUS("Focus given back"),
  LOCK_SCREEN("Locking the screen"),
  APPEARANCE("Dark mode and reduced motion"),
  AUTOSTART("Start at login"),
  SHORTCUTS("Global shortcuts");

  private final String title;

  PortKind(String title) {
    this.title = title;
  }

  /** What a user reads. */
  public String title() {
    return title;
  }
}
