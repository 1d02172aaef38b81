package app.respite.main;

import app.respite.coach.Doctor;
import app.respite.coach.port.Clock;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.Finding;
import app.respite.desktop.Desktops;
import app.respite.desktop.any.Here;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The desktop this process runs in. */
final class Desktop {
  private final Here here;
  private final LogFile log;

  /**
   * The desktop of a process.
   *
   * @param environment its variables
   * @param os the system's name
   * @param user the user's home folder
   * @param home the home named in the call, or null
   */
  Desktop(
      Map<String, String> environment,
      String os,
      Path user,
      @Nullable Path home,
      Clock clock,
      LogFile log) {
    String named = environment.getOrDefault("RESPITE_HOME", "");
    Path own = home == null && !named.isBlank() ? Path.of(named) : home;
    this.here = new Here(environment, os, user, OwnProcess.atLogin(own), clock, log::line);
    this.log = log;
  }

  /** What there is here. */
  DesktopPorts ports() {
    return Desktops.here(here);
  }

  /** What works here and what does not, port by port. */
  List<Finding> findings(Executor threads, Duration bound) {
    try (DesktopPorts ports = ports()) {
      return new Doctor(threads, bound, log::failure).examine(ports, Desktops.windows(here));
    }
  }

  /** The first switch that works, or why none does. */
  Answer<Autostart> autostart() {
    Answer<Autostart> last = new Answer.Missing<>("nothing is known for it on this system", "");
    try (DesktopPorts ports = ports()) {
      for (Candidate<Autostart> candidate : ports.autostart()) {
        last = candidate.probe();
        if (last instanceof Answer.Works<Autostart>) {
          break;
        }
      }
    }
    return last;
  }

  /** The first of a port's candidates that works here. */
  static <T> Optional<T> first(List<Candidate<T>> candidates) {
    for (Candidate<T> candidate : candidates) {
      if (candidate.probe() instanceof Answer.Works<T>(T port, String note)) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  /** The kind of session. */
  String session() {
    if (!here.linux()) {
      return "the system's own";
    }
    String type = variable("XDG_SESSION_TYPE");
    if (type.isBlank()) {
      type =
          !variable("WAYLAND_DISPLAY").isBlank()
              ? "wayland"
              : !variable("DISPLAY").isBlank() ? "x11" : "none";
    }
    String desktop = variable("XDG_CURRENT_DESKTOP");
    return desktop.isBlank() ? type : type + ", " + desktop;
  }

  /** Where windows go. */
  String display() {
    if (!here.linux()) {
      return "the system's own";
    }
    String wayland = variable("WAYLAND_DISPLAY");
    String x = variable("DISPLAY");
    if (wayland.isBlank() || x.isBlank()) {
      return wayland.isBlank() && x.isBlank() ? "none" : wayland + x;
    }
    return wayland + " and " + x;
  }

  private String variable(String name) {
    return here.environment().getOrDefault(name, "");
  }
}
