package app.respite.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a journal's files. Only their holder writes them, so whatever is
 * otherwise than after its last write was done by somebody else. Looking costs microseconds and
 * opens nothing.
 *
 * @param main the journal; null where there is none
 * @param log the write-ahead log; null where there is none
 */
record Footprint(@Nullable Trace main, @Nullable Trace log) {
  /**
   * One file.
   *
   * @param identity tells it from every other file; null where the system has no such thing
   */
  record Trace(@Nullable Object identity, long size, FileTime modified) {
    static @Nullable Trace of(Path file) throws IOException {
      try {
        var seen = Files.readAttributes(file, BasicFileAttributes.class);
        return new Trace(seen.fileKey(), seen.size(), seen.lastModifiedTime());
      } catch (NoSuchFileException none) {
        return null;
      }
    }

    boolean isFile(@Nullable Trace other) {
      return other != null && Objects.equals(identity, other.identity);
    }
  }

  static Footprint of(Path file) throws IOException {
    return new Footprint(Trace.of(file), Trace.of(log(file)));
  }

  /** The write-ahead log's name. */
  static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  /** Whether these are the same files, whatever was written into them since. */
  boolean sameFiles(Footprint later) {
    return main != null && main.isFile(later.main) && (log == null || log.isFile(later.log));
  }

  /** Whether the journal is shorter than it was before. */
  boolean isShorter(Footprint before) {
    return before.main != null && (main == null || main.size < before.main.size);
  }
}
