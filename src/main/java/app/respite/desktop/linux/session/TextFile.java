package app.respite.desktop.linux.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small files in which the kernel tells things. */
final class TextFile {
  private static final int MOST_BYTES = 256;

  private TextFile() {}

  /** The first line; empty where there is none to be had. */
  static String firstLine(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), ISO_8859_1);
      int end = text.indexOf('\n');
      return (end < 0 ? text : text.substring(0, end)).strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
