package app.respite.desktop.macos;

import java.util.List;

/** The file that has launchd start the coach at login. */
final class LaunchAgent {
  private static final String LABEL = "app.respite.coach";

  /** Below the user's home. */
  static final String FILE = "Library/LaunchAgents/" + LABEL + ".plist";

  private LaunchAgent() {}

  /** What stands in it. Only in a login at the screen, where there is somebody to coach. */
  static String text(List<String> command) {
    StringBuilder text =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
            "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
              <key>Label</key>
              <string>%s</string>
              <key>RunAtLoad</key>
              <true/>
              <key>LimitLoadToSessionType</key>
              <string>Aqua</string>
              <key>ProgramArguments</key>
              <array>
            """
                .formatted(LABEL));
    for (String word : command) {
      text.append("    <string>").append(escaped(word)).append("</string>\n");
    }
    return text.append("  </array>\n</dict>\n</plist>\n").toString();
  }

  private static String escaped(String word) {
    return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
