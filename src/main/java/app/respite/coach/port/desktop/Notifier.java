package app.respite.coach.port.desktop;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The desktop's own notifications. Nobody may depend on one being seen or answered. No call waits
 * for the desktop.
 */
public interface Notifier extends AutoCloseable {
  /** How a notification asks for notice. */
  enum Urgency {
    /** Something to be read in passing, without a sound. */
    QUIET,
    /** Something that waits for an answer and was announced before, without a sound. */
    SILENT,
    /** Something that waits for an answer. */
    NORMAL
  }

  /** One button; {@code id} comes back when it is pressed. */
  record Button(String id, String label) {}

  /**
   * What is shown.
   *
   * @param id a second notice with the same id takes the first one's place
   * @param body plain text; the adapter escapes what its service would read as markup
   * @param timeout how long it stays; zero for as long as the service keeps it
   */
  record Notice(
      String id,
      String title,
      String body,
      List<Button> buttons,
      Urgency urgency,
      Duration timeout) {
    public Notice {
      buttons = List.copyOf(buttons);
    }
  }

  /**
   * Begins. {@code pressed} hears the notice's id and the button's, on a thread of the notifier's
   * own; a press on the notice itself, where the service tells of it, has the button id {@code
   * default}.
   */
  void start(BiConsumer<String, String> pressed);

  /** Whether buttons are really shown as such; some services only claim it. May change. */
  boolean showsButtons();

  /** Shows a notice. */
  void show(Notice notice);

  /** Takes a notice away, if it is still there. */
  void withdraw(String id);

  @Override
  void close();
}
