package app.respite.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.commons.io.input.ReaderInputStream;

/** A stream of another encoding as UTF-8; what is no text in that encoding is an error. */
final class Utf8Stream extends ProxyInputStream {
  Utf8Stream(InputStream in, Charset charset) throws IOException {
    super(
        ReaderInputStream.builder()
            .setReader(
                new InputStreamReader(
                    in,
                    charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))
            .setCharset(StandardCharsets.UTF_8)
            .get());
  }

  @Override
  protected void handleIOException(IOException broken) throws IOException {
    if (broken instanceof CharacterCodingException) {
      throw new ImportException(
          ImportException.Kind.INPUT,
          "the text is not valid UTF-16. Save it as UTF-8 and import it again.",
          broken);
    }
    throw broken;
  }
}
