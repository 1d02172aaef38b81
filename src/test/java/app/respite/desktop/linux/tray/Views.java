package app.respite.desktop.linux.tray;

import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.coach.port.desktop.TrayView.Kind;
import app.respite.coach.port.desktop.TrayView.Line;
import app.respite.coach.port.desktop.TrayView.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests show. */
final class Views {
  /**
   * Entries of the menu, all of one height: a line, a choice, a switch, one that is off, a group.
   */
  static final int ENTRIES = 5;

  static final int PAUSE = 1;
  static final int QUIET = 2;
  static final int SKIP = 3;
  static final int MORE = 4;

  private Views() {}

  static TrayView work(int step) {
    return work(step, "Pause");
  }

  static TrayView work(int step, String pause) {
    return view(Kind.WORK, step, menu(step, pause));
  }

  static TrayView view(Kind kind, int step, List<Entry> menu) {
    return new TrayView(
        new Icon(kind, step),
        kind == Kind.DUE,
        "Boxes & <Cubes>",
        "%d min left, prompts held back: <meeting>".formatted(step),
        menu);
  }

  static List<Entry> menu(int minutes, String pause) {
    return List.of(
        new Line("Boxes: %d min left".formatted(minutes)),
        choice("pause", pause, true, null),
        choice("quiet", "Quiet for an hour", true, true),
        choice("skip", "Skip the break", false, null),
        new Group(
            "more",
            "More",
            List.of(choice("day", "End the day", true, null), choice("quit", "Quit", true, null))));
  }

  static List<Entry> longMenu() {
    return List.of(
        new Line("Boxes: 12 min left"),
        new Rule(),
        choice("pause", "Pause", true, null),
        choice("stop", "Stop", true, null),
        choice("break", "Take a break now", true, null),
        new Rule(),
        new Group("quiet", "Quiet", List.of(choice("hour", "For an hour", true, false))),
        choice("mini", "Mini timer", true, true),
        choice("skip", "Skip the break", false, null),
        new Rule(),
        choice("window", "Open Respite", true, null),
        choice("quit", "Quit", true, null));
  }

  static Choice choice(String id, String label, boolean enabled, @Nullable Boolean checked) {
    return new Choice(id, label, enabled, checked, new DesktopAction.Quit());
  }
}
