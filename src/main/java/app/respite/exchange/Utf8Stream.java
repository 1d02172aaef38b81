package app.respite.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A stream of another encoding as UTF-8; what is no text in that encoding is an error. */
final class Utf8Stream extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[8192];
  private byte[] bytes = {};
  private int next;
  private int held;

  Utf8Stream(InputStream in, Charset charset) {
    reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, to, from, count);
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** A pair of surrogates may be cut by the end of a block: its first half waits for the next. */
  private boolean fill() throws IOException {
    while (next == bytes.length) {
      try {
        int read = reader.read(chars, held, chars.length - held);
        if (read < 0) {
          return false;
        }
        int end = held + read;
        boolean half = Character.isHighSurrogate(chars[end - 1]);
        int whole = half ? end - 1 : end;
        bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
        next = 0;
        held = half ? 1 : 0;
        if (half) {
          chars[0] = chars[end - 1];
        }
      } catch (CharacterCodingException broken) {
        throw new ImportException(
            ImportException.Kind.INPUT,
            "the text is not valid UTF-16. Save it as UTF-8 and import it again.",
            broken);
      }
    }
    return true;
  }
}
