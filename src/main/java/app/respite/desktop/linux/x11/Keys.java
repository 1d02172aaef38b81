package app.respite.desktop.linux.x11;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shortcut's keys.
 *
 * @param sign the sign on the key, in X11's numbering
 */
record Keys(boolean ctrl, boolean alt, boolean shift, boolean superKey, int sign) {
  private static final Pattern FUNCTION_KEY = Pattern.compile("f([1-9]|[12][0-9]|3[0-5])");
  private static final int F1 = 0xffbe;

  /**
   * Reads keys such as {@code Ctrl+Alt+T}; empty where they cannot be read, or where they are those
   * of plain typing, which nobody may take from all windows.
   */
  static Optional<Keys> of(String text) {
    boolean ctrl = false;
    boolean alt = false;
    boolean shift = false;
    boolean superKey = false;
    String[] parts = text.toLowerCase(Locale.ROOT).split("\\+", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      switch (parts[i].strip()) {
        case "ctrl" -> ctrl = true;
        case "alt" -> alt = true;
        case "shift" -> shift = true;
        case "super" -> superKey = true;
        default -> {
          return Optional.empty();
        }
      }
    }
    String key = parts[parts.length - 1].strip();
    Matcher function = FUNCTION_KEY.matcher(key);
    if (function.matches()) {
      int sign = F1 + Integer.parseInt(function.group(1)) - 1;
      return Optional.of(new Keys(ctrl, alt, shift, superKey, sign));
    }
    boolean single = key.length() == 1 && "abcdefghijklmnopqrstuvwxyz0123456789".contains(key);
    return single && (ctrl || alt || superKey)
        ? Optional.of(new Keys(ctrl, alt, shift, superKey, key.charAt(0)))
        : Optional.empty();
  }
}
