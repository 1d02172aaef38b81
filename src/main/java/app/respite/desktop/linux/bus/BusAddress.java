package app.respite.desktop.linux.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a bus listens, as the environment says. */
sealed interface BusAddress {
  /** At a socket. */
  record At(Path socket) implements BusAddress {}

  /** Nowhere we could go. */
  record Nowhere(String why) implements BusAddress {}

  /** The user's bus: where the variable says, else where systemd puts it. */
  static BusAddress session(Map<String, String> environment) {
    String said = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").strip();
    Path usual = usual(environment);
    Path socket = said.isEmpty() ? null : firstPath(said, usual);
    if (socket != null) {
      return new At(socket);
    }
    if (usual != null && Files.exists(usual)) {
      return new At(usual);
    }
    return new Nowhere(
        said.isEmpty()
            ? "no session bus, DBUS_SESSION_BUS_ADDRESS is not set"
            : "the session bus is not at a file, DBUS_SESSION_BUS_ADDRESS names none");
  }

  /** The machine's bus. */
  static BusAddress system(Map<String, String> environment) {
    String said = environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", "").strip();
    if (said.isEmpty()) {
      return new At(Path.of("/run/dbus/system_bus_socket"));
    }
    Path socket = firstPath(said, null);
    return socket == null
        ? new Nowhere("the system bus is not at a file, DBUS_SYSTEM_BUS_ADDRESS names none")
        : new At(socket);
  }

  private static @Nullable Path usual(Map<String, String> environment) {
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    return runtime.isEmpty() ? null : path(runtime + "/bus");
  }

  /** Of several addresses the first that a Java socket reaches: no abstract names, no TCP. */
  private static @Nullable Path firstPath(String addresses, @Nullable Path usual) {
    for (String address : addresses.split(";")) {
      if (!address.startsWith("unix:")) {
        continue;
      }
      for (String pair : address.substring("unix:".length()).split(",")) {
        if (pair.startsWith("path=")) {
          Path path = path(unescaped(pair.substring("path=".length())));
          if (path != null) {
            return path;
          }
        } else if (pair.equals("runtime=yes") && usual != null) {
          return usual;
        }
      }
    }
    return null;
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException notOne) {
      return null;
    }
  }

  private static String unescaped(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] all = value.getBytes(UTF_8);
    for (int at = 0; at < all.length; at++) {
      int high = at + 2 < all.length ? Character.digit(all[at + 1], 16) : -1;
      int low = at + 2 < all.length ? Character.digit(all[at + 2], 16) : -1;
      if (all[at] == '%' && high >= 0 && low >= 0) {
        bytes.write(high << 4 | low);
        at += 2;
      } else {
        bytes.write(all[at]);
      }
    }
    return bytes.toString(UTF_8);
  }
}
