package app.respite.exchange;

import app.respite.coach.port.Reason;
import app.respite.domain.text.PlainText;
import app.respite.exchange.ImportException.Kind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file to import, which can be read several times: unpacked (gzip, or a zip with one file in it)
 * within limits, and as UTF-8 without a byte order mark where it says it is UTF-16. Never held in
 * memory.
 */
final class SourceFile {
  /** How much of the beginning formats may look at. */
  static final int HEAD = 1 << 18;

  private static final int STEP = 1 << 20;

  private final Path path;
  private final Limits limits;
  private final long size;
  private final Packing packing;
  private final @Nullable Charset wide;
  private final int mark;
  private final String head;

  /**
   * How far a packed file may grow.
   *
   * @param bytes unpacked at most
   * @param ratio unpacked to packed at most, once more than {@code free} bytes came out
   */
  record Limits(long bytes, long ratio, long free) {
    static final Limits USUAL = new Limits(4L << 30, 200, 1 << 20);
  }

  private enum Packing {
    NONE,
    GZIP,
    ZIP
  }

  /**
   * Looks at the beginning of a file.
   *
   * @throws ImportException where it is not there, empty, no text, or packed in a way that is not
   *     read
   */
  SourceFile(Path path, Limits limits) {
    this.path = path;
    this.limits = limits;
    if (!Files.exists(path)) {
      throw wrong("there is no such file");
    }
    if (Files.isDirectory(path)) {
      throw wrong("this is a folder; name the file inside it");
    }
    try {
      size = Files.size(path);
      packing = packing(path);
      byte[] start = unpackedStart();
      if (start.length == 0) {
        throw wrong("the file is empty; export it again");
      }
      if (startsWith(start, 0xef, 0xbb, 0xbf)) {
        mark = 3;
        wide = null;
      } else if (startsWith(start, 0xff, 0xfe)) {
        mark = 2;
        wide = StandardCharsets.UTF_16LE;
      } else if (startsWith(start, 0xfe, 0xff)) {
        mark = 2;
        wide = StandardCharsets.UTF_16BE;
      } else {
        mark = 0;
        wide = null;
      }
      if (wide == null && indexOfNul(start) >= 0) {
        throw wrong(
            "this looks like UTF-16 or binary, not text, at byte "
                + indexOfNul(start)
                + "; save it as UTF-8");
      }
      head =
          new String(
              start, mark, start.length - mark, wide == null ? StandardCharsets.UTF_8 : wide);
      if (head.isBlank() && start.length < HEAD) {
        throw wrong("the file is empty; export it again");
      }
    } catch (AccessDeniedException denied) {
      throw new ImportException(
          Kind.IO, path + ": you may not read this file; change its permissions", denied);
    } catch (IOException broken) {
      throw ioTrouble(broken);
    }
  }

  /** Its beginning as text, about {@value #HEAD} bytes. */
  String head() {
    return head;
  }

  /** Its name for messages. */
  String name() {
    return path.toString();
  }

  /** All of it as UTF-8, from the beginning. */
  InputStream open(ImportOptions.Progress progress) throws IOException {
    InputStream text = unpacked(progress);
    text.skipNBytes(mark);
    return wide == null ? text : new Utf8Stream(text, wide);
  }

  ImportException ioTrouble(IOException broken) {
    return new ImportException(
        Kind.IO,
        path + ": the file cannot be read: " + PlainText.without(Reason.of(broken)),
        broken);
  }

  private byte[] unpackedStart() throws IOException {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    try (InputStream text = unpacked((read, of) -> true)) {
      byte[] block = new byte[8192];
      int got = 0;
      while (got >= 0 && start.size() < HEAD) {
        start.write(block, 0, got);
        got = text.read(block);
      }
    } catch (ImportException trouble) {
      // A packed file that is cut off can still be read up to there, if the user wants that.
      if (trouble.kind() != Kind.CUT_OFF) {
        throw trouble.in(path.toString());
      }
    }
    return start.toByteArray();
  }

  private InputStream unpacked(ImportOptions.Progress progress) throws IOException {
    Counted packed = new Counted(Files.newInputStream(path), progress);
    try {
      return switch (packing) {
        case NONE -> new BufferedInputStream(packed, 1 << 16);
        case GZIP -> new Unpacked(new GZIPInputStream(packed, 1 << 16), packed);
        case ZIP -> new Unpacked(onlyEntry(packed), packed);
      };
    } catch (IOException | RuntimeException broken) {
      packed.close();
      throw broken;
    }
  }

  private InputStream onlyEntry(InputStream packed) throws IOException {
    ZipInputStream zip = new ZipInputStream(packed);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    if (entry == null) {
      throw wrong("the zip has no file inside; unpack it and name the file");
    }
    return new BulkFilter(zip) {
      @Override
      public int read(byte[] to, int from, int length) throws IOException {
        int read = zip.read(to, from, length);
        if (read < 0 && zip.getNextEntry() != null) {
          throw wrong("the zip has more than one file inside; unpack it and name the file");
        }
        return read;
      }
    };
  }

  private ImportException wrong(String what) {
    return new ImportException(Kind.INPUT, path + ": " + what + ".");
  }

  private static Packing packing(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(4);
      if (startsWith(magic, 0x1f, 0x8b)) {
        return Packing.GZIP;
      }
      return startsWith(magic, 'P', 'K', 3, 4) ? Packing.ZIP : Packing.NONE;
    }
  }

  private static boolean startsWith(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int indexOfNul(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Counts the bytes of the file itself and asks now and then whether to go on. */
  private final class Counted extends FilterInputStream {
    private final ImportOptions.Progress progress;
    private long read;
    private long asked;

    Counted(InputStream in, ImportOptions.Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int got = super.read(to, from, length);
      count(Math.max(got, 0));
      return got;
    }

    private void count(int got) {
      read += got;
      if (read - asked >= STEP) {
        asked = read;
        if (!progress.goOn(read, size)) {
          throw new ImportException(
              Kind.CANCELLED, "the import was stopped. Import the file again to have all of it.");
        }
      }
    }
  }

  /** What comes out of a packed file: not more than the limits, and broken off in one way only. */
  private final class Unpacked extends BulkFilter {
    private final Counted packed;
    private long out;

    Unpacked(InputStream in, Counted packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      try {
        int got = in.read(to, from, length);
        out += Math.max(got, 0);
        if (out > limits.bytes() || (out > limits.free() && out / limits.ratio() > packed.read)) {
          throw new ImportException(
              Kind.INPUT,
              "the packed file grows too large ("
                  + out
                  + " bytes from "
                  + packed.read
                  + "). Unpack it yourself if you trust it, and import what is inside.");
        }
        return got;
      } catch (EOFException cutOff) {
        throw ImportException.endsEarly(packed.read, cutOff);
      } catch (ZipException broken) {
        throw new ImportException(
            Kind.INPUT, "the packed file is damaged. Download it again.", broken);
      }
    }
  }
}
