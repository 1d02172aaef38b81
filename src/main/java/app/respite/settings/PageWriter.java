package app.respite.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.configuration2.PropertiesConfiguration.JupPropertiesWriter;
import org.apache.commons.configuration2.convert.DisabledListDelimiterHandler;

/** Writes a line of a properties file so that {@link PageReader} reads it back. */
final class PageWriter extends JupPropertiesWriter {
  private static final String USUAL = " = ";

  private final boolean asciiOnly;

  private PageWriter(StringWriter out, boolean asciiOnly) {
    super(out, DisabledListDelimiterHandler.INSTANCE, asciiOnly);
    this.asciiOnly = asciiOnly;
  }

  /** A property with the line ending given; {@code separator} is kept where it is unmistakable. */
  static String property(
      String key, String separator, String value, String ending, boolean asciiOnly) {
    boolean clear = separator.contains("=") || separator.contains(":");
    StringWriter out = new StringWriter();
    try (PageWriter writer = new PageWriter(out, asciiOnly)) {
      writer.setLineSeparator(ending);
      writer.setCurrentSeparator(clear ? separator : USUAL);
      writer.writeProperty(key, value);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toString();
  }

  /** A comment of one line. */
  static String comment(String text, String ending, boolean asciiOnly) {
    StringBuilder line = new StringBuilder("# ");
    text.chars()
        .forEach(at -> line.append(at < ' ' ? ' ' : asciiOnly && at > '~' ? '?' : (char) at));
    return line.append(ending).toString();
  }

  static String unicode(char at) {
    String digits = Integer.toHexString(at);
    return "\\u" + "0".repeat(4 - digits.length()) + digits;
  }

  @Override
  protected String escapeKey(String key) {
    StringBuilder text = new StringBuilder();
    for (char at : super.escapeKey(key).toCharArray()) {
      if (at == '\t' || at == '\f') {
        text.append(at); // has its backslash already
      } else if (Character.isISOControl(at) || (asciiOnly && at > '~')) {
        text.append(unicode(at));
      } else {
        text.append(at);
      }
    }
    return text.toString();
  }
}
