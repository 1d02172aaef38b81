package app.respite.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that looks at what passes in one place, the read of many bytes. */
abstract class BulkFilter extends FilterInputStream {
  BulkFilter(InputStream in) {
    super(in);
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] to, int from, int length) throws IOException;
}
