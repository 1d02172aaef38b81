package app.respite.settings;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
    /** The byte order mark, which some editors put before UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Whether only ASCII may be added to it. */
    boolean asciiOnly() {
      return !charset.equals(StandardCharsets.UTF_8);
    }

    /** The content that a changed text makes, in the same encoding. */
    Content with(String changed) throws CharacterCodingException {
      return of(new Text(changed, charset, mark, 0).bytes());
    }

    byte[] bytes() throws CharacterCodingException {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      int from = mark ? MARK.length : 0;
      byte[] bytes = Arrays.copyOf(MARK, from + encoded.remaining());
      encoded.get(bytes, from, encoded.remaining());
      return bytes;
    }
  }

  /** Above this a file is no settings file, and reading it could cost the coach its memory. */
  int MOST_BYTES = 256 * 1024;

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
    boolean mark = Arrays.equals(bytes, 0, Math.min(3, bytes.length), Text.MARK, 0, 3);
    ByteBuffer in = ByteBuffer.wrap(bytes).position(mark ? Text.MARK.length : 0);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      int from = mark ? Text.MARK.length : 0;
      return new Text(
          new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1),
          StandardCharsets.ISO_8859_1,
          mark,
          lineAt(bytes, in.position()));
    }
    return new Text(out.flip().toString(), StandardCharsets.UTF_8, mark, 0);
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
