package app.respite.desktop.linux.x11;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One request, in the form the protocol gives it. */
final class Request {
  /** The machine's own, for many servers turn away clients with the other. */
  static final ByteOrder ORDER = ByteOrder.nativeOrder();

  static final int ANY_TYPE = 0;

  /** Changes of a window to be told of: its properties, and its coming, moving and going. */
  static final int PROPERTY_CHANGES = 1 << 22;

  static final int STRUCTURE_CHANGES = 1 << 17;

  private static final int CHANGE_WINDOW_ATTRIBUTES = 2;
  private static final int INTERN_ATOM = 16;
  private static final int GET_PROPERTY = 20;
  private static final int SEND_EVENT = 25;
  private static final int GRAB_KEY = 33;
  private static final int UNGRAB_KEY = 34;
  private static final int SET_INPUT_FOCUS = 42;
  private static final int GET_INPUT_FOCUS = 43;
  private static final int QUERY_EXTENSION = 98;
  private static final int GET_KEYBOARD_MAPPING = 101;
  private static final int GET_MODIFIER_MAPPING = 119;

  private static final int EVENT_MASK = 1 << 11;
  private static final int CLIENT_MESSAGE = 33;
  private static final int TO_WINDOW_MANAGER = 1 << 20 | 1 << 19;

  private final ByteBuffer out = ByteBuffer.allocate(128).order(ORDER);

  private Request(int code, int detail) {
    out.put((byte) code).put((byte) detail).putShort((short) 0);
  }

  /** A request of the core protocol or an extension; {@code detail} is its second byte. */
  static Request of(int code, int detail) {
    return new Request(code, detail);
  }

  /** The number of a name; made where there is none yet. */
  static Request atom(String name) {
    return of(INTERN_ATOM, 0).u16(name.length()).u16(0).text(name);
  }

  static Request extension(String name) {
    return of(QUERY_EXTENSION, 0).u16(name.length()).u16(0).text(name);
  }

  /** A window's property, at most so many 4-byte units of it. */
  static Request property(int window, int name, int type, int units) {
    return of(GET_PROPERTY, 0).u32(window).u32(name).u32(type).u32(0).u32(units);
  }

  /** Asks to be told of a window's changes, such as {@link #PROPERTY_CHANGES}; 0 for none. */
  static Request watch(int window, int changes) {
    return of(CHANGE_WINDOW_ATTRIBUTES, 0).u32(window).u32(EVENT_MASK).u32(changes);
  }

  /** A message about a window for the window manager. */
  static Request tellManager(int root, int window, int type, int first) {
    return of(SEND_EVENT, 0)
        .u32(root)
        .u32(TO_WINDOW_MANAGER)
        .u8(CLIENT_MESSAGE)
        .u8(32)
        .u16(0)
        .u32(window)
        .u32(type)
        .u32(first)
        .u32(0)
        .u32(0)
        .u32(0)
        .u32(0);
  }

  static Request inputFocus() {
    return of(GET_INPUT_FOCUS, 0);
  }

  /** Gives the keyboard to a window, past the window manager. */
  static Request focus(int window) {
    int revertToParent = 2;
    return of(SET_INPUT_FOCUS, revertToParent).u32(window).u32(0);
  }

  static Request grabKey(int root, int modifiers, int key) {
    int asynchronous = 1;
    return of(GRAB_KEY, 0)
        .u32(root)
        .u16(modifiers)
        .u8(key)
        .u8(asynchronous)
        .u8(asynchronous)
        .u8(0)
        .u16(0);
  }

  static Request ungrabKey(int root, int modifiers, int key) {
    return of(UNGRAB_KEY, key).u32(root).u16(modifiers).u16(0);
  }

  static Request keyboardMapping(int first, int count) {
    return of(GET_KEYBOARD_MAPPING, 0).u8(first).u8(count).u16(0);
  }

  static Request modifierMapping() {
    return of(GET_MODIFIER_MAPPING, 0);
  }

  Request u8(int value) {
    out.put((byte) value);
    return this;
  }

  Request u16(int value) {
    out.putShort((short) value);
    return this;
  }

  Request u32(int value) {
    out.putInt(value);
    return this;
  }

  /** A 64-bit value as the SYNC extension writes it: high half first, whatever the byte order. */
  Request i64(long value) {
    return u32((int) (value >> 32)).u32((int) value);
  }

  private Request text(String text) {
    out.put(text.getBytes(ISO_8859_1));
    return this;
  }

  /** The bytes to send, padded and with their length. */
  ByteBuffer bytes() {
    while (out.position() % 4 != 0) {
      out.put((byte) 0);
    }
    out.putShort(2, (short) (out.position() / 4));
    return out.flip();
  }
}
