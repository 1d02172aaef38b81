package app.respite.desktop.any;

import app.respite.coach.port.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where the program is: all that adapters know of their surroundings.
 *
 * @param environment the process's variables
 * @param os the system's name, as Java has it
 * @param user the user's home folder
 * @param coach the command that starts the coach at login, the program first, with whole paths
 * @param clock the machine's clocks
 * @param log takes lines for the log
 */
public record Here(
    Map<String, String> environment,
    String os,
    Path user,
    List<String> coach,
    Clock clock,
    Consumer<String> log) {
  public Here {
    environment = Map.copyOf(environment);
    coach = List.copyOf(coach);
  }

  /** Whether this is Windows. */
  public boolean windows() {
    return name().startsWith("windows");
  }

  /** Whether this is macOS. */
  public boolean macos() {
    return name().startsWith("mac");
  }

  /** Whether this is Linux, or a system with the same desktops. */
  public boolean linux() {
    return name().startsWith("linux") || name().endsWith("bsd");
  }

  private String name() {
    return os.toLowerCase(Locale.ROOT);
  }
}
