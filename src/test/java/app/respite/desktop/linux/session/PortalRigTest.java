package app.respite.desktop.linux.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Shortcuts.Shortcut;
import app.respite.desktop.Rig;
import app.respite.desktop.linux.bus.Bus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shortcuts, by a stand-in for the desktop's portal. */
@Tag("desktop")
class PortalRigTest {
  private static final Shortcut TIRED = new Shortcut("tired", "I am tired", "Ctrl+Alt+T");
  private static final Shortcut TAKEN = new Shortcut("taken", "Taken", "Super+X");
  private static final Shortcut PAUSE = new Shortcut("pause", "Pause", "Ctrl+Shift+F5");

  @TempDir Path folder;
  private Rig rig;
  private Bus bus;
  private Process portal;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aPortal() throws IOException {
    rig = new Rig(folder);
    Parts.sessionBusWithout(rig);
    bus = Bus.session(rig.environment());
    try (InputStream template = requireNonNull(getClass().getResourceAsStream("portal.py"))) {
      Files.copy(template, folder.resolve("portal.py"));
    }
  }

  @AfterEach
  void end() {
    bus.close();
    rig.close();
  }

  private void portal() {
    portal =
        Parts.mock(
            rig, "portal", "--session", "--template", folder.resolve("portal.py").toString());
    rig.until("the portal is there", () -> BusQueries.isOwned(bus, Portal.NAME));
  }

  private void start(Shortcuts shortcuts, Shortcut... wanted) {
    shortcuts.start(
        List.of(wanted), id -> heard.add("pressed " + id), id -> heard.add("refused " + id));
  }

  @Test
  void shortcutsAreBoundAndPressedAndWhatIsTakenIsRefused() {
    portal();
    try (Shortcuts shortcuts = shortcuts()) {
      start(shortcuts, TIRED, TAKEN, PAUSE);
      rig.until("one is refused", () -> heard.equals(List.of("refused taken")));
      assertThat(Files.exists(folder.resolve("portal.log"))).isTrue();
      press("pause");
      press("unknown");
      press("tired");
      rig.until("two are pressed", () -> heard.size() == 3);
      assertThat(heard).containsExactly("refused taken", "pressed pause", "pressed tired");
      assertThat(rig.logs())
          .contains("CTRL+ALT+t")
          .contains("CTRL+SHIFT+F5")
          .contains("I am tired");
    }
  }

  @Test
  void anotherListTakesThePlaceOfTheFirst() {
    portal();
    try (Shortcuts shortcuts = shortcuts()) {
      start(shortcuts, TIRED);
      rig.until(
          "the first is bound",
          () -> {
            press("tired");
            return heard.contains("pressed tired");
          });
      start(shortcuts, PAUSE);
      heard.clear();
      rig.until(
          "the second is bound",
          () -> {
            press("pause");
            return heard.contains("pressed pause");
          });
      heard.clear();
      press("tired");
      press("pause");
      rig.until("only the second counts", () -> heard.equals(List.of("pressed pause")));
      rig.until("the first session was closed", () -> rig.logs().contains("Close"));
    }
  }

  @Test
  void aUserWhoSaysNoRefusesAll() {
    portal();
    call(Portal.SHORTCUTS + ".Answer", "1");
    try (Shortcuts shortcuts = shortcuts()) {
      start(shortcuts, TIRED, PAUSE);
      rig.until("refused", () -> heard.equals(List.of("refused tired", "refused pause")));
    }
  }

  @Test
  void aPortalThatIsRestartedOrComesLateIsAskedAgain() {
    try (Shortcuts shortcuts = new PortalShortcuts(bus)) {
      start(shortcuts, TIRED);
      rig.until("none there", () -> heard.equals(List.of("refused tired")));
      for (int i = 0; i < 2; i++) {
        portal();
        heard.clear();
        rig.until(
            "bound",
            () -> {
              press("tired");
              return heard.contains("pressed tired");
            });
        portal.destroy();
        rig.until("gone", () -> !BusQueries.isOwned(bus, Portal.NAME));
      }
    }
  }

  @Test
  void withoutAPortalItIsSaidHowToDoWithout() {
    assertThat(LinuxSession.shortcuts(bus).getFirst().probe())
        .isEqualTo(
            new Answer.Missing<Shortcuts>(
                "the desktop has no portal for shortcuts",
                "set shortcuts in the desktop's own settings, such as \"respite tired\""));
  }

  private Shortcuts shortcuts() {
    return ((Answer.Works<Shortcuts>) LinuxSession.shortcuts(bus).getFirst().probe()).port();
  }

  private void press(String id) {
    call(Portal.SHORTCUTS + ".Press", id);
  }

  private void call(String method, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gdbus",
                "call",
                "--session",
                "--dest=" + Portal.NAME,
                "--object-path=" + Portal.PATH,
                "--method=" + method));
    command.addAll(List.of(arguments));
    rig.ask(command.toArray(String[]::new));
  }
}
