package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which notification services keep their do-not-disturb. */
sealed interface Quiet {
  /**
   * A yes or no on the bus.
   *
   * @param keepsChanges whether not every change is told of
   */
  record OnBus(FollowedFlag.Plan plan, boolean keepsChanges) implements Quiet {}

  /**
   * A setting of the GNOME kind. The portal does not pass these on; their own tool reads them.
   *
   * @param place where its changes are told
   * @param onMeansQuiet whether it is on while nothing disturbs
   */
  record Setting(String schema, String key, String place, boolean onMeansQuiet) implements Quiet {}

  /**
   * A service's way.
   *
   * @param title what a user reads
   * @param server the name the service gives itself; empty for any
   */
  record Known(String title, String server, Tried tried, Quiet way) {}

  /** The property that the newer of them share; it is asked for first, whoever it is. */
  Known INHIBITED =
      new Known(
          "Notifications held back (Inhibited)",
          "",
          Tried.MOCK,
          new OnBus(
              FollowedFlag.Plan.property(
                  Notifications.NAME, Notifications.PATH, Notifications.NAME, "Inhibited"),
              false));

  /** The ways of those without it. */
  List<Known> OTHERS =
      List.of(
          new Known(
              "Xfce notifications",
              "Xfce Notify Daemon",
              Tried.REAL,
              new OnBus(
                  // Xfce's settings service may come and go without changing anything.
                  new FollowedFlag.Plan(
                      Xfconf.NAME,
                      Xfconf.get("xfce4-notifyd", "/do-not-disturb"),
                      reply -> xfconf(reply),
                      Xfconf.CHANGES,
                      signal -> xfconf(signal),
                      true),
                  false)),
          new Known(
              "dunst paused",
              "dunst",
              Tried.REAL,
              new OnBus(
                  FollowedFlag.Plan.property(
                      Notifications.NAME, Notifications.PATH, "org.dunstproject.cmd0", "paused"),
                  true)),
          new Known(
              "GNOME notifications",
              "gnome-shell",
              Tried.MOCK,
              new Setting(
                  "org.gnome.desktop.notifications",
                  "show-banners",
                  "/org/gnome/desktop/notifications/",
                  false)),
          new Known(
              "Cinnamon notifications",
              "cinnamon",
              Tried.NOT,
              new Setting(
                  "org.cinnamon.desktop.notifications",
                  "display-notifications",
                  "/org/cinnamon/desktop/notifications/",
                  false)),
          new Known(
              "MATE notifications",
              "Notification Daemon",
              Tried.NOT,
              new Setting(
                  "org.mate.NotificationDaemon",
                  "do-not-disturb",
                  "/org/mate/notification-daemon/",
                  true)));

  /** The way of a service without that property, by the name it gives itself; null for none. */
  static @Nullable Known of(String server) {
    for (Known known : OTHERS) {
      if (known.server().equals(server)) {
        return known;
      }
    }
    return null;
  }

  private static @Nullable Boolean xfconf(Reply reply) {
    return Xfconf.isUnset(reply) ? Boolean.FALSE : FollowedFlag.flag(reply);
  }

  private static News xfconf(Incoming signal) {
    boolean ours =
        signal.body().text(0, "").equals("xfce4-notifyd")
            && signal.body().text(1, "").equals("/do-not-disturb");
    return !ours
        ? News.OTHER
        : signal.member().equals("PropertyRemoved")
            ? News.NO
            : News.ofValue(signal.body().value(2));
  }
}
