package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Call;

/** The notification service that desktops share. */
final class Notifications {
  static final String NAME = "org.freedesktop.Notifications";
  static final String PATH = "/org/freedesktop/Notifications";

  private Notifications() {}

  static Call call(String member, Body body) {
    return Call.of(NAME, PATH, NAME, member, body);
  }

  /** Asks for name, vendor, version and version of the specification. */
  static Call server() {
    return call("GetServerInformation", Body.NONE);
  }
}
