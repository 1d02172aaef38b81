package app.respite.settings;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** What stands in the settings file at one moment. Equal contents are equal byte by byte. */
sealed interface Content {
  /** There is no file. */
  record Absent() implements Content {}

  /**
   * There is something that cannot be used as a settings file.
   *
   * @param why what is wrong with it and how to mend it, to follow its name in a sentence
   */
  record Unreadable(String why) implements Content {}

  /**
   * A text.
   *
   * @param text without a byte order mark
   * @param charset UTF-8, or ISO-8859-1 where the bytes are no UTF-8: every byte has its character
   *     there, so that what is not touched is written back as it was
   * @param mark whether a byte order mark stands before it
   * @param foreignLine the first line that is no UTF-8, from 1; 0 where all are
   */
  record Text(String text, Charset charset, boolean mark, int foreignLine) implements Content {
    /** Whether only ASCII may be added to it. */
    boolean asciiOnly() {
      return !charset.equals(StandardCharsets.UTF_8);
    }

    Text with(String changed) {
      return new Text(changed, charset, mark, foreignLine);
    }

    byte[] bytes() throws CharacterCodingException {
      ByteBuffer encoded =
          charset.newEncoder().encode(CharBuffer.wrap(mark ? BYTE_ORDER_MARK + text : text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    }
  }

  /** Above this a file is no settings file, and reading it could cost the coach its memory. */
  int MOST_BYTES = 256 * 1024;

  String BYTE_ORDER_MARK = "\uFEFF";

  /** A file that is not there yet, about to be written. */
  static Text fresh() {
    return new Text("", StandardCharsets.UTF_8, false, 0);
  }

  static Content of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Unreadable(
          "is larger than " + MOST_BYTES / 1024 + " KB; make it shorter, or move it away");
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return new Unreadable(
            "is no plain text (a zero byte in line "
                + lineAt(bytes, i)
                + "); save it as text in UTF-8, or move it away");
      }
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Text(
          new String(bytes, StandardCharsets.ISO_8859_1),
          StandardCharsets.ISO_8859_1,
          false,
          lineAt(bytes, in.position()));
    }
    String text = out.flip().toString();
    boolean mark = text.startsWith(BYTE_ORDER_MARK);
    return new Text(mark ? text.substring(1) : text, StandardCharsets.UTF_8, mark, 0);
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      if (bytes[i] == '\n' || (bytes[i] == '\r' && !pair)) {
        line++;
      }
    }
    return line;
  }
}
