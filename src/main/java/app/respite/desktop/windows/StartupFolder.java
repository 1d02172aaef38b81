package app.respite.desktop.windows;

import java.util.ArrayList;
import java.util.List;

/** The file in the Startup folder. */
final class StartupFolder {
  /** Below {@code %APPDATA%}. */
  static final String FILE = "Microsoft/Windows/Start Menu/Programs/Startup/Respite.cmd";

  private StartupFolder() {}

  /**
   * What stands in it: the command, started apart so that no console window stays. The file is
   * UTF-8, which a batch file must ask for. A single percent sign would begin a variable, and a
   * backslash before the closing quote would take it along.
   */
  static String text(List<String> command) {
    List<String> words = new ArrayList<>();
    for (String word : command) {
      String plain = word.replace("%", "%%").replace("\"", "");
      words.add('"' + plain.replaceFirst("(\\\\+)$", "$1$1") + '"');
    }
    return "@echo off\r\nchcp 65001 >nul\r\nstart \"Respite\" " + String.join(" ", words) + "\r\n";
  }
}
