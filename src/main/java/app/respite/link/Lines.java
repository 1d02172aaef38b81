package app.respite.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of bytes into lines of UTF-8, none longer than {@link #MOST}. */
final class Lines {
  /** The longest line, in bytes, its end not counted. */
  static final int MOST = 64 * 1024;

  /** A line is longer than any may be. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a line of more than " + MOST + " bytes");
    }
  }

  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  /**
   * Takes bytes and gives the lines they complete.
   *
   * @throws IOException where a line is too long or is no UTF-8
   */
  List<String> take(ByteBuffer bytes) throws IOException {
    List<String> lines = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        lines.add(text());
      } else if (begun.size() >= MOST) {
        throw new TooLong();
      } else {
        begun.write(next);
      }
    }
    return lines;
  }

  private String text() throws IOException {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(begun.toByteArray()));
      begun.reset();
      return text.toString();
    } catch (CharacterCodingException bad) {
      throw new IOException("a line that is no UTF-8", bad);
    }
  }

  /** A line as bytes. */
  static ByteBuffer bytes(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST + 1) {
      throw new TooLong();
    }
    return ByteBuffer.wrap(bytes);
  }
}
