package app.respite.desktop.any;

import app.respite.coach.port.desktop.TrayView;
import java.util.List;

/** What {@link AwtTray} needs of AWT. Calls are taken in order and not waited for. */
interface TrayBoard {
  /** What it tells, on AWT's own thread. */
  interface Listener {
    /** The icon was pressed. */
    void pressed();

    /** The pointer is at the icon, so a press or the menu may follow. */
    void near();

    /** An entry was chosen. */
    void chosen(String id);

    /** The icon is in the panel now, or could not be put there. */
    void placed(boolean there, String why);
  }

  /** Puts the icon into the panel. */
  void place(TrayView.Icon icon, Listener listener);

  /** Another icon. */
  void icon(TrayView.Icon icon);

  /** The text beside the pointer. */
  void tooltip(String text);

  /** The menu, made anew; one that is open goes away. */
  void menu(List<TrayView.Entry> entries);

  /** Other labels, ticks and greyed entries in a menu of the same make; one that is open stays. */
  void relabel(List<TrayView.Entry> entries);

  /** A message beside the icon. */
  void message(String title, String body);

  /** Takes the icon away. */
  void remove();
}
