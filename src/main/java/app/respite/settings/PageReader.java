package app.respite.settings;

import java.io.IOException;
import java.io.StringReader;
import org.apache.commons.configuration2.PropertiesConfiguration.JupPropertiesReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads properties and says where each stands.
 *
 * <p>The library's reader takes an indented key for a value, loses a value with a Unicode line
 * break in it, and throws or drops text at a {@code \}{@code u} without its four digits; here these
 * are read as {@link java.util.Properties} reads them, and the last is reported.
 */
final class PageReader extends JupPropertiesReader {
  private int lines;
  private int firstLine;
  private boolean malformed;
  private boolean open;

  PageReader(String text) {
    super(new StringReader(text));
  }

  /** The line from 1 on which the property begins. */
  int firstLine() {
    return firstLine;
  }

  /** The line from 1 on which the property ends. */
  int lastLine() {
    return lines;
  }

  /** Whether the property holds an escape that stands for no character. */
  boolean malformed() {
    return malformed;
  }

  /** Whether the text ended where the property was to go on, so that a line added would join it. */
  boolean open() {
    return open;
  }

  @Override
  public @Nullable String readProperty() throws IOException {
    getCommentLines().clear();
    firstLine = 0;
    malformed = false;
    open = false;
    StringBuilder logical = new StringBuilder();
    for (String line = readLine(); line != null; line = readLine()) {
      lines++;
      String natural = withoutIndent(line);
      if (firstLine == 0) {
        if (natural.isEmpty() || natural.startsWith("#") || natural.startsWith("!")) {
          continue;
        }
        firstLine = lines;
      }
      open = endsWithOddBackslash(natural);
      logical.append(natural, 0, open ? natural.length() - 1 : natural.length());
      if (!open) {
        break;
      }
    }
    return firstLine == 0 ? null : legible(logical);
  }

  @Override
  protected String unescapePropertyName(String name) {
    return unescapePropertyValue(name); // names follow the same rules; the library's differ
  }

  @Override
  protected void initPropertySeparator(@Nullable String separator) {
    super.initPropertySeparator(separator == null ? "" : separator);
  }

  static int indent(String line) {
    int from = 0;
    while (from < line.length() && " \t\f".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    return from;
  }

  private static String withoutIndent(String line) {
    return line.substring(indent(line));
  }

  private static boolean endsWithOddBackslash(String line) {
    int from = line.length();
    while (from > 0 && line.charAt(from - 1) == '\\') {
      from--;
    }
    return (line.length() - from) % 2 == 1;
  }

  private String legible(CharSequence logical) {
    StringBuilder text = new StringBuilder(logical.length());
    for (int i = 0; i < logical.length(); i++) {
      char at = logical.charAt(i);
      boolean escaped = at == '\\' && i + 1 < logical.length();
      char meant = escaped ? logical.charAt(++i) : at;
      if (meant == '\u0085' || meant == '\u2028' || meant == '\u2029') {
        text.append(PageWriter.unicode(meant));
      } else if (escaped && meant == 'u' && !hasFourDigits(logical, i + 1)) {
        malformed = true;
        text.append(meant);
      } else if (escaped) {
        text.append(at).append(meant);
      } else {
        text.append(at);
      }
    }
    return text.toString();
  }

  private static boolean hasFourDigits(CharSequence text, int from) {
    for (int i = from; i < from + 4; i++) {
      if (i >= text.length() || "0123456789abcdefABCDEF".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
