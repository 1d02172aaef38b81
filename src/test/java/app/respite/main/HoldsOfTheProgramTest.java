package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import app.respite.desktop.linux.session.Parts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real coach keeps quiet while the desktop asks for it, and steps in afterwards. */
@Tag("desktop")
class HoldsOfTheProgramTest {
  private static final String SAVER = "org.gnome.ScreenSaver";

  @TempDir Path folder;
  private Rig rig;
  private CoachRig coach;
  private Notices notices;

  @BeforeEach
  void aDesktop() {
    Rig.need("xdotool", "xfwm4", "xterm", "wmctrl", "xfconf-query");
    rig = new Rig(folder);
    rig.screen(800, 600);
    Parts.sessionBusWithout(rig);
    notices = new Notices(rig);
    notices.start();
    rig.run("wm", "xfwm4", "--compositor=off");
    rig.until("the window manager is there", () -> rig.ask("wmctrl", "-m").startsWith("Name:"));
    // Nobody types in these tests, and that shall not be what holds the prompt back.
    coach =
        new CoachRig(
            rig,
            20,
            "break.view = small",
            "sprint.length = 4m",
            "warning = 0s",
            "idle.after = 60m",
            "calls.hold = false");
  }

  @AfterEach
  void end() {
    coach.close();
  }

  @Test
  void b31WhileTheScreenIsLockedNothingIsShown() {
    saver();
    coach.start();
    heldBack("lock", () -> locked(true), () -> locked(false));
  }

  @Test
  void b25WhileTheDesktopIsNotToBeDisturbedNothingIsShown() {
    coach.start();
    heldBack("dnd", () -> disturb(false), () -> disturb(true));
  }

  @Test
  void b25WhileAWindowFillsTheScreenNothingIsShown() {
    rig.run("film", "xterm", "-T", "film");
    rig.until("the window is there", () -> rig.ask("wmctrl", "-l").contains("film"));
    coach.start();
    heldBack("full-screen", () -> fullScreen("add"), () -> fullScreen("remove"));
  }

  private void heldBack(String reason, Runnable begin, Runnable end) {
    coach.work();
    begin.run();
    assertThat(CoachRig.text(coach.event("break-deferred"), "reason")).isEqualTo(reason);
    Instant at = coach.now();
    rig.until("a minute passes", () -> coach.now().isAfter(at.plus(Duration.ofMinutes(1))));
    rig.picture("e2e-held-" + reason);
    assertThat(coach.events()).doesNotContain("break-due", "break-warned", "break-void");
    assertThat(coach.now("prompting.form")).isEqualTo("none");
    assertThat(notices.windows()).isEmpty();
    end.run();
    coach.untilTold("break-due", 1);
    notices.untilShown();
    rig.picture("e2e-offered-after-" + reason);
    assertThat(coach.now("due.state")).isEqualTo("due");
    coach.keepsToItself();
    coach.respite("stop");
    notices.untilNone();
  }

  private void saver() {
    String path = "/org/gnome/ScreenSaver";
    Parts.mock(rig, "saver", "--session", SAVER, path, SAVER);
    rig.until(
        "the screensaver is there",
        () -> mock("AddMethod", "", "GetActive", "", "b", "ret = getattr(self, 'locked', False)"));
    mock(
        "AddMethod",
        "",
        "Become",
        "b",
        "",
        "self.locked = bool(args[0]); self.EmitSignal('', 'ActiveChanged', 'b', [self.locked])");
  }

  private boolean mock(String method, String... arguments) {
    return saver("org.freedesktop.DBus.Mock." + method, arguments).equals("()");
  }

  private void locked(boolean on) {
    assertThat(saver(SAVER + ".Become", Boolean.toString(on))).isEqualTo("()");
  }

  private String saver(String method, String... arguments) {
    String[] command = {
      "gdbus",
      "call",
      "--session",
      "--dest=" + SAVER,
      "--object-path=/org/gnome/ScreenSaver",
      "--method=" + method
    };
    String[] all = java.util.Arrays.copyOf(command, command.length + arguments.length);
    System.arraycopy(arguments, 0, all, command.length, arguments.length);
    return rig.ask(all);
  }

  private void disturb(boolean please) {
    rig.ask(
        "xfconf-query",
        "--channel",
        "xfce4-notifyd",
        "--property",
        "/do-not-disturb",
        "--create",
        "--type",
        "bool",
        "--set",
        Boolean.toString(!please));
  }

  private void fullScreen(String what) {
    rig.ask("wmctrl", "-r", "film", "-b", what + ",fullscreen");
  }
}
