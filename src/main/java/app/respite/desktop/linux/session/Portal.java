package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Call;

/** The portal through which desktops of different kinds are asked in the same way. */
final class Portal {
  static final String NAME = "org.freedesktop.portal.Desktop";
  static final String PATH = "/org/freedesktop/portal/desktop";
  static final String SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts";

  private Portal() {}

  /** Which version of an interface it has, if any. */
  static Call version(String interfaceName) {
    return Call.property(NAME, PATH, interfaceName, "version");
  }
}
