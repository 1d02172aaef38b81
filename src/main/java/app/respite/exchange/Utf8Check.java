package app.respite.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Lets UTF-8 through and refuses anything else at its place. The JSON reader takes some malformed
 * bytes for an end of the file, and does not look at text that is passed over.
 */
final class Utf8Check extends BulkFilter {
  private long at;
  private int missing;
  private int least = 0x80;
  private int most = 0xbf;

  Utf8Check(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int got = in.read(to, from, length);
    for (int i = from; i < from + got; i++) {
      if (to[i] < 0 || missing > 0) {
        check(to[i] & 0xff, at + i - from);
      }
    }
    at += Math.max(got, 0);
    return got;
  }

  private void check(int one, long place) {
    if (missing > 0) {
      if (one < least || one > most) {
        throw malformed(place);
      }
      missing--;
      least = 0x80;
      most = 0xbf;
    } else if (one >= 0xc2 && one <= 0xdf) {
      missing = 1;
    } else if (one >= 0xe0 && one <= 0xef) {
      missing = 2;
      least = one == 0xe0 ? 0xa0 : 0x80;
      most = one == 0xed ? 0x9f : 0xbf;
    } else if (one >= 0xf0 && one <= 0xf4) {
      missing = 3;
      least = one == 0xf0 ? 0x90 : 0x80;
      most = one == 0xf4 ? 0x8f : 0xbf;
    } else {
      throw malformed(place);
    }
  }

  private static ImportException malformed(long place) {
    return new ImportException(
        ImportException.Kind.INPUT,
        String.format(
            Locale.ROOT,
            "byte %d: this is not valid UTF-8. Save the file as UTF-8 and import it again.",
            place));
  }
}
