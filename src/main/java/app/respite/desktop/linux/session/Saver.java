package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Match;
import java.util.List;

/**
 * A screensaver service; each desktop has its own name for much the same.
 *
 * @param name on the bus, and of its interface
 * @param path its object
 * @param desktop whose it is
 * @param message whether its lock wants a message to show
 */
record Saver(String name, String path, String desktop, boolean message) {
  /** GNOME's comes first: it answers to the common name too, but does not lock by it. */
  static final List<Saver> ALL =
      List.of(
          of("gnome", "GNOME", false),
          of("cinnamon", "Cinnamon", true),
          of("mate", "MATE", false),
          of("xfce", "Xfce", false),
          of("freedesktop", "KDE and others", false));

  private static Saver of(String who, String desktop, boolean message) {
    return new Saver(
        "org." + who + ".ScreenSaver", "/org/" + who + "/ScreenSaver", desktop, message);
  }

  Call active() {
    return Call.of(name, path, name, "GetActive", Body.NONE);
  }

  Call lock() {
    return Call.of(name, path, name, "Lock", message ? Body.of("s", "") : Body.NONE);
  }

  /** Whether it is active. */
  FollowedFlag.Plan plan() {
    return new FollowedFlag.Plan(
        name,
        active(),
        FollowedFlag::flag,
        // Some send from more than one object.
        new Match(name, "", name, "ActiveChanged"),
        signal -> News.ofValue(signal.body().value(0)),
        false);
  }
}
