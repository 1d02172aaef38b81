package app.respite.desktop.linux.x11;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which X server, as {@code DISPLAY} names it.
 *
 * @param host empty for this machine by its own socket
 */
record DisplayName(String host, int number, int screen) {
  private static final Pattern FORM =
      Pattern.compile("(?:(?:unix|tcp|inet6?)/)?([^/\\s]*):(\\d{1,5})(?:\\.(\\d{1,3}))?");
  private static final int FIRST_PORT = 6000;
  private static final int LAST_PORT = 65_535;

  /**
   * Reads {@code DISPLAY}.
   *
   * @throws X11Exception where it names no server
   */
  static DisplayName of(String text) throws X11Exception {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT - FIRST_PORT) {
      throw new X11Exception("DISPLAY names no X server", "set DISPLAY as in :0 or host:0");
    }
    String host = parts.group(1);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    String screen = parts.group(3);
    return new DisplayName(
        host.equals("unix") ? "" : host,
        Integer.parseInt(parts.group(2)),
        screen == null ? 0 : Integer.parseInt(screen));
  }

  boolean isLocal() {
    return host.isEmpty();
  }

  /** Where a server on this machine listens. */
  String socket() {
    return "/tmp/.X11-unix/X" + number;
  }

  /** Where a server that is named by its host listens. */
  int port() {
    return FIRST_PORT + number;
  }
}
