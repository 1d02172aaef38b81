package app.respite.main;

import app.respite.desktop.linux.tray.PanelRig;
import app.respite.desktop.linux.tray.PanelRig.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The menu of the coach's icon in a real panel. What it says is read as the panel reads it; the
 * clicks are a real pointer's, on the rows that the panel has drawn.
 */
final class TrayMenu {
  private static final Pattern ENTRY = Pattern.compile("<\\((\\d+), \\{(.*?)\\}, @av \\[\\]\\)>");
  private static final Pattern LABEL =
      Pattern.compile("'label': <(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")>");

  /** The height of a line between rows, and of the frame around all, when a row's is one. */
  private static final double RULE = 0.04;

  private static final double FRAME = 0.32;

  /** One row more or less changes what seems to be a row's height by more than this share. */
  private static final double SAME = 0.02;

  /** A row; a rule has no label. */
  record Row(int id, String label, boolean rule, boolean enabled, boolean checked) {}

  private final PanelRig panel;
  private final long pid;
  private double rowHeight;

  TrayMenu(PanelRig panel, long pid) {
    this.panel = panel;
    this.pid = pid;
  }

  /** The rows of the menu. */
  List<Row> rows() {
    return rows(0);
  }

  private List<Row> rows(int parent) {
    String layout =
        panel.rig.ask(
            "gdbus",
            "call",
            "--session",
            "--dest",
            "org.kde.StatusNotifierItem-%d-1".formatted(pid),
            "--object-path",
            "/MenuBar",
            "--method",
            "com.canonical.dbusmenu.GetLayout",
            Integer.toString(parent),
            "1",
            "[]");
    List<Row> rows = new ArrayList<>();
    Matcher entry = ENTRY.matcher(layout);
    while (entry.find()) {
      String properties = entry.group(2);
      Matcher label = LABEL.matcher(properties);
      String text = !label.find() ? "" : label.group(1) != null ? label.group(1) : label.group(2);
      rows.add(
          new Row(
              Integer.parseInt(entry.group(1)),
              text,
              properties.contains("separator"),
              !properties.contains("'enabled': <false>"),
              properties.contains("'toggle-state': <1>")));
    }
    return rows;
  }

  /** The labels of the rows that can be chosen, groups included. */
  List<String> choices() {
    return rows().stream().filter(row -> !row.rule() && row.enabled()).map(Row::label).toList();
  }

  /** The labels of the rows of a group. */
  List<String> choices(String group) {
    return rows(row(rows(), group).id()).stream()
        .filter(row -> !row.rule() && row.enabled())
        .map(Row::label)
        .toList();
  }

  /** What the first rows say, which cannot be chosen. */
  List<String> lines() {
    return rows().stream().takeWhile(row -> !row.rule()).map(Row::label).toList();
  }

  private static Row row(List<Row> rows, String label) {
    return rows.stream()
        .filter(row -> row.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + label + " in " + rows));
  }

  /** Opens the menu and clicks on a row. */
  void choose(String label) {
    chosen(menu -> click(menu, rows(), label));
  }

  /** Opens the menu and a group in it, and clicks on a row of that. */
  void choose(String group, String label) {
    chosen(
        menu -> {
          List<Row> rows = rows();
          click(menu, rows, group);
          panel.rig.until("the group is open", () -> panel.menus().size() == 2);
          click(panel.menus().getLast(), rows(row(rows, group).id()), label);
        });
  }

  /**
   * A panel draws the menu as it has heard of it, which may be what it was a moment ago; such a
   * menu is put away and opened once more.
   */
  private void chosen(Consumer<Place> click) {
    Place menu = panel.openMenu();
    for (int more = 5; !isDrawn(menu, rows()) && more > 0; more--) {
      panel.rig.ask("xdotool", "key", "Escape");
      menu = panel.openMenu();
    }
    click.accept(menu);
    try {
      panel.rig.until("the menu is closed", () -> panel.menus().isEmpty());
    } catch (AssertionError stuck) {
      panel.rig.picture("e2e-tray-stuck");
      throw stuck;
    }
  }

  private boolean isDrawn(Place menu, List<Row> rows) {
    double height = menu.height() / heights(rows);
    if (rowHeight == 0) {
      rowHeight = height;
    }
    return Math.abs(height / rowHeight - 1) < SAME;
  }

  private static double heights(List<Row> rows) {
    return FRAME + rows.stream().mapToDouble(row -> row.rule() ? RULE : 1).sum();
  }

  private void click(Place menu, List<Row> rows, String label) {
    int at = rows.indexOf(row(rows, label));
    double above = heights(rows.subList(0, at)) - FRAME / 2;
    long y = Math.round((above + 0.5) * menu.height() / heights(rows));
    panel.rig.ask(
        "xdotool",
        "mousemove",
        Integer.toString(menu.x() + menu.width() / 2),
        Long.toString(menu.y() + y),
        "click",
        "1");
  }
}
