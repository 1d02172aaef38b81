package app.respite.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Files as the disk has them. For files that no connection of this process has open. */
final class Disk {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APPLICATION_AT = 68;
  private static final int HEADER = 100;

  private Disk() {}

  /** Waits until a file is on the disk. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Waits until a file's name is on the disk, where a system can say so. */
  static void syncFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      PrivateFiles.force(folder);
    }
  }

  /** Whether a file's first bytes, damaged or not, are those of a journal of Respite. */
  static boolean looksLikeJournal(Path file) {
    byte[] header;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER);
    } catch (IOException e) {
      throw Failures.disk(file, "cannot be read: check its rights.", e);
    }
    return header.length == HEADER
        && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        && ByteBuffer.wrap(header).getInt(APPLICATION_AT) == Schema.APPLICATION;
  }

  /** Gives a file a second name, or a copy under it where the file system has no second names. */
  static void alsoAs(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (IOException | UnsupportedOperationException noLinks) {
      PrivateFiles.create(name);
      try (InputStream in = Files.newInputStream(file);
          FileChannel out = FileChannel.open(name, StandardOpenOption.WRITE)) {
        in.transferTo(java.nio.channels.Channels.newOutputStream(out));
        out.force(true);
      }
    }
  }
}
