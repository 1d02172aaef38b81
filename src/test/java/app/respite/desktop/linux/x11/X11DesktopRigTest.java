package app.respite.desktop.linux.x11;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Shortcuts.Shortcut;
import app.respite.desktop.Rig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full screen, focus and keys on a real X server with real window managers and windows. */
@Tag("desktop")
class X11DesktopRigTest {
  @TempDir Path folder;
  private Rig rig;
  private X11 x11;

  @BeforeEach
  void screen() {
    Rig.need("Xvfb", "xdotool", "wmctrl", "xterm", "xprop");
    rig = new Rig(folder);
    rig.screen(800, 600);
    // Without one, window managers start a bus of their own that outlives them.
    rig.sessionBus();
    x11 = new X11(rig.environment(), line -> {});
  }

  @AfterEach
  void end() {
    x11.close();
    rig.close();
  }

  private static <T> T works(Candidate<T> candidate) {
    Answer<T> answer = candidate.probe();
    assertThat(answer).isInstanceOf(Answer.Works.class);
    return ((Answer.Works<T>) answer).port();
  }

  private void manager(String name) {
    Rig.need(name);
    if (name.equals("xfwm4")) {
      rig.run(name, name, "--compositor=off");
    } else {
      rig.run(name, name);
    }
    rig.until(name + " manages", () -> rig.ask("wmctrl", "-m").startsWith("Name:"));
  }

  /**
   * A terminal that has the keyboard when this returns. It is nobody's child, for a child of this
   * process would count as a face of Respite; it ends with its X server.
   */
  private void terminal(String title, String... more) {
    String command = "setsid xterm -T " + title + " " + String.join(" ", more) + " &";
    rig.run(title, "sh", "-c", command);
    // A number may be used again, so that the name alone proves nothing.
    rig.until(
        title + " is active",
        () -> rig.ask("wmctrl", "-l").contains(title) && active().equals(title));
  }

  private String active() {
    return rig.ask("xdotool", "getactivewindow", "getwindowname");
  }

  private void fullScreen(String title, boolean on) {
    rig.ask("wmctrl", "-r", title, "-b", (on ? "add" : "remove") + ",fullscreen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xfwm4", "openbox"})
  void aWindowInFullScreenIsToldAndItsEndByWhateverWay(String manager) {
    manager(manager);
    Heard heard = new Heard();
    try (Sense sense = works(x11.fullScreen())) {
      sense.start(heard);
      rig.until("none at first", () -> heard.last().equals(new Sensed.FullScreen(false)));

      terminal("first");
      fullScreen("first", true);
      rig.until("full", () -> heard.last().equals(new Sensed.FullScreen(true)));
      fullScreen("first", false);
      rig.until("not full", () -> heard.last().equals(new Sensed.FullScreen(false)));

      fullScreen("first", true);
      rig.until("full again", () -> heard.last().equals(new Sensed.FullScreen(true)));
      rig.ask("xdotool", "getactivewindow", "windowkill");
      rig.until("killed", () -> heard.last().equals(new Sensed.FullScreen(false)));

      terminal("second");
      fullScreen("second", true);
      rig.until("the second", () -> heard.last().equals(new Sensed.FullScreen(true)));
      terminal("ours", "-class Respite -fullscreen");
      rig.until("ours in front", () -> heard.last().equals(new Sensed.FullScreen(false)));
      rig.ask("xdotool", "getactivewindow", "windowkill");
      rig.until("ours gone", () -> heard.last().equals(new Sensed.FullScreen(true)));
    }
    assertThat(heard.count(Sensed.FullScreen.class)).as("each change once").isEqualTo(8);
  }

  @Test
  void aFullScreenWindowIsToldOfAlsoWhenTheSenseBeginsLater() {
    manager("openbox");
    terminal("film", "-fullscreen");
    rig.until(
        "full",
        () -> rig.ask("sh", "-c", "xprop -id $(xdotool getactivewindow)").contains("FULLSCREEN"));
    Heard heard = new Heard();
    try (Sense sense = works(x11.fullScreen())) {
      sense.start(heard);
      rig.until("full", () -> heard.last().equals(new Sensed.FullScreen(true)));
    }
    assertThat(heard.all()).hasSize(1);
  }

