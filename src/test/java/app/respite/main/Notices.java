package app.respite.main;

import app.respite.desktop.Rig;
import app.respite.desktop.linux.session.Parts;
import java.util.List;

/** XFCE's notifications on a test's screen, and a pointer on their buttons. */
final class Notices {
  private final Rig rig;

  Notices(Rig rig) {
    this.rig = rig;
  }

  void start() {
    Parts.activate(rig, "org.xfce.Xfconf", Parts.xfconf());
    rig.run("xfce4-notifyd", Parts.xfceNotifications());
    rig.until(
        "notifications are there",
        () ->
            rig.ask(
                    "gdbus",
                    "call",
                    "--session",
                    "--dest=org.freedesktop.DBus",
                    "--object-path=/org/freedesktop/DBus",
                    "--method=org.freedesktop.DBus.NameHasOwner",
                    "org.freedesktop.Notifications")
                .contains("true"));
  }

  /** From now on they are shown in the lower left corner. */
  void atTheLeft() {
    Rig.need("xfconf-query");
    rig.ask(
        "xfconf-query",
        "--channel",
        "xfce4-notifyd",
        "--property",
        "/notify-location",
        "--create",
        "--type",
        "uint",
        "--set",
        "1");
  }

  /** The windows of the notices on the screen. */
  List<String> windows() {
    String found = rig.ask("xdotool", "search", "--onlyvisible", "--class", "xfce4-notifyd");
    return found.isEmpty() || found.contains("X Error") ? List.of() : List.of(found.split("\n"));
  }

  void untilShown() {
    rig.until("a notice is on the screen", 60, () -> !windows().isEmpty());
  }

  void untilNone() {
    rig.until("no notice is on the screen", 60, () -> windows().isEmpty());
  }

  /** Clicks on one of so many buttons of the first notice, which share its width. */
  void click(int button, int of) {
    untilShown();
    String window = windows().getFirst();
    int width = 0;
    int height = 0;
    for (String line : rig.ask("xdotool", "getwindowgeometry", "--shell", window).split("\n")) {
      width = line.startsWith("WIDTH=") ? Integer.parseInt(line.substring(6)) : width;
      height = line.startsWith("HEIGHT=") ? Integer.parseInt(line.substring(7)) : height;
    }
    rig.ask(
        "xdotool",
        "mousemove",
        "--sync",
        "--window",
        window,
        Integer.toString(width * (2 * button + 1) / (2 * of)),
        Integer.toString(height - 30),
        "click",
        "1");
  }
}
