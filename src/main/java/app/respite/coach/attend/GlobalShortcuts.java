package app.respite.coach.attend;

import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Shortcuts.Shortcut;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The keys that work in every window, as the settings have them. One thread at a time. */
final class GlobalShortcuts {
  private enum Key {
    TIRED("I'm tired now"),
    BREAK("Take a break"),
    PAUSE("Pause or go on"),
    ITEM("Count an item");

    private final String label;

    Key(String label) {
      this.label = label;
    }

    SettingKey<String> setting() {
      return switch (this) {
        case TIRED -> CoachKeys.SHORTCUT_TIRED;
        case BREAK -> CoachKeys.SHORTCUT_BREAK;
        case PAUSE -> CoachKeys.SHORTCUT_PAUSE;
        case ITEM -> CoachKeys.SHORTCUT_ITEM;
      };
    }
  }

  private final Shortcuts port;
  private final Consumer<String> pressed;
  private final Consumer<String> log;
  private List<Shortcut> bound = List.of();

  GlobalShortcuts(Shortcuts port, Consumer<String> pressed, Consumer<String> log) {
    this.port = port;
    this.pressed = pressed;
    this.log = log;
  }

  /** The shortcuts that are set. */
  static List<Shortcut> wanted(Preferences preferences) {
    List<Shortcut> wanted = new ArrayList<>();
    for (Key key : Key.values()) {
      String keys = preferences.get(key.setting()).strip();
      if (!keys.isEmpty()) {
        wanted.add(new Shortcut(key.name(), key.label, keys));
      }
    }
    return wanted;
  }

  /** Binds what is set now, where that is something else than before. */
  void bind(List<Shortcut> wanted) {
    if (!wanted.equals(bound)) {
      bound = wanted;
      port.start(
          wanted,
          pressed,
          refused -> log.accept("the shortcut for " + refused + " is not to be had"));
    }
  }

  /** What a press does now; the coach refuses what it cannot do. */
  static DesktopAction deed(String id, Snapshot now) {
    Input.Command command =
        switch (Key.valueOf(id)) {
          case TIRED -> new Input.Tired();
          case BREAK ->
              now.can().contains(Action.ACCEPT) ? new Input.Accept() : new Input.TakeBreak(null);
          case PAUSE ->
              now.can().contains(Action.RESUME) ? new Input.Resume() : new Input.Pause(null);
          case ITEM -> new Input.Items(1);
        };
    return DesktopAction.Command.of(command);
  }

  void close() {
    port.close();
  }
}
