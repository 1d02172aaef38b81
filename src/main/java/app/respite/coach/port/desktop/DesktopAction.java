package app.respite.coach.port.desktop;

import app.respite.domain.day.Input;
import java.util.List;

/** What a press in the tray, a notification or a shortcut does. */
public sealed interface DesktopAction {
  /** Asks the coach for something; more than one in order. */
  record Command(List<Input.Command> commands) implements DesktopAction {
    public Command {
      commands = List.copyOf(commands);
    }

    /** A single command. */
    public static Command of(Input.Command command) {
      return new Command(List.of(command));
    }
  }

  /**
   * Opens the window.
   *
   * @param page which page, in lower case as in the window's own navigation; empty for the last
   */
  record OpenWindow(String page) implements DesktopAction {}

  /** Shows the mini timer, or puts it away. */
  record MiniTimer() implements DesktopAction {}

  /** Ends the coach. */
  record Quit() implements DesktopAction {}
}
