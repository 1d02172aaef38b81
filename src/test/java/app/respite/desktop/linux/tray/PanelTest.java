package app.respite.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.coach.port.desktop.TrayView.Kind;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Subscription;
import app.respite.desktop.linux.tray.PanelRig.Place;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In real panels, pressed with a real pointer. */
@Tag("desktop")
class PanelTest {
  @TempDir Path folder;
  private PanelRig panel;
  private Bus bus;
  private Tray tray;
  private final Heard heard = new Heard();

  @BeforeEach
  void aDesktop() {
    panel = new PanelRig(folder);
    bus = Bus.session(panel.rig.environment());
    bus.log(line -> heard.all.add("log " + line));
    tray = tray();
    tray.log(line -> heard.all.add("log " + line));
  }

  @AfterEach
  void end() {
    tray.close();
    bus.close();
    panel.close();
  }

  private Tray tray() {
    Answer<Tray> answer = new StatusNotifier(bus, panel.rig.environment()).probe();
    assertThat(answer).isInstanceOf(Answer.Works.class);
    return ((Answer.Works<Tray>) answer).port();
  }

  private void onShow() {
    tray.start(Views.work(Icon.STEPS), heard);
    panel.rig.until("it is on show", () -> heard.endsWith("on show"));
    try {
      panel.untilIconIsThere();
    } finally {
      panel.rig.picture("on-show");
    }
  }

  @Test
  void theIconIsThereAndItsRingMovesAndChangesItsShape() {
    panel.xfce(false);
    onShow();
    for (Kind kind : Kind.values()) {
      for (int step : new int[] {18, 6}) {
        String before = panel.pixels();
        tray.show(Views.view(kind, step, Views.longMenu()));
        if (kind != Kind.OFF || step == 18) {
          panel.rig.until("the icon has changed", 5, () -> !panel.pixels().equals(before));
        }
      }
      panel.rig.picture("tray-light-" + kind);
    }
  }

  @Test
  void theRingShowsOnADarkPanelToo() {
    panel.xfce(true);
    onShow();
    for (Kind kind : Kind.values()) {
      String before = panel.pixels();
      tray.show(Views.view(kind, 16, Views.longMenu()));
      panel.rig.until("the icon has changed", 5, () -> !panel.pixels().equals(before));
      panel.rig.picture("tray-dark-" + kind);
    }
    panel.openMenu();
    panel.rig.picture("tray-dark-menu");
  }

  @Test
  void tooltipAndStatusCanBeReadByBothNames() {
    panel.xfce(false);
    onShow();
    for (String name :
        List.of("org.kde.StatusNotifierItem", "org.freedesktop.StatusNotifierItem")) {
      assertThat(property(name, "ToolTip"))
          .contains("'Boxes & <Cubes>', '24 min left, prompts held back: &lt;meeting&gt;'");
      assertThat(property(name, "Status")).contains("'Active'");
    }
    tray.show(Views.view(Kind.DUE, 3, Views.longMenu()));
    panel.rig.until(
        "it asks for attention",
        () -> property("org.kde.StatusNotifierItem", "Status").contains("'NeedsAttention'"));
    assertThat(property("org.kde.StatusNotifierItem", "AttentionIconPixmap")).contains("48, 48");
    panel.rig.ask("xdotool", "mousemove", "780", "16");
    panel.rig.until("the tooltip is there", () -> !panel.menus().isEmpty());
    panel.rig.picture("tray-tooltip");
  }

  private String property(String interfaceName, String name) {
    return panel.rig.ask(
        "gdbus",
        "call",
        "--session",
        "--dest",
        "org.kde.StatusNotifierItem-%d-1".formatted(ProcessHandle.current().pid()),
        "--object-path",
        "/StatusNotifierItem",
        "--method",
        "org.freedesktop.DBus.Properties.Get",
        interfaceName,
        name);
  }

  @Test
  void aLeftClickIsAPress() {
    panel.xfce(false);
    onShow();
    panel.click(1);
    panel.rig.until("it is told", () -> heard.endsWith("pressed"));
  }

  @Test
  void eachKindOfEntryOfXfcesMenuDoesWhatItSays() {
    panel.xfce(false);
    onShow();
    everyEntry();
  }

  @Test
  void eachKindOfEntryOfLxqtsMenuDoesWhatItSays() {
    panel.lxqt();
    onShow();
    everyEntry();
    panel.rig.until("no menu is open", () -> panel.menus().isEmpty());
    panel.click(1);
    panel.rig.until("a left click is a press", () -> heard.endsWith("pressed"));
    panel.rig.picture("tray-lxqt");
  }

