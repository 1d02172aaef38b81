package app.respite.desktop.linux.session;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a process of this user holds a camera open. The kernel has no event for it and to look
 * through all descriptors is dear, so the count of users that a camera's driver keeps is asked
 * first, and where it says that nobody is there, nothing else is.
 */
final class Camera {
  private static final String PREFIX = "video";
  private static final String WEBCAM_DRIVER = "uvcvideo";

  /** It opens every camera only to learn its formats; what films through it, the daemon holds. */
  private static final String SESSION_MANAGER = "wireplumber";

  private static final int MOST_DEVICES = 64;
  private static final int MOST_DESCRIPTORS = 1024;
  private static final int MANY_LINKS = 40_000;
  private static final int FEW_LINKS = 2_000;
  private static final int UNKNOWN = -1;

  private final CallPlaces places;
  private String holder = "";
  private String resumeAfter = "";
  private int usersInVain = UNKNOWN;

  Camera(CallPlaces places) {
    this.places = places;
  }

  /** Looks; a second at the very most, mostly under a millisecond. */
  boolean inUse() {
    Set<Path> devices = new HashSet<>();
    int users = 0;
    for (Path device : list(places.devices(), PREFIX, MOST_DEVICES)) {
      int of = users(device.getFileName());
      if (of != 0) {
        devices.add(device);
        users = of == UNKNOWN || users == UNKNOWN ? UNKNOWN : Math.max(users, of);
      }
    }
    if (devices.isEmpty()) {
      holder = "";
      return false;
    }
    if (!holder.isEmpty() && holds(places.processes().resolve(holder), devices, new int[1])) {
      return true;
    }
    holder = "";
    return search(devices, users);
  }

  /** Known users of which none was found are not searched for again in a hurry. */
  private boolean search(Set<Path> devices, int users) {
    boolean thorough = users != UNKNOWN && users != usersInVain;
    int[] links = {0};
    int most = thorough ? MANY_LINKS : FEW_LINKS;
    List<Path> processes = list(places.processes(), "", MANY_LINKS);
    processes.removeIf(process -> !isNumber(process.getFileName().toString()));
    int from = thorough ? 0 : indexAfter(processes, resumeAfter);
    for (int i = 0; i < processes.size(); i++) {
      Path process = processes.get((from + i) % processes.size());
      if (links[0] >= most) {
        break;
      }
      resumeAfter = process.getFileName().toString();
      if (holds(process, devices, links)) {
        holder = resumeAfter;
        usersInVain = UNKNOWN;
        return true;
      }
    }
    usersInVain = users;
    return false;
  }

  private static int indexAfter(List<Path> processes, String name) {
    for (int i = 0; i < processes.size(); i++) {
      if (processes.get(i).getFileName().toString().equals(name)) {
        return (i + 1) % processes.size();
      }
    }
    return 0;
  }

  /** A process of another user shows no descriptors. */
  private static boolean holds(Path process, Set<Path> devices, int[] links) {
    for (Path descriptor : list(process.resolve("fd"), "", MOST_DESCRIPTORS)) {
      links[0]++;
      try {
        if (devices.contains(Files.readSymbolicLink(descriptor))) {
          return !TextFile.firstLine(process.resolve("comm")).equals(SESSION_MANAGER);
        }
      } catch (IOException | RuntimeException closed) {
        // closed in between, or no link: not a camera
      }
    }
    return false;
  }

  /**
   * How many use a device's driver; 0 too where it is none of a camera, but for example of a
   * decoder.
   */
  private int users(Path device) {
    Path driver = places.cameras().resolve(device).resolve("device").resolve("driver");
    if (!Files.exists(driver)) {
      return UNKNOWN;
    }
    try {
      Path name = driver.toRealPath().getFileName();
      if (name == null || !name.toString().equals(WEBCAM_DRIVER)) {
        return 0;
      }
    } catch (IOException gone) {
      return UNKNOWN;
    }
    String count = TextFile.firstLine(driver.resolve("module").resolve("refcnt"));
    return count.length() < 6 && isNumber(count) ? Integer.parseInt(count) : UNKNOWN;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** What a folder holds with this prefix; nothing where it cannot be read. */
  static List<Path> list(Path folder, String prefix, int most) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (found.size() >= most) {
          break;
        }
        if (entry.getFileName().toString().startsWith(prefix)) {
          found.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException gone) {
      // another user's, or not there: what was seen so far counts
    }
    return found;
  }
}
