package app.respite.desktop.linux.session;

import app.respite.desktop.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parts of a session beside those of the rig. */
public final class Parts {
  private Parts() {}

  /**
   * A session bus on which nothing starts when it is needed, but for what {@link #activate} adds;
   * the machine's own service files do not count.
   */
  public static Process sessionBusWithout(Rig rig) {
    return bus(rig, "session", "DBUS_SESSION_BUS_ADDRESS");
  }

  /** A stand-in for the system bus, likewise. */
  public static Process systemBusWithout(Rig rig) {
    return bus(rig, "system", "DBUS_SYSTEM_BUS_ADDRESS");
  }

  private static Process bus(Rig rig, String name, String variable) {
    Rig.need("dbus-daemon");
    Path socket = rig.folder().resolve(name + "-bus");
    Path configuration = rig.folder().resolve(name + "-bus.conf");
    String text =
        """
        <busconfig>
          <type>session</type>
          <listen>unix:path=%s</listen>
          <servicedir>%s</servicedir>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """
            .formatted(socket, services(rig));
    write(configuration, text);
    Process bus =
        rig.run(name + "-bus", "dbus-daemon", "--nofork", "--config-file=" + configuration);
    rig.environment().put(variable, "unix:path=" + socket);
    rig.until(name + " bus is there", () -> Files.exists(socket));
    return bus;
  }

  /** Lets the bus start a program when a name is called. */
  public static void activate(Rig rig, String name, String program) {
    write(
        services(rig).resolve(name + ".service"),
        "[D-BUS Service]\nName=%s\nExec=%s\n".formatted(name, program));
    rig.ask(
        "gdbus",
        "call",
        "--session",
        "--dest=org.freedesktop.DBus",
        "--object-path=/org/freedesktop/DBus",
        "--method=org.freedesktop.DBus.ReloadConfig");
  }

  private static Path services(Rig rig) {
    try {
      return Files.createDirectories(rig.folder().resolve("services"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The program behind Xfce's notifications; no path leads to it. */
  public static String xfceNotifications() {
    return installed("xfce4/notifyd/xfce4-notifyd");
  }

  /** The program behind Xfce's settings. */
  public static String xfconf() {
    return installed("xfce4/xfconf/xfconfd");
  }

  private static String installed(String program) {
    for (String place : List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")) {
      if (Files.isExecutable(Path.of(place, program))) {
        return place + "/" + program;
      }
    }
    Rig.needFile("/usr/lib/x86_64-linux-gnu/" + program);
    throw new AssertionError("skipped");
  }

  /** A stand-in made by python3-dbusmock. */
  public static Process mock(Rig rig, String name, String... arguments) {
    Rig.needFile("/usr/lib/python3/dist-packages/dbusmock/__init__.py");
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-m", "dbusmock"));
    command.addAll(List.of(arguments));
    return rig.run(name, command.toArray(String[]::new));
  }
}
