package app.respite.desktop.linux.bus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One life of a connection: from the socket to its end, whatever ends it. A thread of its own
 * reads; writing never waits, what the socket does not take at once is kept and written later.
 */
final class BusConnection {
  /** Hears of a connection's life, on the connection's own thread. */
  interface Owner {
    /** The bus has let us in; the first message may be sent. */
    void opened(BusConnection connection);

    /**
     * A message has come.
     *
     * @param done to be run when it has been worked on; so many may be under way, not more
     */
    void received(BusConnection connection, Message message, Runnable done);

    /** It is over; called once. */
    void ended(BusConnection connection, String why);
  }

  /** Nothing we ask for is longer; what is gets passed over. */
  private static final int LONGEST = 256 * 1024;

  /** A bus that leaves so many bytes unread has stopped. */
  private static final long UNREAD = 4L * 1024 * 1024;

  private static final int UNDER_WAY = 256;

  private final Path socket;
  private final Owner owner;
  private final Semaphore underWay = new Semaphore(UNDER_WAY);
  private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
  private long unsentBytes;
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private @Nullable String closed;

  private BusConnection(Path socket, Owner owner) {
    this.socket = socket;
    this.owner = owner;
  }

  /** Begins to connect and to read. */
  static BusConnection open(Path socket, String name, Owner owner) {
    BusConnection connection = new BusConnection(socket, owner);
    Thread.ofPlatform().daemon().name(name).start(connection::live);
    return connection;
  }

  private void live() {
    String why;
    try (SocketChannel link = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      synchronized (this) {
        channel = link;
        if (closed != null) {
          throw new IOException(closed);
        }
      }
      connect(link);
      enter(link);
      link.configureBlocking(false);
      synchronized (this) {
        key = link.register(selector, SelectionKey.OP_READ);
      }
      owner.opened(this);
      read(link, selector);
      why = "it has ended";
    } catch (IOException | RuntimeException failed) {
      why = reason(failed);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      why = "interrupted";
    }
    synchronized (this) {
      if (closed != null) {
        why = closed;
      }
      closed = why;
      unsent.clear();
    }
    owner.ended(this, why);
  }

  private void connect(SocketChannel link) throws IOException {
    try {
      link.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException | RuntimeException failed) {
      throw new IOException("nothing listens at " + socket, failed);
    }
  }

  /** Says who we are; the bus knows from the socket and needs no more than to be asked. */
  private static void enter(SocketChannel link) throws IOException {
    send(link, "\0AUTH EXTERNAL\r\nDATA\r\n");
    String answer = line(link);
    if (answer.startsWith("DATA")) {
      answer = line(link);
    }
    if (!answer.startsWith("OK ")) {
      throw new IOException("it does not let us in");
    }
    send(link, "BEGIN\r\n");
  }

  private static void send(SocketChannel link, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(US_ASCII));
    while (bytes.hasRemaining()) {
      link.write(bytes);
    }
  }

  private static String line(SocketChannel link) throws IOException {
    StringBuilder line = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (line.length() < 1000) {
      one.clear();
      if (link.read(one) < 0) {
        throw new EOFException("it has hung up");
      }
      char next = (char) one.get(0);
      if (next == '\n') {
        return line.toString();
      }
      line.append(next);
    }
    throw new IOException("it does not speak D-Bus");
  }

  private void read(SocketChannel link, Selector selector)
      throws IOException, InterruptedException {
    ByteBuffer buffer = ByteBuffer.allocate(8 * 1024);
    byte @Nullable [] whole = null;
    int have = 0;
    long skip = 0;
    while (link.isOpen()) {
      selector.select();
      if (!selector.isOpen() || !link.isOpen()) {
        return;
      }
      selector.selectedKeys().clear();
      flush();
      int count = link.read(buffer);
      if (count < 0) {
        throw new EOFException("it has hung up");
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        if (skip > 0) {
          int now = (int) Math.min(skip, buffer.remaining());
          buffer.position(buffer.position() + now);
          skip -= now;
        } else if (whole == null) {
          if (buffer.remaining() < Message.FIXED) {
            break;
          }
          long size = Message.size(buffer.slice());
          if (size < 0) {
            throw new IOException("it does not speak D-Bus");
          } else if (size > LONGEST) {
            skip = size;
          } else {
            whole = new byte[(int) size];
            have = 0;
          }
        } else {
          int now = Math.min(whole.length - have, buffer.remaining());
          buffer.get(whole, have, now);
          have += now;
          if (have == whole.length) {
            take(whole);
            whole = null;
          }
        }
      }
      buffer.compact();
    }
  }

  private void take(byte[] whole) throws InterruptedException {
    Message message;
    try {
      message = Message.of(whole);
    } catch (RuntimeException nonsense) {
      return; // a signal or call that cannot be read is none
    }
    underWay.acquire();
    owner.received(this, message, underWay::release);
  }

  /** Sends, now or as soon as the socket takes it; says whether the connection is still there. */
  synchronized boolean send(Message message) {
    if (closed != null || key == null) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(message.bytes());
    unsentBytes += bytes.remaining();
    unsent.add(bytes);
    if (unsentBytes > UNREAD) {
      close("it takes no messages");
      return false;
    }
    try {
      flush();
    } catch (IOException failed) {
      close("it has closed the connection");
    }
    return closed == null;
  }

  private synchronized void flush() throws IOException {
    SocketChannel link = channel;
    SelectionKey wish = key;
    if (link == null || wish == null || closed != null) {
      return;
    }
    ByteBuffer next = unsent.peek();
    while (next != null) {
      unsentBytes -= link.write(next);
      if (next.hasRemaining()) {
        break;
      }
      unsent.remove();
      next = unsent.peek();
    }
    int interest =
        next == null ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
    if (wish.isValid() && wish.interestOps() != interest) {
      wish.interestOps(interest);
      wish.selector().wakeup();
    }
  }

  /** Ends it; the owner hears so, with this reason. */
  synchronized void close(String why) {
    if (closed == null) {
      closed = why;
    }
    underWay.release(UNDER_WAY); // the thread may wait for one; nothing is worked on any more
    SocketChannel link = channel;
    if (link != null) {
      try {
        link.close();
      } catch (IOException failed) {
        closed = why + ", " + failed.getMessage();
      }
    }
    if (key != null) {
      key.selector().wakeup();
    }
  }

  /** Some failures of a socket that the other side has closed come without a message. */
  private static String reason(Exception failed) {
    String message = failed.getMessage();
    return message == null ? "it has closed the connection" : message;
  }
}
