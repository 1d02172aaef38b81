package app.respite.desktop.linux.x11;

import java.nio.ByteBuffer;

/**
 * What an X server says of itself at the beginning.
 *
 * @param idBase together with {@code idMask} the numbers a client may give to what it makes
 * @param root the window that holds all others on the screen that was asked for
 */
record Setup(int idBase, int idMask, int firstKey, int lastKey, int root) {
  private static final int FIXED = 40;

  /**
   * Reads the accepted setup, header included.
   *
   * @throws X11Exception where the screen does not exist
   * @throws IndexOutOfBoundsException where it is cut off
   */
  static Setup of(ByteBuffer in, int screen) throws X11Exception {
    int screens = Byte.toUnsignedInt(in.get(28));
    if (screen >= screens) {
      throw new X11Exception("the X server has no screen " + screen);
    }
    int vendor = Short.toUnsignedInt(in.getShort(24));
    int formats = Byte.toUnsignedInt(in.get(29));
    int at = FIXED + (vendor + 3) / 4 * 4 + 8 * formats;
    for (int i = 0; i < screen; i++) {
      int depths = Byte.toUnsignedInt(in.get(at + 39));
      at += 40;
      for (int depth = 0; depth < depths; depth++) {
        at += 8 + 24 * Short.toUnsignedInt(in.getShort(at + 2));
      }
    }
    return new Setup(
        in.getInt(12),
        in.getInt(16),
        Byte.toUnsignedInt(in.get(34)),
        Byte.toUnsignedInt(in.get(35)),
        in.getInt(at));
  }
}
