package app.respite.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Tray;
import app.respite.desktop.Rig;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Served;
import app.respite.desktop.linux.bus.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With lists of icons that do what real panels hardly ever do. */
@Tag("desktop")
class WatcherTest {
  private static final String KDE = "org.kde.StatusNotifierWatcher";
  private static final String FREEDESKTOP = "org.freedesktop.StatusNotifierWatcher";
  private static final String PATH = "/StatusNotifierWatcher";
  private static final String NO_PANEL = "no panel with a tray is running";
  private static final Duration SECONDS = Duration.ofSeconds(5);

  /** A list of icons under test's control. */
  private static final class Watcher implements Served {
    final List<String> registered = new CopyOnWriteArrayList<>();
    volatile int refusals;
    volatile boolean host = true;

    @Override
    public @Nullable Body answer(Incoming call) {
      return switch (call.member()) {
        case "RegisterStatusNotifierItem" -> {
          if (refusals-- > 0) {
            throw new IllegalStateException("not yet");
          }
          registered.add(call.interfaceName() + " " + call.body().text(0, ""));
          yield Body.NONE;
        }
        case "Get" -> Body.of("v", Variant.of(host));
        default -> null;
      };
    }
  }

  @TempDir Path folder;
  private Rig rig;
  private Bus bus;
  private Bus panels;
  private final Heard heard = new Heard();
  private final Watcher watcher = new Watcher();
  private Tray tray;

  @BeforeEach
  void aBus() {
    rig = new Rig(folder);
    rig.sessionBus();
    bus = Bus.session(rig.environment());
    panels = Bus.session(rig.environment());
    panels.serve(PATH, watcher);
    tray = works(Map.of()).port();
  }

  @AfterEach
  void end() {
    tray.close();
    bus.close();
    panels.close();
    rig.close();
  }

  private Answer.Works<Tray> works(Map<String, String> environment) {
    return (Answer.Works<Tray>) new StatusNotifier(bus, environment).probe();
  }

  private void own(String name) {
    own(panels, name);
  }

  private static void own(Bus by, String name) {
    assertThat(by.ask(Call.toBus("RequestName", Body.of("su", name, 0)), SECONDS))
        .isInstanceOf(Reply.Answer.class);
  }

  @Test
  void whatIsMissingIsSaidByTheProbe() {
    assertThat(works(Map.of()).note()).isEqualTo(NO_PANEL + "; the icon comes when one is");
    assertThat(works(Map.of("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")).note())
        .isEqualTo(
            "GNOME shows tray icons only with the extension AppIndicator and"
                + " KStatusNotifierItem Support; the icon comes when it is on");
    own(FREEDESKTOP);
    assertThat(works(Map.of()).note()).isEmpty();
  }

  @Test
  void theNewerNameDoesWhereTheOlderHasNoOwner() {
    own(FREEDESKTOP);
    tray.start(Views.work(12), heard);
    rig.until("it is on show", () -> heard.endsWith("on show"));
    assertThat(watcher.registered)
        .containsExactly(
            "%s org.kde.StatusNotifierItem-%d-1"
                .formatted(FREEDESKTOP, ProcessHandle.current().pid()));
    own(KDE);
    // The same list by its other name; offering the icon twice could show it twice.
    settle();
    assertThat(watcher.registered).hasSize(1);
  }

  private void settle() {
    panels.ask(Call.toBus("GetId", Body.NONE), SECONDS);
    bus.ask(Call.toBus("GetId", Body.NONE), SECONDS);
    panels.ask(Call.toBus("GetId", Body.NONE), SECONDS);
  }

  @Test
  void theOlderNameIsPreferredWhenAnotherListComesByIt() {
    own(FREEDESKTOP);
    tray.start(Views.work(12), heard);
    rig.until("it is on show", () -> heard.endsWith("on show"));
    try (Bus others = Bus.session(rig.environment())) {
      Watcher older = new Watcher();
      others.serve(PATH, older);
      own(others, KDE);
      rig.until("it is told of the icon", () -> older.registered.size() == 1);
    }
    rig.until("then the first one is again", () -> watcher.registered.size() == 2);
  }

  @Test
  void aListThatIsNotReadyIsAskedAgain() {
    watcher.refusals = 1;
    own(KDE);
    tray.start(Views.work(12), heard);
    rig.until("it is on show", () -> heard.endsWith("on show"));
    assertThat(heard.all.getFirst()).startsWith("the panel does not take the icon, ");
  }

  @Test
  void aListWithoutAPanelThatShowsItIsNoTray() {
    watcher.host = false;
    own(KDE);
    tray.start(Views.work(12), heard);
    rig.until("that is told", () -> heard.endsWith(NO_PANEL));
    watcher.host = true;
    panels.emit(PATH, KDE, "StatusNotifierHostRegistered", Body.NONE);
    rig.until("it is on show", () -> heard.endsWith("on show"));
  }

  @Test
  void twoTraysOneAfterTheOtherAreBothTaken() {
    own(KDE);
    tray.start(Views.work(12), heard);
    rig.until("the first is on show", () -> heard.count("on show") == 1);
    tray.close();
    tray = works(Map.of()).port();
    tray.start(Views.work(12), heard);
    rig.until("the second is on show", () -> heard.count("on show") == 2);
  }

  @Test
  void nonsenseFromAPanelIsAnsweredWithAnErrorAndHurtsNobody() {
    own(KDE);
    tray.start(Views.work(12), heard);
    rig.until("it is on show", () -> heard.endsWith("on show"));
    for (Body body :
        List.of(
            Body.NONE,
            Body.of("s", "x"),
            Body.of("iias", 99, -1, List.of()),
            Body.of("i", Integer.MIN_VALUE),
            Body.of("isvu", 1, "clicked", Variant.of("x"), 0),
            Body.of("a(isvu)", List.of(List.of(77, "clicked", Variant.of("x"), 0))),
            Body.of("ai", List.of(77, 78)))) {
      for (String member :
          List.of(
              "GetLayout",
              "GetGroupProperties",
              "GetProperty",
              "Event",
              "EventGroup",
              "AboutToShow",
              "AboutToShowGroup",
              "Get",
              "GetAll",
              "Unknown")) {
        Reply reply =
            panels.ask(
                Call.of(
                    "org.kde.StatusNotifierItem-%d-1".formatted(ProcessHandle.current().pid()),
                    "/MenuBar",
                    "com.canonical.dbusmenu",
                    member,
                    body),
                SECONDS);
        assertThat(reply)
            .as("%s%s", member, body)
            .satisfiesAnyOf(
                answered -> assertThat(answered).isInstanceOf(Reply.Answer.class),
                refused ->
                    assertThat(((Reply.Failed) refused).error())
                        .startsWith("org.freedesktop.DBus.Error."));
      }
    }
    assertThat(heard.all).noneMatch(line -> line.startsWith("chosen"));
  }
}
