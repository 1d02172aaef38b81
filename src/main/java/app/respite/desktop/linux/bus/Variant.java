package app.respite.desktop.linux.bus;

/**
 * A value that carries its type with it, to be sent. What is received comes unwrapped.
 *
 * @param signature a single complete type
 */
public record Variant(String signature, Object value) {
  public static Variant of(String text) {
    return new Variant("s", text);
  }

  public static Variant of(boolean yes) {
    return new Variant("b", yes);
  }

  public static Variant of(int number) {
    return new Variant("i", number);
  }
}
