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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.date.FastDateFormat;
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

  private static final int PART_BYTES = 64 * 1024;

  /** Named, it need not be looked for in every jar there is. */
  private static final String LOGGING = "org.slf4j.nop.NOPServiceProvider";

  private static List<Path> folders = List.of();
  private static boolean loaded;

  static {
    System.setProperty("slf4j.provider", LOGGING);
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }

  private SqliteLibrary() {}

  /** What the driver makes once for all connections, which takes it longer than opening one. */
  private static final class Formats {
    static {
      FastDateFormat.getInstance(SQLiteConfig.DEFAULT_DATE_STRING_FORMAT);
    }

    private Formats() {}

    static void prepare() {
      // To come here is to have them.
    }
  }

  /** Makes ahead what every connection needs; where another thread is at it, waits for that. */
  public static void prepareConnections() {
    Formats.prepare();
  }

  /** Names the folders to keep it in, the best first. The system's temporary one is the last. */
  public static synchronized void keepIn(List<Path> places) {
    folders = List.copyOf(places);
  }

  /**
   * Loads it unless it is there.
   *
   * @throws JournalException where no folder can hold it, or none lets programs run
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    for (Path folder : folders) {
      try {
        if (use(kept(folder)) || use(List.of(unpacked(folder)))) {
          break;
        }
      } catch (IOException perhapsTheNext) {
        remark(folder, perhapsTheNext);
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

  /** Loads the first that this system can load; one of another C library it cannot. */
  @SuppressWarnings("restricted") // The whole program may use native code, as its manifest says.
  private static boolean use(List<Path> libraries) {
    for (Path library : libraries) {
      try {
        System.load(library.toString());
      } catch (UnsatisfiedLinkError perhapsTheNext) {
        remark(library, perhapsTheNext);
        continue;
      }
      String folder = String.valueOf(library.getParent());
      // It also looks there for what killed processes left, instead of through all temporary files.
      System.setProperty("org.sqlite.tmpdir", folder);
      System.setProperty("org.sqlite.lib.path", folder);
      System.setProperty("org.sqlite.lib.name", String.valueOf(library.getFileName()));
      return true;
    }
    return false;
  }

  private static void remark(Path place, Throwable why) {
    System.getLogger(SqliteLibrary.class.getName())
        .log(System.Logger.Level.DEBUG, "not in " + place, why);
  }

  /**
   * What is there for this version and machine and is whole, which its name's sum tells: found
   * without asking the driver, which starts a process to learn what system this is.
   */
  private static List<Path> kept(Path folder) throws IOException {
    String prefix = prefix();
    String[] names = folder.toFile().list((in, name) -> name.startsWith(prefix));
    List<Path> whole = new ArrayList<>();
    for (String name : names == null ? new String[0] : names) {
      Path library = folder.resolve(name).toAbsolutePath();
      if (Files.isRegularFile(library) && name.startsWith(prefix + sum(library) + "-")) {
        whole.add(library);
      }
    }
    return whole;
  }

  private static String prefix() {
    return Stream.of(
            SQLiteJDBCLoader.getVersion(),
            System.getProperty("os.name", ""),
            System.getProperty("os.arch", ""))
        .map(part -> part.replace(' ', '_').toLowerCase(Locale.ROOT) + "-")
        .collect(Collectors.joining());
  }

  private static Path unpacked(Path folder) throws IOException {
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
      String sum = HexFormat.of().toHexDigits((int) entry.getCrc());
      Path library = folder.resolve(prefix() + sum + "-" + name);
      PrivateFiles.createFolder(folder);
      unpack(jar, entry, library);
      return library.toAbsolutePath();
    }
  }

  /** Summed up each time, since a damaged library would end the process. */
  private static String sum(Path library) throws IOException {
    CRC32 sum = new CRC32();
    byte[] part = new byte[PART_BYTES];
    try (InputStream in = Files.newInputStream(library)) {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        sum.update(part, 0, read);
      }
    }
    return HexFormat.of().toHexDigits((int) sum.getValue());
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
