package app.respite.desktop.linux.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * D-Bus's binary form of values. What cannot be read or written ends in an {@link
 * IllegalArgumentException} or another unchecked exception, never in more memory than the bytes at
 * hand are worth.
 */
final class Wire {
  /** Deeper than anything that is sent to us; a structure without end stops here. */
  private static final int DEPTH = 32;

  private Wire() {}

  /** Where the complete type that begins at a place ends. */
  private static int end(String signature, int at, int depth) {
    if (depth > DEPTH) {
      throw new IllegalArgumentException("too deep");
    }
    char type = signature.charAt(at);
    if (type == 'a') {
      return end(signature, at + 1, depth + 1);
    }
    if (type == '(' || type == '{') {
      char close = type == '(' ? ')' : '}';
      int next = at + 1;
      while (signature.charAt(next) != close) {
        next = end(signature, next, depth + 1);
      }
      if (next == at + 1) {
        throw new IllegalArgumentException("empty structure");
      }
      return next + 1;
    }
    if ("ybnqiuxtdsogvh".indexOf(type) < 0) {
      throw new IllegalArgumentException("no type: " + signature);
    }
    return at + 1;
  }

  private static int alignment(char type) {
    return switch (type) {
      case 'y', 'g', 'v' -> 1;
      case 'n', 'q' -> 2;
      case 'x', 't', 'd', '(', '{' -> 8;
      default -> 4;
    };
  }

  /** Writes, least byte first. */
  static final class Writer {
    private byte[] bytes = new byte[256];
    private int length;

    Writer body(Body body) {
      int at = 0;
      for (Object value : body.values()) {
        at = value(body.signature(), at, value);
      }
      if (at != body.signature().length()) {
        throw new IllegalArgumentException("fewer values than types: " + body.signature());
      }
      return this;
    }

    int length() {
      return length;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }

    void raw(byte[] more) {
      room(more.length);
      System.arraycopy(more, 0, bytes, length, more.length);
      length += more.length;
    }

    void align(int to) {
      number(0, -length & to - 1);
    }

    void number(long value, int size) {
      room(size);
      for (int at = 0; at < size; at++) {
        bytes[length++] = (byte) (value >>> (8 * at));
      }
    }

    private void room(int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
      }
    }

    /** Writes a value of the type that begins at a place; gives the place after that type. */
    private int value(String signature, int at, Object value) {
      char type = signature.charAt(at);
      align(alignment(type));
      switch (type) {
        case 'y' -> number(number(value), 1);
        case 'n', 'q' -> number(number(value), 2);
        case 'i', 'u', 'h' -> number(number(value), 4);
        case 'x', 't' -> number(number(value), 8);
        case 'd' -> number(Double.doubleToLongBits(((Number) value).doubleValue()), 8);
        case 'b' -> number((Boolean) value ? 1 : 0, 4);
        case 's', 'o' -> {
          byte[] text = ((String) value).replace("\0", "").getBytes(UTF_8);
          number(text.length, 4);
          raw(text);
          number(0, 1);
        }
        case 'g' -> signature((String) value);
        case 'v' -> {
          Variant variant = (Variant) value;
          signature(variant.signature());
          value(variant.signature(), 0, variant.value());
        }
        case 'a' -> {
          return array(signature, at, value);
        }
        case '(' -> {
          int next = at + 1;
          for (Object part : (List<?>) value) {
            next = value(signature, next, part);
          }
          return next + 1;
        }
        default -> throw new IllegalArgumentException("no type: " + signature);
      }
      return at + 1;
    }

    private void signature(String signature) {
      number(signature.length(), 1);
      raw(signature.getBytes(UTF_8));
      number(0, 1);
    }

    private int array(String signature, int at, Object value) {
      int end = end(signature, at, 0);
      int size = length;
      number(0, 4);
      align(alignment(signature.charAt(at + 1)));
      int start = length;
      switch (value) {
        case byte[] raw -> raw(raw);
        case Map<?, ?> map ->
            map.forEach(
                (key, of) -> {
                  align(8);
                  value(signature, value(signature, at + 2, key), of);
                });
        default -> {
          for (Object element : (List<?>) value) {
            value(signature, at + 1, element);
          }
        }
      }
      int written = length - start;
      for (int digit = 0; digit < 4; digit++) {
        bytes[size + digit] = (byte) (written >>> (8 * digit));
      }
      return end;
    }

    private static long number(Object value) {
      return ((Number) value).longValue();
    }
  }

  /** Reads, in the order the buffer has; the buffer begins where alignment counts from. */
  static final class Reader {
    private final ByteBuffer from;

    Reader(ByteBuffer from) {
      this.from = from;
    }

    List<Object> values(String signature) {
      List<Object> values = new ArrayList<>();
      for (int at = 0; at < signature.length(); at = end(signature, at, 0)) {
        values.add(value(signature, at, 0));
      }
      return values;
    }

    private void align(int to) {
      from.position(from.position() + (-from.position() & to - 1));
    }

    private Object value(String signature, int at, int depth) {
      if (depth > DEPTH) {
        throw new IllegalArgumentException("too deep");
      }
      char type = signature.charAt(at);
      align(alignment(type));
      return switch (type) {
        case 'y' -> (long) (from.get() & 0xff);
        case 'n' -> (long) from.getShort();
        case 'q' -> (long) (from.getShort() & 0xffff);
        case 'i', 'h' -> (long) from.getInt();
        case 'u' -> Integer.toUnsignedLong(from.getInt());
        case 'x', 't' -> from.getLong();
        case 'd' -> from.getDouble();
        case 'b' -> from.getInt() != 0;
        case 's', 'o' -> text(from.getInt());
        case 'g' -> text(from.get() & 0xff);
        case 'v' -> {
          String inner = text(from.get() & 0xff);
          if (end(inner, 0, 0) != inner.length()) {
            throw new IllegalArgumentException("a variant of several types");
          }
          yield value(inner, 0, depth + 1);
        }
        case 'a' -> array(signature, at + 1, depth);
        case '(' -> {
          List<Object> parts = new ArrayList<>();
          int next = at + 1;
          while (signature.charAt(next) != ')') {
            parts.add(value(signature, next, depth + 1));
            next = end(signature, next, 0);
          }
          yield parts;
        }
        default -> throw new IllegalArgumentException("no type: " + signature);
      };
    }

    private String text(int size) {
      byte[] text = raw(size);
      from.get();
      return new String(text, UTF_8);
    }

    private byte[] raw(int size) {
      if (size < 0 || size > from.remaining()) {
        throw new IllegalArgumentException("longer than the message");
      }
      byte[] raw = new byte[size];
      from.get(raw);
      return raw;
    }

    private Object array(String signature, int element, int depth) {
      int size = from.getInt();
      char type = signature.charAt(element);
      align(alignment(type));
      if (type == 'y') {
        return raw(size);
      }
      int stop = from.position() + size;
      if (size < 0 || stop > from.limit()) {
        throw new IllegalArgumentException("longer than the message");
      }
      if (type != '{') {
        List<Object> list = new ArrayList<>();
        while (from.position() < stop) {
          list.add(value(signature, element, depth + 1));
        }
        return list;
      }
      Map<Object, Object> map = new LinkedHashMap<>();
      int value = end(signature, element + 1, 0);
      while (from.position() < stop) {
        align(8);
        Object key = value(signature, element + 1, depth + 1);
        map.put(key, value(signature, value, depth + 1));
      }
      return map;
    }
  }
}
