package app.respite.desktop.linux.x11;

import java.nio.ByteBuffer;

/** Which keys carry which signs, and which of them are modifiers, as the server maps them. */
record Keyboard(
    int firstKey, int signsPerKey, ByteBuffer signs, int keysPerModifier, ByteBuffer modifiers) {
  static final int SHIFT = 1;
  static final int CAPS_LOCK = 1 << 1;
  static final int CTRL = 1 << 2;

  private static final int HEADER = 32;
  private static final int MODIFIERS = 8;
  private static final int NUM_LOCK_SIGN = 0xff7f;
  private static final int ALT_SIGN = 0xffe9;
  private static final int SUPER_SIGN = 0xffeb;

  /**
   * From the two replies.
   *
   * @throws IndexOutOfBoundsException where they are cut off
   */
  static Keyboard of(int firstKey, Reply signs, Reply modifiers) {
    return new Keyboard(
        firstKey,
        Byte.toUnsignedInt(signs.data().get(1)),
        signs.data().slice(HEADER, signs.data().limit() - HEADER).order(Request.ORDER),
        Byte.toUnsignedInt(modifiers.data().get(1)),
        modifiers.data().slice(HEADER, modifiers.data().limit() - HEADER));
  }

  /** The key that carries a sign, the one that needs the fewest others with it; 0 for none. */
  int key(int sign) {
    int keys = signsPerKey == 0 ? 0 : signs.limit() / 4 / signsPerKey;
    for (int column = 0; column < signsPerKey; column++) {
      for (int key = 0; key < keys; key++) {
        if (signs.getInt(4 * (key * signsPerKey + column)) == sign) {
          return firstKey + key;
        }
      }
    }
    return 0;
  }

  int alt() {
    return modifier(ALT_SIGN);
  }

  int superKey() {
    return modifier(SUPER_SIGN);
  }

  int numLock() {
    return modifier(NUM_LOCK_SIGN);
  }

  /** The modifier, as a bit, that a key with such a sign stands for; 0 for none. */
  private int modifier(int sign) {
    for (int modifier = 0; modifier < MODIFIERS; modifier++) {
      for (int i = 0; i < keysPerModifier; i++) {
        int key = Byte.toUnsignedInt(modifiers.get(modifier * keysPerModifier + i));
        if (key >= firstKey && carries(key - firstKey, sign)) {
          return 1 << modifier;
        }
      }
    }
    return 0;
  }

  private boolean carries(int key, int sign) {
    for (int column = 0; column < signsPerKey; column++) {
      int at = 4 * (key * signsPerKey + column);
      if (at + 4 <= signs.limit() && signs.getInt(at) == sign) {
        return true;
      }
    }
    return false;
  }
}
