package app.respite.desktop.linux.tray;

import app.respite.desktop.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A screen with a real panel along its upper edge, whose tray is at the right end. */
public final class PanelRig implements AutoCloseable {
  private static final int WIDTH = 800;
  private static final int PANEL = 32;
  private static final Pattern WINDOW =
      Pattern.compile("X=(-?\\d+)\nY=(-?\\d+)\nWIDTH=(\\d+)\nHEIGHT=(\\d+)");

  /** A window's place on the screen. */
  public record Place(int x, int y, int width, int height) {}

  public final Rig rig;
  private Process bus;
  private Process panel;

  PanelRig(Path folder) {
    this(new Rig(folder), Rig::sessionBus);
  }

  /** A screen in a desktop that has nothing yet, with a session bus of the test's choice. */
  public PanelRig(Rig desktop, Function<Rig, Process> sessionBus) {
    Rig.need("xfwm4", "xfce4-panel", "xdotool", "import");
    rig = desktop;
    bus = sessionBus.apply(rig);
    rig.screen(WIDTH, 600);
    rig.run("wm", "xfwm4", "--compositor=off");
    panel = bus;
  }

  /** Starts XFCE's panel. */
  public void xfce(boolean dark) {
    write(
        "config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <channel name="xfce4-panel" version="1.0">
          <property name="configver" type="int" value="2"/>
          <property name="panels" type="array">
            <value type="int" value="1"/>
            <property name="dark-mode" type="bool" value="%s"/>
            <property name="panel-1" type="empty">
              <property name="position" type="string" value="p=6;x=0;y=0"/>
              <property name="position-locked" type="bool" value="true"/>
              <property name="length" type="uint" value="100"/>
              <property name="size" type="uint" value="%d"/>
              <property name="plugin-ids" type="array">
                <value type="int" value="1"/>
                <value type="int" value="2"/>
                <value type="int" value="3"/>
              </property>
            </property>
          </property>
          <property name="plugins" type="empty">
            <property name="plugin-1" type="string" value="tasklist"/>
            <property name="plugin-2" type="string" value="separator">
              <property name="expand" type="bool" value="true"/>
              <property name="style" type="uint" value="0"/>
            </property>
            <property name="plugin-3" type="string" value="systray"/>
          </property>
        </channel>
        """
            .formatted(dark, PANEL));
    panel = rig.run("panel", "xfce4-panel", "--disable-wm-check");
  }

  /** Starts LXQt's panel. */
  void lxqt() {
    Rig.need("lxqt-panel");
    write(
        "config/lxqt/panel.conf",
        """
        [General]
        __userfile__=true
        panels=panel1

        [panel1]
        alignment=-1
        desktop=0
        panelSize=%d
        iconSize=22
        plugins=taskbar, statusnotifier
        position=Top
        width=100
        width-percent=true

        [taskbar]
        alignment=Left
        type=taskbar

        [statusnotifier]
        alignment=Right
        type=statusnotifier
        """
            .formatted(PANEL));
    panel = rig.run("panel", "lxqt-panel");
  }

  private void write(String file, String text) {
    try {
      Path path = rig.folder().resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends the panel without a chance to say goodbye. */
  public void killPanel() {
    kill(panel);
  }

  /** Ends the bus, and so all that cannot live without it. */
  void killBus() {
    kill(bus);
    kill(panel);
  }

  void newBus() {
    bus = rig.sessionBus();
  }

  private void kill(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    rig.until("it is dead", () -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** The pixels of the tray, as text. */
  public String pixels() {
    return rig.ask(
        "import", "-window", "root", "-crop", "24x%d+%d+0".formatted(PANEL, WIDTH - 24), "txt:-");
  }

  /** How many different colours the tray shows; one or two where it is empty. */
  long colours() {
    return pixels()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.indexOf('#')))
        .distinct()
        .count();
  }

  /** Waits until the tray shows an icon. */
  public void untilIconIsThere() {
    rig.until("the icon is there", 5, () -> colours() > 8);
  }

  /** Waits until the tray shows none. */
  public void untilIconIsGone() {
    rig.until("the icon is gone", 5, () -> colours() < 6);
  }

  /** Clicks on the icon. */
  public void click(int button) {
    rig.ask(
        "xdotool",
        "mousemove",
        Integer.toString(WIDTH - 12),
        Integer.toString(PANEL / 2),
        "click",
        Integer.toString(button));
  }

  /** The menus that are open, the one that was opened first in front. */
  public List<Place> menus() {
    return WINDOW
        .matcher(
            rig.ask(
                "xdotool",
                "search",
                "--onlyvisible",
                "--class",
                "panel|wrapper",
                "getwindowgeometry",
                "--shell",
                "%@"))
        .results()
        .map(PanelRig::place)
        .filter(place -> place.y() >= PANEL - 2 && place.width() > 50 && place.height() > 20)
        .sorted((one, other) -> other.x() + other.width() - one.x() - one.width())
        .toList();
  }

  private static Place place(MatchResult found) {
    return new Place(
        Integer.parseInt(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)),
        Integer.parseInt(found.group(4)));
  }

  /** Opens the menu and waits until it stands. */
  public Place openMenu() {
    rig.until("no menu is open", () -> menus().isEmpty());
    click(3);
    rig.until("the menu is open", () -> menus().size() == 1);
    return menus().getFirst();
  }

  /** Clicks an entry of a menu whose entries are all of one height. */
  void clickEntry(Place menu, int at, int of) {
    rig.ask(
        "xdotool",
        "mousemove",
        Integer.toString(menu.x() + menu.width() / 2),
        Integer.toString(menu.y() + (2 * at + 1) * menu.height() / (2 * of)),
        "click",
        "1");
  }

  /** The pixels where an entry has its checkmark. */
  String mark(Place menu, int at, int of) {
    int height = menu.height() / of;
    return rig.ask(
        "import",
        "-window",
        "root",
        "-crop",
        "24x%d+%d+%d".formatted(height - 8, menu.x() + 3, menu.y() + at * height + 4),
        "txt:-");
  }

  @Override
  public void close() {
    rig.close();
  }
}
