package app.respite.desktop.linux.x11;

/** The X server cannot be used; the message is one clause that says why. */
final class X11Exception extends Exception {
  private final String remedy;

  X11Exception(String why) {
    this(why, "");
  }

  X11Exception(String why, String remedy) {
    super(why);
    this.remedy = remedy;
  }

  String why() {
    return String.valueOf(getMessage());
  }

  /** What a user can do about it; empty where nothing. */
  String remedy() {
    return remedy;
  }
}
