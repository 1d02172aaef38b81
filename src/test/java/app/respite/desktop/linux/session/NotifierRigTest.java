package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.Notifier.Button;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.desktop.Rig;
import app.respite.desktop.linux.bus.Bus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications on real services, with real clicks. */
@Tag("desktop")
class NotifierRigTest {
  @TempDir Path folder;
  private Rig rig;
  private Bus bus;
  private Notifier notifier;
  private final List<String> pressed = new CopyOnWriteArrayList<>();
  private final List<String> log = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aDesktop() {
    rig = new Rig(folder);
    rig.screen(800, 400);
    Parts.sessionBusWithout(rig);
    bus = Bus.session(rig.environment());
    notifier = new DesktopNotifier(bus, "", Duration.ofMillis(1), log::add);
  }

  @AfterEach
  void end() {
    notifier.close();
    bus.close();
    rig.close();
  }

  @Test
  void everyButtonThatIsClickedArrives() {
    Process service = xfce();
    start();
    assertThat(service.isAlive()).isTrue();
    List<Button> buttons =
        List.of(
            new Button("accept", "Take it"),
            new Button("postpone-300", "In 5 minutes"),
            new Button("postpone-600", "In 10 minutes"),
            new Button("postpone-900", "In 15 minutes"),
            new Button("skip", "Skip"));
    for (int i = 0; i < buttons.size(); i++) {
      notifier.show(
          new Notice(
              "prompt",
              "Time for a short break",
              "Round " + i,
              buttons,
              Urgency.NORMAL,
              Duration.ZERO));
      String window = window();
      rig.picture("notification-xfce-buttons");
      click(window, i, buttons.size());
      String expected = "prompt " + buttons.get(i).id();
      rig.until(expected, () -> pressed.contains(expected));
      rig.until("the notice is gone", () -> windows().isEmpty());
    }
    assertThat(pressed)
        .containsExactly(
            "prompt accept",
            "prompt postpone-300",
            "prompt postpone-600",
            "prompt postpone-900",
            "prompt skip");
    assertThat(log).isEmpty();
  }

  @Test
  void whatLooksLikeMarkupIsShownAsItIs() {
    xfce();
    start();
    notifier.show(due("<b>5</b> & 6 < 7 \"so\" it's &amp; <a href=\"x\">y</a>", Duration.ZERO));
    window();
    rig.picture("notification-xfce-markup");
    assertThat(log).isEmpty();
  }

  @Test
  void aSecondNoticeOfTheSameNameTakesTheFirstOnesPlace() {
    xfce();
    start();
    notifier.show(due("first", Duration.ZERO));
    String window = window();
    for (int i = 0; i < 20; i++) {
      notifier.show(due("changed " + i, Duration.ZERO));
    }
    notifier.show(
        new Notice(
            "prompt",
            "Last",
            "",
            List.of(new Button("only", "Only")),
            Urgency.QUIET,
            Duration.ZERO));
    notifier.show(
        new Notice("other", "Another", "beside it", List.of(), Urgency.NORMAL, Duration.ZERO));
    rig.until("two notices", () -> windows().size() == 2);
    rig.picture("notification-xfce-replaced");
    assertThat(windows()).contains(window);
    click(window, 0, 1);
    rig.until("the button of the last", () -> pressed.contains("prompt only"));
    notifier.withdraw("other");
    rig.until("all are gone", () -> windows().isEmpty());
    assertThat(log).isEmpty();
  }

  @Test
  void aNoticeGoesWhenItIsWithdrawnOrItsTimeIsOver() {
    xfce();
    start();
    notifier.show(due("withdrawn", Duration.ZERO));
    window();
    notifier.withdraw("prompt");
    rig.until("it is gone", () -> windows().isEmpty());
    notifier.show(due("for a second", Duration.ofSeconds(1)));
    window();
    rig.until("it is gone", () -> windows().isEmpty());
    assertThat(pressed).isEmpty();
  }

  @Test
  void aStandingNoticeComesBackWithTheService() {
    Process first = xfce();
    start();
    rig.until("buttons", notifier::showsButtons);
    notifier.show(due("standing", Duration.ZERO));
    notifier.show(
        new Notice("passing", "Passing", "", List.of(), Urgency.NORMAL, Duration.ofMinutes(5)));
    rig.until("two notices", () -> windows().size() == 2);
    first.destroyForcibly();
    rig.until("no buttons without a service", () -> !notifier.showsButtons());
    rig.until("no windows", () -> windows().isEmpty());
    Process second = xfce();
    rig.until("buttons again", notifier::showsButtons);
    String window = window();
    rig.picture("notification-xfce-restarted");
    click(window, 1, 3);
    rig.until("the press", () -> pressed.contains("prompt postpone"));
    rig.until("all are gone", () -> windows().isEmpty());
    assertThat(second.isAlive()).isTrue();
  }

