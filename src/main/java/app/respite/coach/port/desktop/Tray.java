package app.respite.coach.port.desktop;

import java.util.function.Consumer;

/** The icon in the panel, with its tooltip and menu. No call waits for the desktop. */
public interface Tray extends AutoCloseable {
  /** What the tray tells; called on threads of its own. */
  interface Listener {
    /** The icon itself was pressed. */
    void pressed();

    /** An entry of the menu was chosen. */
    void chosen(TrayView.Choice choice);

    /** The menu is about to be opened: the newest view is wanted now. */
    void opening();

    /**
     * The icon is on show in a panel, or is not.
     *
     * @param why why not; empty where it is
     */
    void onShow(boolean there, String why);
  }

  /** Begins with a first view; later ones go through {@link #show}. */
  void start(TrayView first, Listener listener);

  /** Shows another view; what did not change costs nothing. */
  void show(TrayView view);

  /** Takes lines for the log. */
  default void log(Consumer<String> to) {}

  @Override
  void close();
}
