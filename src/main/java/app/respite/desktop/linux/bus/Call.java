package app.respite.desktop.linux.bus;

/** A call to somebody on the bus. */
public record Call(
    String destination, String path, String interfaceName, String member, Body body) {
  public static Call of(
      String destination, String path, String interfaceName, String member, Body body) {
    return new Call(destination, path, interfaceName, member, body);
  }

  /** Reads a property; the answer is its value. */
  public static Call property(
      String destination, String path, String interfaceName, String property) {
    return new Call(
        destination,
        path,
        "org.freedesktop.DBus.Properties",
        "Get",
        Body.of("ss", interfaceName, property));
  }

  /** A call to the bus itself. */
  public static Call toBus(String member, Body body) {
    return new Call(Bus.BUS, "/org/freedesktop/DBus", Bus.BUS, member, body);
  }
}
