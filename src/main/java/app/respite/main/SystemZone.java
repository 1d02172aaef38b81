package app.respite.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where the system says the user is. */
final class SystemZone {
  private static final Path LOCAL_TIME = Path.of("/etc/localtime");
  private static final String ZONES = "zoneinfo/";

  private SystemZone() {}

  /** The zone now. Where the system's zone is a link it is looked up again: the user may travel. */
  static ZoneId now() {
    try {
      String linked = isFixed() ? null : linked();
      return linked == null ? ZoneId.systemDefault() : ZoneId.of(linked);
    } catch (DateTimeException strange) {
      return ZoneId.systemDefault();
    }
  }

  /**
   * Its name, for a process that only hands it on: what a zone is takes long to load. Null where
   * only loading would tell, which is then the same for every process of this system.
   */
  static @Nullable String name() {
    return isFixed() ? ZoneId.systemDefault().getId() : linked();
  }

  private static boolean isFixed() {
    return !System.getProperty("user.timezone", "").isBlank() || System.getenv("TZ") != null;
  }

  private static @Nullable String linked() {
    try {
      String target = Files.readSymbolicLink(LOCAL_TIME).toString();
      int zones = target.indexOf(ZONES);
      return zones < 0 ? null : target.substring(zones + ZONES.length());
    } catch (IOException | UnsupportedOperationException none) {
      return null;
    }
  }
}
