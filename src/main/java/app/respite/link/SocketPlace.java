package app.respite.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Where the coach of a home listens: a short name in a folder that only its owner can enter. A
 * socket's path has room for little more than a hundred bytes.
 */
public final class SocketPlace {
  private static final int MOST_BYTES = 100;
  private static final int HASH_DIGITS = 12;

  private SocketPlace() {}

  /**
   * Where the socket of a home may be: the folders that are short enough, the best first.
   *
   * @param folders the runtime folder, then others to fall back to
   */
  public static List<Path> of(Path home, List<Path> folders) {
    String name = hash(home) + ".sock";
    return folders.stream()
        .map(folder -> folder.resolve(name).toAbsolutePath())
        .filter(path -> path.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES)
        .toList();
  }

  /** Makes the folder of a socket, for its owner alone; refuses one of somebody else. */
  static void prepare(Path socket) throws IOException {
    Path folder = socket.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(socket + " is in no folder");
    }
    if (!posix()) {
      Files.createDirectories(folder);
      return;
    }
    try {
      Files.createDirectory(folder, ownerOnly("rwx------"));
    } catch (FileAlreadyExistsException there) {
      checkOwn(folder);
    }
  }

  private static void checkOwn(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(folder + " is no folder");
    }
    Path probe = Files.createTempFile(folder, "own", "");
    boolean own;
    try {
      own = Files.getOwner(probe).equals(Files.getOwner(folder));
    } finally {
      Files.delete(probe);
    }
    if (!own) {
      throw new IOException(folder + " belongs to somebody else; set XDG_RUNTIME_DIR to your own");
    }
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(folder);
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString("rwx------");
    if (!found.equals(wanted)) {
      Files.setPosixFilePermissions(folder, wanted);
    }
  }

  /** The rights of a new file or folder, where the system has such rights. */
  static FileAttribute<?>[] ownerOnly(String rights) {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static String hash(Path home) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(real(home).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** One home, one name, whatever links lead to it. */
  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException notThereYet) {
      return home.toAbsolutePath().normalize();
    }
  }
}
