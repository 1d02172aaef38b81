package app.respite.main;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Folders that hold what is nobody else's business. */
final class PrivateFolder {
  private PrivateFolder() {}

  /** Makes a folder, with those above it, for its owner alone; one that is there stays as it is. */
  static void make(Path folder) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] own =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, own);
  }

  /** Writes a file for its owner alone, in place of one that is there. */
  static void write(Path file, String text) throws IOException {
    around(file);
    Files.deleteIfExists(file);
    create(file);
    Files.writeString(file, text);
  }

  private static void create(Path file) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Files.createFile(
        file,
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
  }

  /**
   * Takes from everybody else the rights to a file, which is made where there is none. What belongs
   * to somebody else stays as it is.
   */
  static void file(Path file) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    around(file);
    try {
      create(file);
    } catch (FileAlreadyExistsException there) {
      shield(file);
    }
  }

  /** Takes from everybody else the rights to a file that is there, if it is one's own. */
  static void shield(Path file) {
    try {
      Set<PosixFilePermission> found =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      Set<PosixFilePermission> owners = EnumSet.noneOf(PosixFilePermission.class);
      owners.addAll(found);
      owners.retainAll(PosixFilePermissions.fromString("rwx------"));
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !owners.equals(found)) {
        Files.setPosixFilePermissions(file, owners);
      }
    } catch (IOException | UnsupportedOperationException somebodyElses) {
      // Its owner decides who reads it.
      return;
    }
  }

  /** Makes the folder a file shall be in. */
  static void around(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      make(folder);
    }
  }
}