  @Test
  void withoutAWindowManagerNothingIsFullScreenUntilOneComes() {
    Candidate<Sense> candidate = x11.fullScreen();
    assertThat(((Answer.Works<Sense>) candidate.probe()).note()).contains("no window manager");
    Heard heard = new Heard();
    try (Sense sense = works(candidate)) {
      sense.start(heard);
      rig.until("none", () -> heard.last().equals(new Sensed.FullScreen(false)));
      manager("openbox");
      terminal("film", "-fullscreen");
      rig.until("full", () -> heard.last().equals(new Sensed.FullScreen(true)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xfwm4", "openbox"})
  void theKeyboardGoesBackToTheWindowThatHadIt(String manager) {
    manager(manager);
    terminal("editor");
    try (FocusKeeper focus = works(x11.focus())) {
      focus.remember();
      rig.run("view", "xterm", "-T", "view", "-class", "Respite");
      focus.giveBack();
      rig.until("the view is there", () -> rig.ask("wmctrl", "-l").contains("view"));
      focus.giveBack();
      rig.until("the editor has it again", () -> active().equals("editor"));
    }
  }

  @Test
  void theKeyboardIsNotTakenFromAWindowTheUserWentTo() {
    manager("openbox");
    terminal("editor");
    try (FocusKeeper focus = works(x11.focus())) {
      focus.remember();
      terminal("elsewhere");
      focus.giveBack();
      rig.until("it gave up", () -> threads("respite-x11-focus") == 0);
      assertThat(active()).isEqualTo("elsewhere");
    }
  }

  @Test
  void aWindowThatIsGoneIsLeftInPeace() {
    manager("openbox");
    terminal("editor");
    try (FocusKeeper focus = works(x11.focus())) {
      focus.remember();
      rig.ask("xdotool", "getactivewindow", "windowkill");
      terminal("view", "-class Respite");
      focus.giveBack();
      rig.until("it gave up", () -> threads("respite-x11-focus") == 0);
      assertThat(active()).isEqualTo("view");
    }
  }

  @Test
  void withoutAWindowManagerTheServerGivesTheKeyboardBack() {
    rig.run("editor", "xterm", "-T", "editor");
    rig.run("view", "xterm", "-T", "view");
    focusWithoutManager("editor");
    try (FocusKeeper focus = works(x11.focus())) {
      focus.remember();
      focusWithoutManager("view");
      focus.giveBack();
      rig.until("given back", () -> rig.ask("xdotool", "getwindowfocus").equals(id("editor")));
    }
  }

  private void focusWithoutManager(String title) {
    rig.until(
        title + " has the keyboard",
        () -> {
          rig.ask("xdotool", "windowfocus", id(title));
          return !id(title).isEmpty() && rig.ask("xdotool", "getwindowfocus").equals(id(title));
        });
  }

  private String id(String title) {
    return rig.ask("xdotool", "search", "--onlyvisible", "--name", title)
        .lines()
        .findFirst()
        .orElse("");
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }

  private static List<Shortcut> tired(String keys) {
    return List.of(new Shortcut("tired", "I'm tired", keys));
  }

  @Test
  void aKeyIsHeardOfWhateverTheLockKeysSayAndOnceHoweverLongItIsHeld() {
    manager("openbox");
    terminal("editor");
    List<String> pressed = new CopyOnWriteArrayList<>();
    List<String> refused = new CopyOnWriteArrayList<>();
    try (Shortcuts shortcuts = works(x11.shortcuts())) {
      shortcuts.start(
          List.of(
              new Shortcut("tired", "I'm tired", "Ctrl+Alt+T"),
              new Shortcut("break", "Break", "Ctrl+Shift+F9"),
              new Shortcut("none", "None", "Ctrl+F35"),
              new Shortcut("plain", "Plain", "Shift+A")),
          pressed::add,
          refused::add);
      rig.until("refused", () -> refused.size() == 2);
      assertThat(refused).containsExactlyInAnyOrder("none", "plain");

      rig.ask("xdotool", "key", "ctrl+alt+t");
      rig.until("pressed", () -> pressed.equals(List.of("tired")));
      rig.ask("xdotool", "key", "Num_Lock", "key", "Caps_Lock");
      rig.ask("xdotool", "key", "ctrl+shift+F9");
      rig.until("with both locks", () -> pressed.equals(List.of("tired", "break")));
      rig.ask("xdotool", "key", "Num_Lock", "key", "Caps_Lock");

      rig.ask("xset", "r", "rate", "200", "50");
      rig.ask(
          "sh",
          "-c",
          "xdotool keydown ctrl keydown alt keydown t sleep 1 keyup t keyup alt keyup ctrl");
      rig.ask("xdotool", "key", "ctrl+shift+F9");
      rig.until("after it", () -> pressed.getLast().equals("break") && pressed.size() > 2);
      assertThat(pressed).containsExactly("tired", "break", "tired", "break");

      rig.ask("xdotool", "key", "ctrl+alt+shift+t", "key", "alt+t", "key", "t");
      shortcuts.start(tired("Super+5"), pressed::add, refused::add);
      rig.ask("xdotool", "key", "ctrl+alt+t");
      rig.until(
          "the new key",
          () -> {
            rig.ask("xdotool", "key", "super+5");
            return pressed.size() > 4;
          });
      assertThat(pressed.subList(0, 5))
          .containsExactly("tired", "break", "tired", "break", "tired");
    }
    int before = pressed.size();
    rig.ask("xdotool", "key", "super+5");
    try (X11 other = new X11(rig.environment(), line -> {})) {
      List<String> heard = new CopyOnWriteArrayList<>();
      try (Shortcuts free = works(other.shortcuts())) {
        free.start(tired("Super+5"), heard::add, refused::add);
        rig.until(
            "the key is free",
            () -> {
              rig.ask("xdotool", "key", "super+5");
              return !heard.isEmpty();
            });
      }
    }
    assertThat(pressed).hasSize(before);
    assertThat(refused).hasSize(2);
  }

  @Test
  void aKeyThatIsTakenIsRefusedAndLeftToItsOwner() {
    List<String> first = new CopyOnWriteArrayList<>();
    List<String> second = new CopyOnWriteArrayList<>();
    List<String> refused = new CopyOnWriteArrayList<>();
    try (Shortcuts owner = works(x11.shortcuts());
        X11 other = new X11(rig.environment(), line -> {});
        Shortcuts late = works(other.shortcuts())) {
      owner.start(tired("Ctrl+Alt+T"), first::add, refused::add);
      rig.until(
          "the first has it",
          () -> {
            rig.ask("xdotool", "key", "ctrl+alt+t");
            return !first.isEmpty();
          });
      late.start(tired("Ctrl+Alt+T"), second::add, refused::add);
      rig.until("refused", () -> refused.equals(List.of("tired")));
      int before = first.size();
      rig.ask("xdotool", "key", "ctrl+alt+t");
      rig.until("still its owner's", () -> first.size() == before + 1);
      assertThat(second).isEmpty();
    }
  }

  @Test
  void keysAreFoundAgainWhenTheLayoutChanges() {
    Rig.need("setxkbmap");
    List<String> pressed = new CopyOnWriteArrayList<>();
    try (Shortcuts shortcuts = works(x11.shortcuts())) {
      shortcuts.start(tired("Ctrl+Alt+Z"), pressed::add, refused -> {});
      rig.until(
          "heard",
          () -> {
            rig.ask("xdotool", "key", "ctrl+alt+z");
            return !pressed.isEmpty();
          });
      rig.ask("setxkbmap", "de");
      int before = pressed.size();
      rig.until(
          "heard where Z is now",
          () -> {
            rig.ask("xdotool", "key", "--clearmodifiers", "ctrl+alt+z");
            return pressed.size() > before;
          });
    }
  }

  @Test
  void aServerThatAsksForACookieIsShownTheOneOfTheSession() {
    Rig.need("xauth");
    Path number = folder.resolve("locked-display");
    Path cookies = folder.resolve("cookies");
    rig.ask(
        "xauth", "-f", cookies.toString(), "add", ":99", ".", "00112233445566778899aabbccddeeff");
    rig.run(
        "locked",
        "sh",
        "-c",
        "exec Xvfb -displayfd 3 -auth %s -noreset -nolisten tcp 3>%s".formatted(cookies, number));
    rig.until("it is there", () -> java.nio.file.Files.exists(number) && !read(number).isEmpty());
    java.util.Map<String, String> environment = new java.util.HashMap<>(rig.environment());
    environment.put("DISPLAY", ":" + read(number));
    try (X11 without = new X11(environment, line -> {})) {
      Answer<Sense> answer = without.idleCounter().probe();
      assertThat(answer).isInstanceOf(Answer.Missing.class);
      assertThat(((Answer.Missing<Sense>) answer).why())
          .startsWith("the X server refuses: ")
          .isPrintable();
      assertThat(((Answer.Missing<Sense>) answer).remedy()).contains("XAUTHORITY");
    }
    Path own = folder.resolve("home").resolve(".Xauthority");
    rig.ask("xauth", "-f", own.toString(), "add", ":98", ".", "ffffffffffffffffffffffffffffffff");
    rig.ask(
        "xauth",
        "-f",
        own.toString(),
        "add",
        ":" + read(number),
        ".",
        "00112233445566778899aabbccddeeff");
    try (X11 with = new X11(environment, line -> {})) {
      assertThat(with.idleCounter().probe()).isInstanceOf(Answer.Works.class);
    }
    environment.put("HOME", "/nowhere");
    environment.put("XAUTHORITY", own.toString());
    try (X11 with = new X11(environment, line -> {})) {
      assertThat(with.idleCounter().probe()).isInstanceOf(Answer.Works.class);
    }
  }

  private static String read(Path file) {
    try {
      return java.nio.file.Files.readString(file).strip();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @Test
  void aConnectionThatWasLostIsOpenedAgainByTheNextLook() {
    List<String> log = new CopyOnWriteArrayList<>();
    List<String> pressed = new CopyOnWriteArrayList<>();
    try (X11 own = new X11(rig.environment(), log::add);
        Shortcuts shortcuts = works(own.shortcuts())) {
      shortcuts.start(tired("Ctrl+Alt+T"), pressed::add, id -> {});
      X11Connection connection = open(own);
      connection.end("ended by the test");
      rig.until("rests", () -> log.contains("The shortcuts rest: ended by the test"));
      assertThat(own.idleCounter().probe()).isInstanceOf(Answer.Works.class);
      rig.until(
          "heard again",
          () -> {
            rig.ask("xdotool", "key", "ctrl+alt+t");
            return !pressed.isEmpty();
          });
    }
  }

  private static X11Connection open(X11 x11) {
    try {
      return x11.open();
    } catch (X11Exception missing) {
      throw new AssertionError(missing);
    }
  }
}
