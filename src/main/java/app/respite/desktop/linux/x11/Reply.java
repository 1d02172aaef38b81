package app.respite.desktop.linux.x11;

import java.nio.ByteBuffer;

/**
 * What came of a request.
 *
 * @param error the protocol's error code, 0 where there was none
 * @param data the whole reply, header included; empty after an error, or where none belongs to it
 */
record Reply(int error, ByteBuffer data) {
  /** The connection ended before there was an answer. */
  static final int LOST = -1;

  /** Somebody else has it already, such as a key. */
  static final int BAD_ACCESS = 10;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int HEADER = 32;

  static Reply error(int code) {
    return new Reply(code, NOTHING);
  }

  static Reply done() {
    return error(0);
  }

  boolean failed() {
    return error != 0;
  }

  boolean lost() {
    return error == LOST;
  }

  /** An atom that was asked for; 0 where that failed. */
  int atom() {
    return failed() ? 0 : data.getInt(8);
  }

  /** Four bytes of the reply as a number that is never negative. */
  long unsigned(int at) {
    return Integer.toUnsignedLong(data.getInt(at));
  }

  /** How many 32-bit units a property has that was asked for; 0 where there is none. */
  int units() {
    return failed() || data.get(1) != 32 ? 0 : clamp(data.getInt(16), 4);
  }

  /** One of them. */
  int unit(int index) {
    return data.getInt(HEADER + 4 * index);
  }

  /** The bytes of a property of text; empty where there is none. */
  byte[] text() {
    if (failed() || data.get(1) != 8) {
      return new byte[0];
    }
    byte[] bytes = new byte[clamp(data.getInt(16), 1)];
    data.get(HEADER, bytes);
    return bytes;
  }

  /** What the server claims, as far as it has sent that much. */
  private int clamp(int claimed, int size) {
    return Math.clamp(claimed, 0, (data.limit() - HEADER) / size);
  }
}