  @Test
  void aNoticeWaitsForAServiceThatComesLate() {
    start();
    notifier.show(due("early", Duration.ZERO));
    notifier.show(
        new Notice("passing", "Passing", "", List.of(), Urgency.NORMAL, Duration.ofSeconds(9)));
    rig.until("what passes is given up", () -> !log.isEmpty());
    assertThat(notifier.showsButtons()).isFalse();
    xfce();
    click(window(), 0, 3);
    rig.until("the press", () -> pressed.contains("prompt accept"));
    rig.until("all are gone", () -> windows().isEmpty());
  }

  @Test
  void aServiceIsStartedWhereItStartsWhenItIsNeeded() {
    Parts.activate(rig, Notifications.NAME, Parts.xfceNotifications());
    start();
    rig.until("the service has started and shows buttons", notifier::showsButtons);
    notifier.show(due("woken", Duration.ZERO));
    rig.until("it is shown", () -> !owner().isEmpty());
    for (int i = 0; i < 2; i++) {
      String killed = owner();
      rig.ask("kill", "-9", killed);
      rig.until("it is back by itself", () -> !owner().isEmpty() && !owner().equals(killed));
    }
    click(window(), 2, 3);
    rig.until("the press", () -> pressed.contains("prompt skip"));
  }

  @Test
  void dunstShowsNoButtonsAndItsActionArrives() {
    Rig.need("dunst", "dunstctl", "dbus-send");
    Process dunst = rig.run("dunst", "dunst");
    start();
    rig.until("dunst is known", () -> BusQueries.isOwned(bus, Notifications.NAME));
    notifier.show(due("5 < 6 & \"so\" <i>on</i>", Duration.ZERO));
    rig.until("it is shown", () -> rig.ask("dunstctl", "count", "displayed").equals("1"));
    rig.picture("notification-dunst");
    assertThat(notifier.showsButtons()).isFalse();
    rig.ask("dunstctl", "action");
    rig.until("the press", () -> pressed.contains("prompt default"));
    dunst.destroyForcibly();
    xfce();
    rig.until("another service, with buttons", notifier::showsButtons);
    assertThat(log).isEmpty();
  }

  private Process xfce() {
    return rig.run("xfce4-notifyd", Parts.xfceNotifications());
  }

  private void start() {
    notifier.start((id, button) -> pressed.add(id + " " + button));
  }

  private static Notice due(String body, Duration timeout) {
    return new Notice(
        "prompt",
        "Break due",
        body,
        List.of(
            new Button("accept", "Start the break"),
            new Button("postpone", "In 5 minutes"),
            new Button("skip", "Skip")),
        Urgency.NORMAL,
        timeout);
  }

  /** The process whose notice is on the screen; empty for none. */
  private String owner() {
    List<String> all = windows();
    String owner = all.isEmpty() ? "" : rig.ask("xdotool", "getwindowpid", all.getFirst());
    return owner.chars().allMatch(Character::isDigit) ? owner : "";
  }

  private List<String> windows() {
    String found = rig.ask("xdotool", "search", "--onlyvisible", "--class", "xfce4-notifyd");
    return found.isEmpty() || found.contains("X Error") ? List.of() : List.of(found.split("\n"));
  }

  private String window() {
    Rig.need("xdotool");
    rig.until("a notice is on the screen", () -> !windows().isEmpty());
    return windows().getFirst();
  }

  /** Clicks on one of so many buttons, which share the width of the notice. */
  private void click(String window, int button, int of) {
    int width = 0;
    int height = 0;
    for (String line : rig.ask("xdotool", "getwindowgeometry", "--shell", window).split("\n")) {
      width = line.startsWith("WIDTH=") ? Integer.parseInt(line.substring(6)) : width;
      height = line.startsWith("HEIGHT=") ? Integer.parseInt(line.substring(7)) : height;
    }
    int x = width * (2 * button + 1) / (2 * of);
    rig.ask(
        "xdotool",
        "mousemove",
        "--sync",
        "--window",
        window,
        Integer.toString(x),
        Integer.toString(height - 30),
        "click",
        "1");
  }
}
