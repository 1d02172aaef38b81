package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.Rig;
import app.respite.desktop.linux.bus.Bus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Do-not-disturb as real services keep it. */
@Tag("desktop")
class QuietRigTest {
  private static final Sensed QUIET = new Sensed.DoNotDisturb(true);
  private static final Sensed LOUD = new Sensed.DoNotDisturb(false);

  @TempDir Path folder;
  private Rig rig;
  private Bus bus;
  private Sense sense;
  private final List<Sensed> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aDesktop() {
    rig = new Rig(folder);
    rig.screen(640, 400);
    Parts.sessionBusWithout(rig);
    bus = Bus.session(rig.environment());
    sense = new QuietSense(bus, rig.environment(), told -> {});
  }

  @AfterEach
  void end() {
    sense.close();
    bus.close();
    rig.close();
  }

  @Test
  void xfceIsFollowedThroughItsSettings() {
    Rig.need("xfconf-query");
    Parts.activate(rig, Xfconf.NAME, Parts.xfconf());
    Process service = rig.run("xfce4-notifyd", Parts.xfceNotifications());
    rig.until("it is there", () -> BusQueries.isOwned(bus, Notifications.NAME));
    assertThat(used()).isEqualTo("Xfce notifications");
    sense.start(told::add);
    rig.until("never set is off", () -> told.equals(List.of(LOUD)));
    xfce("true");
    rig.until("on", () -> told.equals(List.of(LOUD, QUIET)));
    xfce("false");
    rig.until("off", () -> told.equals(List.of(LOUD, QUIET, LOUD)));
    xfce("true");
    rig.until("on", () -> told.size() == 4);
    rig.ask("xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb", "--reset");
    rig.until("forgotten is off", () -> told.size() == 5);
    xfce("true");
    rig.until("on", () -> told.size() == 6);
    service.destroyForcibly();
    rig.until("no service, nothing held back", () -> told.size() == 7);
    rig.run("xfce4-notifyd", Parts.xfceNotifications());
    rig.until("its successor is quiet still", () -> told.size() == 8);
    assertThat(told).containsExactly(LOUD, QUIET, LOUD, QUIET, LOUD, QUIET, LOUD, QUIET);
  }

  @Test
  void dunstIsFollowedAndLookedAtAndAnotherServiceAfterIt() {
    Rig.need("dunst", "dunstctl", "dbus-send", "xfconf-query");
    Process dunst = rig.run("dunst", "dunst");
    rig.until("it is there", () -> BusQueries.isOwned(bus, Notifications.NAME));
    assertThat(used()).isEqualTo("dunst paused");
    rig.ask("dunstctl", "set-paused", "true");
    sense.start(told::add);
    rig.until("paused already", () -> told.equals(List.of(QUIET)));
    rig.ask("dunstctl", "set-paused", "false");
    rig.until(
        "not paused any more",
        () -> {
          sense.look();
          return told.equals(List.of(QUIET, LOUD));
        });
    rig.ask("kill", "-USR1", Long.toString(dunst.pid()));
    rig.until(
        "paused by a signal",
        () -> {
          sense.look();
          return told.equals(List.of(QUIET, LOUD, QUIET));
        });
    dunst.destroyForcibly();
    rig.until("gone", () -> told.equals(List.of(QUIET, LOUD, QUIET, LOUD)));
    Parts.activate(rig, Xfconf.NAME, Parts.xfconf());
    xfce("true");
    rig.run("xfce4-notifyd", Parts.xfceNotifications());
    rig.until("another service is quiet", () -> told.size() == 5);
    assertThat(told).last().isEqualTo(QUIET);
  }

  /** The settings and their tool are real; only the shell is a stand-in. */
  @Test
  void gnomeIsFollowedThroughItsSettings() {
    Rig.need("gsettings");
    Rig.needFile("/usr/libexec/dconf-service");
    rig.environment().put("GSETTINGS_BACKEND", "dconf");
    Parts.activate(rig, "ca.desrt.dconf", "/usr/libexec/dconf-service");
    sense = new QuietSense(bus, rig.environment(), told -> {});
    server("gnome-shell");
    assertThat(used()).isEqualTo("GNOME notifications");
    banners("false");
    sense.start(told::add);
    rig.until("hidden already", () -> told.equals(List.of(QUIET)));
    banners("true");
    rig.until("shown", () -> told.equals(List.of(QUIET, LOUD)));
    rig.ask("gsettings", "set", "org.gnome.desktop.notifications", "show-in-lock-screen", "false");
    banners("false");
    rig.until("hidden", () -> told.equals(List.of(QUIET, LOUD, QUIET)));
    rig.ask("gsettings", "reset-recursively", "org.gnome.desktop.notifications");
    rig.until("shown again", () -> told.equals(List.of(QUIET, LOUD, QUIET, LOUD)));
  }

  @Test
  void theSharedPropertyIsFollowedWhoeverHasIt() {
    server("Plasma");
    inhibited("AddProperty", Notifications.NAME, "Inhibited", "<true>");
    assertThat(used()).isEqualTo("Notifications held back (Inhibited)");
    sense.start(told::add);
    rig.until("held back already", () -> told.equals(List.of(QUIET)));
    inhibited("UpdateProperties", Notifications.NAME, "{'Inhibited': <false>}");
    rig.until("not any more", () -> told.equals(List.of(QUIET, LOUD)));
    inhibited("UpdateProperties", Notifications.NAME, "{'Inhibited': <true>}");
    rig.until("held back", () -> told.equals(List.of(QUIET, LOUD, QUIET)));
  }

  @Test
  void anUnknownServiceAndNoneHoldNothingBack() {
    sense.start(told::add);
    rig.until("none", () -> told.equals(List.of(LOUD)));
    assertThat(used()).isEqualTo("A notification service that comes later");
    server("something new");
    assertThat(used()).isEmpty();
    assertThat(told).containsExactly(LOUD);
  }

  private String used() {
    for (Candidate<Sense> candidate :
        LinuxSession.doNotDisturb(rig.environment(), bus, line -> {})) {
      if (candidate.probe() instanceof Answer.Works<Sense>) {
        return candidate.name();
      }
    }
    return "";
  }

  private void xfce(String value) {
    rig.ask(
        "xfconf-query",
        "-c",
        "xfce4-notifyd",
        "-p",
        "/do-not-disturb",
        "-n",
        "-t",
        "bool",
        "-s",
        value);
  }

  private void banners(String value) {
    rig.ask("gsettings", "set", "org.gnome.desktop.notifications", "show-banners", value);
  }

  private void server(String name) {
    Parts.mock(
        rig,
        "notifications",
        "--session",
        Notifications.NAME,
        Notifications.PATH,
        Notifications.NAME);
    rig.until("the stand-in is there", () -> BusQueries.isOwned(bus, Notifications.NAME));
    inhibited(
        "AddMethod",
        Notifications.NAME,
        "GetServerInformation",
        "",
        "ssss",
        "ret = ('%s', 'vendor', '1', '1.2')".formatted(name));
  }

  private void inhibited(String method, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gdbus",
                "call",
                "--session",
                "--dest=" + Notifications.NAME,
                "--object-path=" + Notifications.PATH,
                "--method=org.freedesktop.DBus.Mock." + method));
    command.addAll(List.of(arguments));
    assertThat(rig.ask(command.toArray(String[]::new))).doesNotContain("Error");
  }
}
