package app.respite.journal;

import app.respite.coach.port.JournalException;
import app.respite.domain.ArchitectureException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native library, unpacked once by version and machine into a folder of the user's own. By
 * itself the driver unpacks it anew for every process, and a process that is killed leaves it
 * behind.
 */
@ArchitectureException(
    wall = ArchitectureException.Wall.STATIC_STATE,
    reason = "A process loads a native library once, whichever of its journals is opened first.")
public final class SqliteLibrary {
  private static final String RESOURCES = "org/sqlite/native/";

  private static List<Path> folders = List.of();
  private static boolean loaded;

  private SqliteLibrary() {}

  /** Names the folders to keep it in, the best first. The system's temporary one is the last. */
  public static synchronized void keepIn(List<Path> places) {
    folders = List.copyOf(places);
  }

  /**
   * Loads it unless it is there.
   *
   * @throws JournalException where no folder can hold it, or none lets programs run
   */
  @SuppressWarnings("restricted") // The whole program may use native code, as its manifest says.
  static synchronized void load() {
    if (loaded) {
      return;
    }
    for (Path folder : folders) {
      try {
        Path library = in(folder);
        System.load(library.toString());
        System.setProperty("org.sqlite.lib.path", String.valueOf(library.getParent()));
        System.setProperty("org.sqlite.lib.name", String.valueOf(library.getFileName()));
        break;
      } catch (IOException | UnsatisfiedLinkError perhapsTheNext) {
        System.getLogger(SqliteLibrary.class.getName())
            .log(System.Logger.Level.DEBUG, "not in " + folder, perhapsTheNext);
      }
    }
    try {
      SQLiteJDBCLoader.initialize();
      loaded = true;
    } catch (Exception | UnsatisfiedLinkError nowhere) {
      throw new JournalException(
          JournalException.Kind.IO,
          "SQLite's library can be unpacked neither into "
              + String.join(" nor ", folders.stream().map(Path::toString).toList())
              + " nor into the folder for temporary files "
              + System.getProperty("java.io.tmpdir")
              + ", which are missing, full, or run no programs (noexec): make room in one of them,"
              + " or set XDG_CACHE_HOME to a folder of your own. The journal was not touched.",
          nowhere);
    }
  }

  private static Path in(Path folder) throws IOException {
    String here = OSInfo.getNativeLibFolderPathForCurrentOS();
    String name = LibraryLoaderUtil.getNativeLibName();
    URL resource =
        SQLiteJDBCLoader.class.getClassLoader().getResource(RESOURCES + here + "/" + name);
    if (resource == null || !(resource.openConnection() instanceof JarURLConnection packed)) {
      throw new IOException("no library for " + here);
    }
    packed.setUseCaches(false);
    try (JarFile jar = packed.getJarFile()) {
      JarEntry entry = packed.getJarEntry();
      Path library =
          folder.resolve(
              String.join(
                  "-",
                  SQLiteJDBCLoader.getVersion(),
                  here.replace('/', '-').toLowerCase(Locale.ROOT),
                  HexFormat.of().toHexDigits((int) entry.getCrc()),
                  name));
      if (!isWhole(library, entry)) {
        PrivateFiles.createFolder(folder);
        unpack(jar, entry, library);
      }
      return library.toAbsolutePath();
    }
  }

  /** Size and sum are looked at each time, since a damaged library would end the process. */
  private static boolean isWhole(Path library, JarEntry entry) throws IOException {
    if (!Files.isRegularFile(library) || Files.size(library) != entry.getSize()) {
      return false;
    }
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(library));
    return sum.getValue() == entry.getCrc();
  }

  /** Appears whole or not at all; of two processes at once the later one replaces like by like. */
  private static void unpack(JarFile jar, JarEntry entry, Path library) throws IOException {
    Path draft =
        library.resolveSibling(library.getFileName() + "." + ProcessHandle.current().pid());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.deleteIfExists(draft);
      PrivateFiles.create(draft);
      Files.write(draft, in.readAllBytes());
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(draft, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
