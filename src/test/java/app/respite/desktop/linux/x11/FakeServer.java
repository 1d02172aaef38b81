package app.respite.desktop.linux.x11;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An X server that says whatever a test wants it to. */
final class FakeServer implements AutoCloseable {
  static final int ROOT = 0x123;

  /** Decides what is said. */
  interface Script {
    /** The answer to the greeting. */
    default byte[] welcome() {
      return setup(1);
    }

    /** The answer to a request; empty for none. */
    byte[] answer(int sequence, int opcode, ByteBuffer request);
  }

  private final ServerSocket socket;
  private final Script script;
  final AtomicInteger clients = new AtomicInteger();
  private volatile Socket client;

  FakeServer(Script script) {
    this.script = script;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread thread = new Thread(this::serve, "fake-x-server");
    thread.setDaemon(true);
    thread.start();
  }

  Map<String, String> environment() {
    return Map.of("DISPLAY", "localhost:" + (socket.getLocalPort() - 6000));
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket in = socket.accept()) {
        clients.incrementAndGet();
        client = in;
        in.setTcpNoDelay(true);
        talk(
            new DataInputStream(new BufferedInputStream(in.getInputStream())),
            in.getOutputStream());
      } catch (IOException over) {
        // The next client, or none.
      }
    }
  }

  private void talk(DataInputStream in, OutputStream out) throws IOException {
    ByteBuffer hello = read(in, 12);
    in.readNBytes((hello.getShort(6) + 3) / 4 * 4 + (hello.getShort(8) + 3) / 4 * 4);
    out.write(script.welcome());
    out.flush();
    for (int sequence = 1; ; sequence++) {
      ByteBuffer start = read(in, 4);
      ByteBuffer rest = read(in, Short.toUnsignedInt(start.getShort(2)) * 4 - 4);
      ByteBuffer whole = buffer(4 + rest.limit()).put(start).put(rest).flip();
      out.write(script.answer(sequence, Byte.toUnsignedInt(whole.get(0)), whole));
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private static ByteBuffer read(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(Request.ORDER);
  }

  /** Says something unasked. */
  void say(byte[] words) {
    try {
      client.getOutputStream().write(words);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(Request.ORDER);
  }

  /** An accepted greeting with so many screens; the last has {@link #ROOT}. */
  static byte[] setup(int screens) {
    int depths = 2;
    int visuals = 3;
    int screen = 40 + depths * (8 + 24 * visuals);
    int length = 40 + 8 + 8 + screens * screen;
    ByteBuffer out = buffer(length);
    out.put(0, (byte) 1).putShort(2, (short) 11).putShort(6, (short) ((length - 8) / 4));
    out.putInt(12, 0x400000).putInt(16, 0x1fffff);
    out.putShort(24, (short) 5).put(28, (byte) screens).put(29, (byte) 1);
    out.put(34, (byte) 8).put(35, (byte) 255);
    for (int i = 0; i < screens; i++) {
      int at = 56 + i * screen;
      out.putInt(at, i == screens - 1 ? ROOT : 0x999).put(at + 39, (byte) depths);
      for (int depth = 0; depth < depths; depth++) {
        out.putShort(at + 40 + depth * (8 + 24 * visuals) + 2, (short) visuals);
      }
    }
    return out.array();
  }

  static byte[] refusal(String reason) {
    int padded = (reason.length() + 3) / 4 * 4;
    ByteBuffer out = buffer(8 + padded);
    out.put(1, (byte) reason.length()).putShort(6, (short) (padded / 4));
    out.put(8, reason.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    return out.array();
  }

  /** A reply with nothing in it but a first value; {@code extra} more units follow. */
  static byte[] reply(int sequence, int value, int extra) {
    ByteBuffer out = buffer(32 + 4 * extra);
    out.put(0, (byte) 1).putShort(2, (short) sequence).putInt(4, extra).putInt(8, value);
    return out.array();
  }

  static byte[] error(int sequence, int code) {
    return buffer(32).put(1, (byte) code).putShort(2, (short) sequence).array();
  }

  static byte[] event(int sequence, int code) {
    return buffer(32).put(0, (byte) code).putShort(2, (short) sequence).array();
  }

  @Override
  public void close() {
    try {
      socket.close();
      Socket open = client;
      if (open != null) {
        open.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
