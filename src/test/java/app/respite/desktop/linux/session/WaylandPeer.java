package app.respite.desktop.linux.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** One end of a Wayland conversation, word by word. */
final class WaylandPeer implements AutoCloseable {
  private static final String FAKE_INPUT = "org_kde_kwin_fake_input";

  /** A message; the body's position is where its arguments begin. */
  record Message(int object, int code, ByteBuffer body) {
    int number() {
      return body.getInt();
    }

    String text() {
      byte[] bytes = new byte[body.getInt()];
      body.get(bytes).position(body.position() + (4 - bytes.length % 4) % 4);
      return new String(bytes, 0, bytes.length - 1, US_ASCII);
    }
  }

  private final SocketChannel channel;

  WaylandPeer(SocketChannel channel) {
    this.channel = channel;
  }

  /** A client of KWin that moves the user's pointer. */
  static WaylandPeer fakeInput(Map<String, String> environment) {
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(
          UnixDomainSocketAddress.of(
              Path.of(environment.get("XDG_RUNTIME_DIR"), environment.get("WAYLAND_DISPLAY"))));
      WaylandPeer peer = new WaylandPeer(channel);
      peer.say(1, 1, 2);
      Message offer = peer.hear();
      int name = offer.number();
      while (!offer.text().equals(FAKE_INPUT)) {
        offer = peer.hear();
        name = offer.number();
      }
      peer.say(2, 0, name, FAKE_INPUT, 1, 3);
      peer.say(3, 0, "test", "moves the pointer");
      return peer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void movePointer() {
    say(3, 1, 5 * 256, 3 * 256);
  }

  /** Says something; arguments are numbers and texts. */
  void say(int object, int code, Object... arguments) {
    ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());
    out.putInt(object).putInt(0);
    for (Object argument : arguments) {
      if (argument instanceof String text) {
        out.putInt(text.length() + 1);
        out.put(Arrays.copyOf(text.getBytes(US_ASCII), (text.length() / 4 + 1) * 4));
      } else {
        out.putInt((Integer) argument);
      }
    }
    out.putInt(4, out.position() << 16 | code);
    raw(out.flip());
  }

  void raw(ByteBuffer words) {
    try {
      while (words.hasRemaining()) {
        channel.write(words);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Message hear() {
    ByteBuffer head = read(8);
    int object = head.getInt();
    int rest = head.getInt();
    return new Message(object, rest & 0xffff, read((rest >>> 16) - 8));
  }

  private ByteBuffer read(int length) {
    ByteBuffer in = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    try {
      while (in.hasRemaining()) {
        if (channel.read(in) < 0) {
          throw new EOFException();
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return in.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
