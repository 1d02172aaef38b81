package app.respite.main;

import app.respite.desktop.linux.tray.PanelRig;
import app.respite.desktop.linux.tray.PanelRig.Place;
import java.util.ArrayList;
import java.util.List;
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

  /** A drawn line between rows is this much lower than a row, and so is the frame around all. */
  private static final double RULE = 0.36;

  private static final double FRAME = 0.16;

  /** A row; a rule has no label. */
  record Row(int id, String label, boolean rule, boolean enabled, boolean checked) {}

  private final PanelRig panel;
  private final long pid;

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
    Place menu = panel.openMenu();
    click(menu, rows(), label);
    panel.rig.until("the menu is closed", () -> panel.menus().isEmpty());
  }

  /** Opens the menu and a group in it, and clicks on a row of that. */
  void choose(String group, String label) {
    Place menu = panel.openMenu();
    List<Row> rows = rows();
    click(menu, rows, group);
    panel.rig.until("the group is open", () -> panel.menus().size() == 2);
    click(panel.menus().getLast(), rows(row(rows, group).id()), label);
    panel.rig.until("the menu is closed", () -> panel.menus().isEmpty());
  }

  private void click(Place menu, List<Row> rows, String label) {
    double all = FRAME;
    double above = FRAME / 2;
    boolean found = false;
    for (Row row : rows) {
      double height = row.rule() ? RULE : 1;
      all += height;
      found = found || row.label().equals(label);
      above += found ? 0 : height;
    }
    row(rows, label);
    long y = Math.round((above + 0.5) * menu.height() / all);
    panel.rig.ask(
        "xdotool",
        "mousemove",
        Integer.toString(menu.x() + menu.width() / 2),
        Long.toString(menu.y() + y),
        "click",
        "1");
  }
}
