package app.respite.ui.today;

/** Keys that act on the day's page, and what they are for. */
public enum Hotkey {
  HOLD("Space", "Pause, or go on"),
  BREAK("B", "Take a break, or the one that is due"),
  TIRED("T", "I'm tired now"),
  ITEM("I", "Count an item"),
  START_STOP("S", "Start, or stop for now"),
  TAKE("Y", "Do what is suggested"),
  DISMISS("N", "Not today: put the suggestion away");

  private final String key;
  private final String meaning;

  Hotkey(String key, String meaning) {
    this.key = key;
    this.meaning = meaning;
  }

  /** The key as it is shown. */
  public String key() {
    return key;
  }

  /** What it does, in the user's words. */
  public String meaning() {
    return meaning;
  }
}
