package app.respite.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears whole or not at all. A link leads to the file that is meant, and what is no
 * file, such as a pipe or a device, is written to and stays what it is.
 */
final class WholeFile {
  /** Writes what is to be in it. */
  interface Content {
    /** Writes it all; the stream is closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /** Writes a file in the place of the one that is there. */
  static void write(Path named, Content content) throws IOException {
    Path target = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new FileSystemException(named.toString(), null, "it is a folder");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(target))) {
        content.writeTo(stream);
      }
      return;
    }
    Path folder = target.getParent();
    if (folder != null && !Files.exists(folder)) {
      throw new FileSystemException(named.toString(), null, "there is no folder " + folder);
    }
    Path part = Files.createTempFile(folder, "respite", ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.writeTo(stream);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
