package app.respite.settings;

import app.respite.coach.port.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;

/** The file on disk: looked at whole, replaced whole. */
final class SettingsFile {
  private static final int MOST_LINKS = 40;
  private static final Duration LEFT_OVER = Duration.ofHours(1);

  private final Path path;

  SettingsFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** What stands in it now. Never blocks on what is no regular file. */
  Content look() {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        String what = Files.isDirectory(path) ? "is a folder" : "is no regular file";
        return new Content.Unreadable(what + "; move it away");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return Content.of(in.readNBytes(Content.MOST_BYTES + 1));
      }
    } catch (NoSuchFileException _) {
      return new Content.Absent();
    } catch (IOException e) {
      return new Content.Unreadable("cannot be read (" + Reason.of(e) + ")");
    }
  }

  /**
   * The file that holds the text: where the path is a symbolic link, what it leads to in the end.
   * The link itself stays.
   */
  Path target() throws IOException {
    Path target = path;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target.toAbsolutePath();
  }

  /**
   * Puts a text in the place of what was seen, with the same rights: whoever reads sees the old or
   * the new file and nothing between, even after a power cut.
   *
   * @return false where the file was changed since it was seen; nothing was done then
   */
  boolean replace(Content seen, Content.Text text) throws IOException {
    byte[] bytes = text.bytes();
    Path target = target();
    Path folder = target.getParent();
    if (folder == null) {
      throw new NoSuchFileException(target.toString());
    }
    Files.createDirectories(folder);
    if (Files.exists(target) && !writable(target)) {
      throw new AccessDeniedException(target.toString(), null, "it is write-protected");
    }
    String prefix = "." + target.getFileName() + "-";
    Path temporary = Files.createTempFile(folder, prefix, ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        keepRights(target, temporary);
        channel.force(true);
      }
      removeLeftOvers(folder, prefix, Files.getLastModifiedTime(temporary));
      if (!look().equals(seen)) {
        return false;
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(folder);
    return true;
  }

  private static boolean writable(Path target) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    // An administrator may write what is protected; a protection is respected all the same.
    return Files.isWritable(target)
        && (view == null
            || view.readAttributes().permissions().stream()
                .anyMatch(
                    Set.of(
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.GROUP_WRITE,
                            PosixFilePermission.OTHERS_WRITE)
                        ::contains));
  }

  private static void keepRights(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  /** A save that was killed leaves its temporary file; the age keeps running saves of others. */
  private static void removeLeftOvers(Path folder, String prefix, FileTime now) throws IOException {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(
            folder,
            entry ->
                entry.getFileName().toString().startsWith(prefix)
                    && entry.getFileName().toString().endsWith(".tmp"))) {
      for (Path entry : found) {
        FileTime written;
        try {
          written = Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
          continue; // another save has just ended
        }
        if (written.toInstant().isBefore(now.toInstant().minus(LEFT_OVER))) {
          Files.deleteIfExists(entry);
        }
      }
    }
  }

  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows opens no folders and needs none: the move is durable there by itself.
    }
  }
}
