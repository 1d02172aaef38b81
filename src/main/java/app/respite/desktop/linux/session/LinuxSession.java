package app.respite.desktop.linux.session;

import app.respite.coach.port.Clock;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.Choice;
import app.respite.desktop.any.Errands;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the services of a Linux desktop session can do for the coach, port by port. */
public final class LinuxSession {
  private static final String AUTOSTART = "autostart/respite.desktop";

  private LinuxSession() {}

  /** Calls, as far as the kernel shows them. */
  public static List<Candidate<Sense>> calls(Clock clock, Consumer<String> log) {
    return calls(CallPlaces.ofTheSystem(), clock, log);
  }

  static List<Candidate<Sense>> calls(CallPlaces places, Clock clock, Consumer<String> log) {
    return List.of(
        new Choice<>(
            "Microphone and webcam in use",
            Tried.MOCK,
            () -> {
              if (!Files.isDirectory(places.sound())
                  && Camera.list(places.devices(), "video", 1).isEmpty()) {
                return new Answer.Missing<>("there is no sound card and no camera", "");
              }
              Errands errands = new Errands("calls", log);
              return new Answer.Works<>(
                  new CallSense(places, clock, errands, errands::close),
                  "a Bluetooth microphone is not seen, and any recording counts as a call");
            }));
  }

  /**
   * Start at login.
   *
   * @param command what to start, the program first and with its whole path
   * @param comment what a user reads in the desktop's settings, one line
   */
  public static List<Candidate<Autostart>> autostart(
      Map<String, String> environment, List<String> command, String comment) {
    return List.of(
        new Choice<>(
            "XDG autostart", Tried.REAL, () -> autostartHere(environment, command, comment)));
  }

  private static Answer<Autostart> autostartHere(
      Map<String, String> environment, List<String> command, String comment) {
    Path home = folder(environment.get("XDG_CONFIG_HOME"));
    if (home == null) {
      Path user = folder(environment.get("HOME"));
      home = user == null ? null : user.resolve(".config");
    }
    if (home == null) {
      return new Answer.Missing<>("neither XDG_CONFIG_HOME nor HOME is set", "set HOME");
    }
    List<Path> systems = new ArrayList<>();
    for (String place : environment.getOrDefault("XDG_CONFIG_DIRS", "/etc/xdg").split(":", -1)) {
      Path system = folder(place);
      if (system != null) {
        systems.add(system.resolve(AUTOSTART));
      }
    }
    return new Answer.Works<>(
        new XdgAutostart(home.resolve(AUTOSTART), systems, command, comment),
        environment.getOrDefault("XDG_CURRENT_DESKTOP", "").isBlank()
            ? "a window manager without a desktop may not read it;"
                + " start \"respite coach\" in its own start file then"
            : "");
  }

  /** A place from the environment; what is not absolute does not count. */
  private static @Nullable Path folder(@Nullable String place) {
    if (place == null || !place.startsWith("/")) {
      return null;
    }
    try {
      return Path.of(place);
    } catch (InvalidPathException odd) {
      return null;
    }
  }
}
