package app.respite.desktop.linux.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .desktop} file: keys of its main group can be read and set, and everything else in it,
 * known or not, stays as it is, to the byte.
 */
final class DesktopEntry {
  private static final String GROUP = "[Desktop Entry]";
  private static final String RESERVED = " \t\n\"'\\><~|&;$*?#()`";
  private static final String ESCAPED_IN_QUOTES = "\"`$\\";

  /** Each byte one character, so that what is no UTF-8 survives too. */
  private final List<String> lines = new ArrayList<>();

  /** The text of a file; empty for a new one. */
  DesktopEntry(byte[] text) {
    String all = new String(text, ISO_8859_1);
    if (!all.isEmpty()) {
      lines.addAll(List.of(all.split("\n", -1)));
      if (lines.getLast().isEmpty()) {
        lines.removeLast();
      }
    }
  }

  /** What a key says, escapes included; null where it is not there. */
  @Nullable String get(String key) {
    int at = find(key);
    if (at < 0) {
      return null;
    }
    String line = lines.get(at);
    byte[] value = line.substring(line.indexOf('=') + 1).strip().getBytes(ISO_8859_1);
    return new String(value, UTF_8);
  }

  /** Whether a key is there and says yes. */
  boolean isYes(String key) {
    String value = get(key);
    return value != null && (value.equals("true") || value.equals("1"));
  }

  /** Whether a key is there and says no. */
  boolean isNo(String key) {
    String value = get(key);
    return value != null && (value.equals("false") || value.equals("0"));
  }

  /**
   * Sets a key in its place, or as the group's last.
   *
   * @param value with its escapes, see {@link #text} and {@link #command}
   */
  void set(String key, String value) {
    String line = key + "=" + new String(value.getBytes(UTF_8), ISO_8859_1);
    int at = find(key);
    if (at >= 0) {
      lines.set(at, line);
      return;
    }
    int start = lines.indexOf(GROUP);
    if (start < 0) {
      lines.add(0, GROUP);
      start = 0;
    }
    int end = endOfGroup(start);
    while (end > start + 1 && lines.get(end - 1).isBlank()) {
      end--;
    }
    lines.add(end, line);
  }

  byte[] bytes() {
    return (String.join("\n", lines) + "\n").getBytes(ISO_8859_1);
  }

  private int find(String key) {
    int start = lines.indexOf(GROUP);
    if (start < 0) {
      return -1;
    }
    int end = endOfGroup(start);
    for (int i = start + 1; i < end; i++) {
      String line = lines.get(i);
      int equals = line.indexOf('=');
      if (equals > 0 && line.substring(0, equals).strip().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int endOfGroup(int start) {
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).startsWith("[")) {
      end++;
    }
    return end;
  }

  /** A text as the value of a key. */
  static String text(String text) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> value.append("\\\\");
        case '\n' -> value.append("\\n");
        case '\t' -> value.append("\\t");
        case '\r' -> value.append("\\r");
        case ' ' -> value.append(i == 0 ? "\\s" : " ");
        default -> value.append(c);
      }
    }
    return value.toString();
  }

  /** A command as the value of {@code Exec}: what {@link #text} does comes on top of the quotes. */
  static String command(List<String> arguments) {
    StringBuilder line = new StringBuilder();
    for (String argument : arguments) {
      if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(quoted(argument));
    }
    return text(line.toString());
  }

  private static String quoted(String argument) {
    boolean plain = !argument.isEmpty();
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      plain &= RESERVED.indexOf(c) < 0;
      if (ESCAPED_IN_QUOTES.indexOf(c) >= 0) {
        quoted.append('\\');
      }
      quoted.append(c == '%' ? "%%" : String.valueOf(c));
    }
    return plain ? quoted.toString() : "\"" + quoted + "\"";
  }
}
