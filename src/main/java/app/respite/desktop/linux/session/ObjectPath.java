package app.respite.desktop.linux.session;

/** Names of objects on a bus. A message with a wrong one ends the connection of who sends it. */
final class ObjectPath {
  private static final int LONGEST = 255;

  private ObjectPath() {}

  /** Whether what somebody sent us can be one. */
  static boolean isOne(String path) {
    if (path.length() < 2
        || path.length() > LONGEST
        || !path.startsWith("/")
        || path.endsWith("/")
        || path.contains("//")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean allowed =
          c == '/'
              || c == '_'
              || (c >= '0' && c <= '9')
              || (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z');
      if (!allowed) {
        return false;
      }
    }
    return true;
  }
}
