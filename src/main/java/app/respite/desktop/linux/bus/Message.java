package app.respite.desktop.linux.bus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it goes over the bus; texts that are not there are empty.
 *
 * @param reply the serial that is answered, zero where none
 */
record Message(
    int type,
    int flags,
    long serial,
    long reply,
    String path,
    String interfaceName,
    String member,
    String error,
    String destination,
    String sender,
    Body body) {
  static final int CALL = 1;
  static final int RETURN = 2;
  static final int ERROR = 3;
  static final int SIGNAL = 4;

  /** The flag that says that an answer is not wanted. */
  static final int NO_REPLY = 1;

  /** Bytes before the header's fields. */
  static final int FIXED = 16;

  static Message call(long serial, Call call) {
    return new Message(
        CALL,
        0,
        serial,
        0,
        call.path(),
        call.interfaceName(),
        call.member(),
        "",
        call.destination(),
        "",
        call.body());
  }

  static Message signal(long serial, String path, String interfaceName, String member, Body body) {
    return new Message(SIGNAL, NO_REPLY, serial, 0, path, interfaceName, member, "", "", "", body);
  }

  Message answer(long serial, Body body) {
    return new Message(RETURN, NO_REPLY, serial, this.serial, "", "", "", "", sender, "", body);
  }

  Message refusal(long serial, String error, String why) {
    return new Message(
        ERROR, NO_REPLY, serial, this.serial, "", "", "", error, sender, "", Body.of("s", why));
  }

  Incoming incoming() {
    return new Incoming(sender, path, interfaceName, member, body);
  }

  byte[] bytes() {
    byte[] content = new Wire.Writer().body(body).bytes();
    List<Object> fields = new ArrayList<>();
    field(fields, 1, "o", path);
    field(fields, 2, "s", interfaceName);
    field(fields, 3, "s", member);
    field(fields, 4, "s", error);
    if (reply != 0) {
      fields.add(List.of(5, new Variant("u", reply)));
    }
    field(fields, 6, "s", destination);
    field(fields, 8, "g", body.signature());
    Wire.Writer whole = new Wire.Writer();
    whole.body(Body.of("yyyyuua(yv)", (int) 'l', type, flags, 1, content.length, serial, fields));
    whole.align(8);
    whole.raw(content);
    return whole.bytes();
  }

  private static void field(List<Object> fields, int number, String type, String value) {
    if (!value.isEmpty()) {
      fields.add(List.of(number, new Variant(type, value)));
    }
  }

  /**
   * The size in bytes of the message that begins with these {@link #FIXED} bytes; negative where
   * they begin none.
   */
  static long size(ByteBuffer fixed) {
    fixed.order(order(fixed));
    long body = Integer.toUnsignedLong(fixed.getInt(4));
    long fields = Integer.toUnsignedLong(fixed.getInt(12));
    boolean sound = (fixed.get(0) == 'l' || fixed.get(0) == 'B') && fixed.get(3) == 1;
    return sound ? FIXED + (fields + 7 & ~7L) + body : -1;
  }

  private static ByteOrder order(ByteBuffer bytes) {
    return bytes.get(0) == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /**
   * Reads a whole message. An answer whose values make no sense becomes an error; anything else
   * that makes none is an unchecked exception.
   */
  static Message of(byte[] whole) {
    ByteBuffer bytes = ByteBuffer.wrap(whole);
    bytes.order(order(bytes));
    List<Object> header = new Wire.Reader(bytes).values("yyyyuua(yv)");
    String[] texts = {"", "", "", "", "", "", "", "", "", ""};
    long reply = 0;
    for (Object field : (List<?>) header.get(6)) {
      List<?> pair = (List<?>) field;
      long number = (Long) pair.get(0);
      if (number == 5) {
        reply = (Long) pair.get(1);
      } else if (number < texts.length && pair.get(1) instanceof String text) {
        texts[(int) number] = text;
      }
    }
    bytes.position(bytes.position() + 7 & ~7);
    ByteBuffer content = bytes.slice().order(bytes.order());
    int type = Math.toIntExact((Long) header.get(1));
    Body body;
    try {
      body = new Body(texts[8], new Wire.Reader(content).values(texts[8]));
    } catch (RuntimeException nonsense) {
      if (type != RETURN) {
        throw nonsense;
      }
      type = ERROR;
      texts[4] = Bus.NONSENSE;
      body = Body.of("s", "the answer makes no sense");
    }
    return new Message(
        type,
        Math.toIntExact((Long) header.get(2)),
        (Long) header.get(5),
        reply,
        texts[1],
        texts[2],
        texts[3],
        texts[4],
        texts[6],
        texts[7],
        body);
  }
}
