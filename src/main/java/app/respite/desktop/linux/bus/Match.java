package app.respite.desktop.linux.bus;

/** Which signals to hear; an empty text stands for any. The sender may be a well-known name. */
public record Match(String sender, String path, String interfaceName, String member) {
  /** Changes of the properties of an object. */
  public static Match properties(String sender, String path) {
    return new Match(sender, path, "org.freedesktop.DBus.Properties", "PropertiesChanged");
  }

  String rule() {
    StringBuilder rule = new StringBuilder("type='signal'");
    add(rule, "sender", sender);
    add(rule, "path", path);
    add(rule, "interface", interfaceName);
    add(rule, "member", member);
    return rule.toString();
  }

  private static void add(StringBuilder rule, String key, String value) {
    if (!value.isEmpty()) {
      rule.append(',').append(key).append("='").append(value).append('\'');
    }
  }

  /** Whether all but the sender fits. */
  boolean fits(Incoming signal) {
    return fits(path, signal.path())
        && fits(interfaceName, signal.interfaceName())
        && fits(member, signal.member());
  }

  private static boolean fits(String wanted, String found) {
    return wanted.isEmpty() || wanted.equals(found);
  }
}
