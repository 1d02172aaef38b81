package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where things are: one folder where a home was named, otherwise the platform's own.
 *
 * @param data the journal
 * @param settings the settings file
 * @param log the log file
 * @param cache what can be made again, for all homes
 * @param runtime for the socket, the first that is short enough
 */
record Folders(Path data, Path settings, Path log, Path cache, List<Path> runtime) {
  private static final String SETTINGS = "respite.properties";
  private static final String LOG = "respite.log";
  private static final String OURS = "{journal,respite,coach,worker,window,break,mini}*";

  /** The journal's file. */
  Path journal() {
    return data.resolve("journal.db");
  }

  /**
   * Says what is in the way where this can be nobody's home, or not this user's, which must not
   * read as one without a journal.
   *
   * @throws CoachException where the data folder is there and of no use, or cannot be made
   */
  void requireHome() {
    String why = null;
    for (Path folder = data.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      try {
        if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
          throw noHome(folder + " is a file, not a folder");
        }
        if (why != null) {
          throw noHome(why);
        }
        if (!Files.isReadable(folder) && folder.equals(data.toAbsolutePath())) {
          throw noHome("you have no right to read in it");
        }
        return;
      } catch (NoSuchFileException absent) {
        if (Files.isSymbolicLink(folder)) {
          throw noHome(folder + " is a link to what is not there");
        }
      } catch (AccessDeniedException denied) {
        why = "you have no right to look into it";
      } catch (IOException strange) {
        if (Files.isSymbolicLink(folder)) {
          throw noHome(folder + ": " + Reason.of(strange));
        }
        why = Reason.of(strange);
      }
    }
  }

  private CoachException noHome(String why) {
    return new CoachException(
        CoachException.Kind.STORE,
        "the home "
            + data
            + " cannot be used: "
            + why
            + "; mend that, or name another with --home or RESPITE_HOME");
  }

  /** Where the program's native libraries are kept: beside the journal where there is no cache. */
  List<Path> libraries() {
    return List.of(cache.resolve("native"), data.resolve("native"));
  }

  /**
   * Where copies of the journal go.
   *
   * @param chosen as it is set: empty for the folder beside the journal, from which a relative one
   *     counts too; {@code ~/} is the user's own
   */
  Path backups(String chosen) {
    Path own = data.resolve("backups");
    if (chosen.isBlank()) {
      return own;
    }
    try {
      return chosen.startsWith("~/")
          ? Path.of(System.getProperty("user.home", "."), chosen.substring(2))
          : data.resolve(chosen);
    } catch (InvalidPathException noName) {
      return own;
    }
  }

  /**
   * Takes from everybody else the rights to what the program has written: a folder that was there
   * before it, or a generous umask, would let others read it.
   */
  void shield() {
    PrivateFolder.shield(settings);
    PrivateFolder.shield(log);
    for (Path folder : List.of(data, data.resolve("backups"))) {
      try (DirectoryStream<Path> ours = Files.newDirectoryStream(folder, OURS)) {
        ours.forEach(PrivateFolder::shield);
      } catch (IOException none) {
        // Where nothing can be listed nothing has been written.
      }
    }
  }

  /**
   * The folders of a call.
   *
   * @param home named in the call, or null
   * @param environment the process's variables
   * @param os the system's name
   * @param user the user's home folder
   * @param name the user's name
   * @param temporary the system's folder for temporary files
   */
  static Folders of(
      @Nullable Path home,
      Map<String, String> environment,
      String os,
      Path user,
      String name,
      Path temporary) {
    List<Path> runtime = runtime(environment, os, user, name, temporary);
    Path cache = cache(environment, os, user);
    String named = environment.getOrDefault("RESPITE_HOME", "");
    if (home == null && !named.isBlank()) {
      return of(Path.of(named), environment, os, user, name, temporary);
    }
    if (home != null) {
      Path one = home.toAbsolutePath().normalize();
      return new Folders(
          one,
          one.resolve(SETTINGS),
          one.resolve(LOG),
          cache.isAbsolute() ? cache : one.resolve("cache"),
          runtime);
    }
    if (windows(os)) {
      Path local = variable(environment, "LOCALAPPDATA", user.resolve("AppData/Local"));
      Path roaming = variable(environment, "APPDATA", user.resolve("AppData/Roaming"));
      Path data = local.resolve("Respite");
      return new Folders(
          data, roaming.resolve("Respite").resolve(SETTINGS), data.resolve(LOG), cache, runtime);
    }
    if (mac(os)) {
      Path data = user.resolve("Library/Application Support/Respite");
      return new Folders(
          data,
          data.resolve(SETTINGS),
          user.resolve("Library/Logs/Respite").resolve(LOG),
          cache,
          runtime);
    }
    Path data = variable(environment, "XDG_DATA_HOME", user.resolve(".local/share"));
    Path config = variable(environment, "XDG_CONFIG_HOME", user.resolve(".config"));
    Path state = variable(environment, "XDG_STATE_HOME", user.resolve(".local/state"));
    return new Folders(
        data.resolve("respite"),
        config.resolve("respite").resolve(SETTINGS),
        state.resolve("respite").resolve(LOG),
        cache,
        runtime);
  }

  /**
   * The user's home folder; a relative path where the system knows of none.
   *
   * @param told by the system, which says {@code ?} for a user that it does not know
   */
  static Path user(String told, Map<String, String> environment) {
    Path known = Path.of(told);
    return known.isAbsolute() ? known : variable(environment, "HOME", known);
  }

  private static Path cache(Map<String, String> environment, String os, Path user) {
    if (windows(os)) {
      return variable(environment, "LOCALAPPDATA", user.resolve("AppData/Local"))
          .resolve("Respite")
          .resolve("cache");
    }
    return mac(os)
        ? user.resolve("Library/Caches/Respite")
        : variable(environment, "XDG_CACHE_HOME", user.resolve(".cache")).resolve("respite");
  }

  private static List<Path> runtime(
      Map<String, String> environment, String os, Path user, String name, Path temporary) {
    List<Path> folders = new ArrayList<>();
    if (windows(os)) {
      folders.add(
          variable(environment, "LOCALAPPDATA", user.resolve("AppData/Local"))
              .resolve("Respite")
              .resolve("run"));
    }
    String given = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!given.isBlank() && Path.of(given).isAbsolute()) {
      folders.add(Path.of(given).resolve("respite"));
    }
    folders.add(temporary.resolve("respite-" + plain(name)));
    return folders;
  }

  /** As a folder's name: what is no plain letter, digit or sign there stands as an underscore. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && !(c >= '0' && c <= '9') && "_.-".indexOf(c) < 0) {
        plain.setCharAt(i, '_');
      }
    }
    return plain.toString();
  }

  /** A relative path in such a variable is to be ignored. */
  private static Path variable(Map<String, String> environment, String name, Path fallback) {
    String value = environment.getOrDefault(name, "");
    return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : fallback;
  }

  private static boolean windows(String os) {
    return os.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static boolean mac(String os) {
    return os.toLowerCase(Locale.ROOT).startsWith("mac");
  }
}
