package app.respite.coach.port.desktop;

import java.util.List;
import java.util.function.Consumer;

/** Keys that work whatever window has the keyboard. */
public interface Shortcuts extends AutoCloseable {
  /**
   * One shortcut.
   *
   * @param id comes back when it is pressed
   * @param label what a user reads
   * @param keys the keys, such as {@code Ctrl+Alt+T}: modifiers Ctrl, Alt, Shift, Super, then one
   *     letter, digit or F-key
   */
  record Shortcut(String id, String label, String keys) {}

  /**
   * Begins; may be called again with another list. {@code pressed} hears ids on a thread of the
   * port's own, {@code refused} those that are taken or cannot be.
   */
  void start(List<Shortcut> shortcuts, Consumer<String> pressed, Consumer<String> refused);

  @Override
  void close();
}
