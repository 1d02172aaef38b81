package app.respite.main;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a process of this program is for, and so how its Java is set up: the one place for the flags
 * that the start scripts, the app image and the processes started from here all use.
 *
 * <p>Each role has a cache of its own, made by {@code mvn package}. It holds the classes that role
 * needs, ready for use; a cache for all would be mapped by those that need a tenth of it. It fits
 * only this build of Java, this collector and this header size. Java does without one that does not
 * fit, and {@link #QUIETLY} keeps it from mentioning that. It does not notice another jar, so a
 * cache that is older than the jar is not used.
 */
public enum Role {
  /** Asks the coach for something, prints a line and ends, hundreds of times a day. */
  QUICK(
      "-Xms4m -XX:TieredStopAtLevel=1",
      "start stop pause resume switch break accept postpone skip end-break tired took take dismiss"
          + " item claim submitted check-in quiet meeting recover day status quit"),

  /** Any other command: it reads or writes the journal, for as long as that takes. */
  COMMAND("-Xms16m -XX:TieredStopAtLevel=1", ""),

  /**
   * Hours in the background, with hardly anything to compute: interpreted code and a small heap are
   * what keep it small.
   */
  COACH("-Xint -Xms4m -Xmx64m -Xss256k", "coach"),

  /** The window, which is to be there quickly and gone afterwards; what no word at all means. */
  WINDOW(face(), ""),

  /** The break view and the mini timer. */
  FACE(face(), "face"),

  /** Half a second of work behind whatever else is going on. */
  WORKER("-Xms16m -Xmx96m -XX:TieredStopAtLevel=1", "worker");

  /**
   * Standard output belongs to what is printed, so Java's own remarks stay away from it; its errors
   * are still told, but for those about a cache that does not fit.
   */
  private static final String QUIETLY = "-Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr";

  /** Records are bound by reflection; a class made for each accessor costs more than it saves. */
  private static final String REFLECTION = "-Djdk.reflect.useNativeAccessorOnly=true";

  private static final String CACHES = "caches";

  private final String own;
  private final String commands;

  Role(String own, String commands) {
    this.own = own;
    this.commands = commands;
  }

  /** The flags of a process in this role, without its cache. */
  public List<String> flags() {
    return words("-XX:+UseSerialGC -XX:-UsePerfData " + own + " " + REFLECTION + " " + QUIETLY);
  }

  /** The first words of a call that mean this role. */
  public List<String> commands() {
    return words(commands);
  }

  /** The role of a call, which its first word tells; a wish for the window has none. */
  static Role of(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    if (first.isEmpty() || first.startsWith("-")) {
      return WINDOW;
    }
    return Stream.of(values())
        .filter(role -> role.commands().contains(first))
        .findFirst()
        .orElse(COMMAND);
  }

  /** How scripts and files name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Where the caches of a jar are.
   *
   * @param folder the jar's
   */
  public static Path caches(Path folder) {
    return folder.resolve(CACHES);
  }

  /** Where this role's cache is, below the folder of the jar. */
  public String cache() {
    return CACHES + "/" + word() + ".aot";
  }

  /**
   * Java and the jar, as the beginning of a command in this role.
   *
   * @param java the java command
   * @param jar {@code respite.jar}
   */
  List<String> command(Path java, Path jar) {
    Path cache = jar.resolveSibling(cache().replace('/', File.separatorChar));
    return Stream.of(
            List.of(java.toString()),
            fits(cache, jar) ? List.of("-XX:AOTCache=" + cache) : List.<String>of(),
            flags())
        .flatMap(List::stream)
        .toList();
  }

  private static boolean fits(Path cache, Path jar) {
    try {
      return Files.exists(cache)
          && Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache)) <= 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private static String face() {
    // A young part this large is collected a few times before the first picture, not twenty. The
    // upper limits are for pictures of the whole screen, a few of which are kept while drawing (33
    // MB each at 3840 x 2160): where one has no room, JavaFX draws nothing and says nothing.
    return "-Xms16m -Xmn8m -Xmx512m -XX:TieredStopAtLevel=1 -XX:MinHeapFreeRatio=10"
        + " -XX:MaxHeapFreeRatio=20 -Dprism.order=sw -Dprism.targetvram=4m -Dprism.maxvram=1g";
  }

  /**
   * Variables that a process of this role gets. What draws by software has no use for the graphics
   * libraries that GTK would load (26 MB), nor for a memory arena a thread.
   */
  public Map<String, String> environment() {
    return switch (this) {
      case WINDOW, FACE -> new TreeMap<>(Map.of("GDK_GL", "disable", "MALLOC_ARENA_MAX", "2"));
      case QUICK, COMMAND, COACH, WORKER -> Map.of();
    };
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