  private void everyEntry() {
    Place menu = panel.openMenu();
    assertThat(heard.all).contains("opening");
    panel.rig.picture("tray-menu");
    panel.clickEntry(menu, Views.PAUSE, Views.ENTRIES);
    panel.rig.until("a choice is told", () -> heard.endsWith("chosen pause"));
    menu = panel.openMenu();
    String mark = panel.mark(menu, Views.QUIET, Views.ENTRIES);
    panel.clickEntry(menu, Views.QUIET, Views.ENTRIES);
    panel.rig.until("a switch is told", () -> heard.endsWith("chosen quiet"));
    menu = panel.openMenu();
    assertThat(panel.mark(menu, Views.QUIET, Views.ENTRIES))
        .as("the mark stays as the view says")
        .isEqualTo(mark);
    panel.clickEntry(menu, Views.SKIP, Views.ENTRIES);
    panel.clickEntry(menu, Views.MORE, Views.ENTRIES);
    panel.rig.until("the inner menu is open", () -> panel.menus().size() == 2);
    panel.rig.picture("tray-submenu");
    panel.clickEntry(panel.menus().getLast(), 1, 2);
    panel.rig.until("what lies in a group is told", () -> heard.endsWith("chosen quit"));
    assertThat(heard.all).doesNotContain("chosen skip");
  }

  @Test
  void aLabelChangesInPlaceWhileTheMenuIsOpen() {
    panel.xfce(false);
    onShow();
    List<String> signals = new CopyOnWriteArrayList<>();
    Bus other = Bus.session(panel.rig.environment());
    try (other;
        Subscription hearing =
            other.onSignal(
                new Match("", MenuObject.PATH, "", ""), signal -> signals.add(signal.member()))) {
      assertThat(hearing).isNotNull();
      panel.openMenu();
      String before = screen();
      tray.show(Views.work(Icon.STEPS, "Go on"));
      panel.rig.until("the label has changed", () -> !screen().equals(before));
      panel.rig.picture("tray-label-changed");
      panel.clickEntry(panel.menus().getFirst(), Views.PAUSE, Views.ENTRIES);
      panel.rig.until("it is still the same entry", () -> heard.endsWith("chosen pause"));
    }
    assertThat(signals).containsOnly("ItemsPropertiesUpdated");
  }

  private String screen() {
    return panel.rig.ask("import", "-window", "root", "-crop", "300x200+500+32", "txt:-");
  }

  /** While it is open, GTK puts the new entries in but does not make the menu longer. */
  @Test
  void entriesThatComeAreThereTheNextTimeTheMenuOpens() {
    panel.xfce(false);
    onShow();
    int height = panel.openMenu().height();
    panel.click(1);
    tray.show(Views.view(Kind.WORK, Icon.STEPS, Views.longMenu()));
    assertThat(panel.openMenu().height()).isGreaterThan(height);
    panel.rig.picture("tray-menu-long");
  }

  @Test
  void theIconIsBackAfterThePanelWasKilled() {
    panel.xfce(false);
    onShow();
    panel.killPanel();
    panel.rig.until("the end is told", () -> heard.endsWith("no panel with a tray is running"));
    tray.show(Views.view(Kind.REST, 12, Views.longMenu()));
    panel.xfce(false);
    panel.untilIconIsThere();
    panel.rig.until("it is on show again", () -> heard.endsWith("on show"));
    panel.rig.picture("tray-panel-again");
    panel.killPanel();
    panel.lxqt();
    panel.untilIconIsThere();
  }

  @Test
  void startedBeforeThePanelItAppearsWhenThePanelDoes() {
    tray.start(Views.work(12), heard);
    panel.rig.until(
        "that there is no panel is told", () -> heard.endsWith("no panel with a tray is running"));
    panel.xfce(false);
    panel.untilIconIsThere();
    assertThat(heard.all).containsExactly("no panel with a tray is running", "on show");
  }

  @Test
  void theIconIsBackAfterTheBusHasDied() {
    panel.xfce(false);
    onShow();
    panel.killBus();
    panel.rig.until("the end is told", () -> heard.all.getLast().startsWith("no session bus, "));
    tray.show(Views.view(Kind.REST, 12, Views.longMenu()));
    panel.newBus();
    panel.xfce(false);
    panel.rig.until("it is on show again", () -> heard.endsWith("on show"));
    panel.untilIconIsThere();
    panel.click(1);
    panel.rig.until("it is told", () -> heard.endsWith("pressed"));
  }

  @Test
  void aTrayThatIsClosedLeavesThePanelWhileTheBusLivesOn() {
    panel.xfce(false);
    onShow();
    tray.close();
    panel.untilIconIsGone();
    tray = tray();
    onShow();
  }

  @Test
  void manyUpdatesLeaveThreadsAndHeapAsTheyWere() {
    panel.xfce(false);
    onShow();
    updates(0);
    int threads = Thread.activeCount();
    long least = Long.MAX_VALUE;
    long before = heap();
    for (int round = 1; round <= 5; round++) {
      updates(round);
      long after = heap();
      least = Math.min(least, after - before);
      before = after;
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    // What else this process does comes and goes; what an update leaves grows with every round.
    assertThat(least).as("the least that 50 updates left").isLessThan(50_000);
    panel.untilIconIsThere();
  }

  private void updates(int round) {
    for (int update = 0; update < 50; update++) {
      tray.show(
          Views.view(
              Kind.values()[update % 5],
              update % 25,
              update % 2 == 0 ? Views.longMenu() : Views.menu(update, "Pause " + round)));
    }
    String last = "%d min left".formatted(1000 + round);
    tray.show(Views.work(1000 + round));
    panel.rig.until(
        "the last one is there",
        () -> property("org.kde.StatusNotifierItem", "ToolTip").contains(last));
  }

  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
