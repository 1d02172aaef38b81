package app.respite.desktop.linux.x11;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an X server. One thread of its own reads; all that is heard is heard on it.
 * Whoever sends does not wait, except in {@link #ask}. When the server goes, says something that
 * cannot be read or no longer answers, the conversation is over, once and for all.
 */
final class X11Connection {
  /** Hears what the server tells unasked. */
  interface Listener {
    /**
     * An event.
     *
     * @param code its kind
     * @param event its 32 bytes, valid during the call
     */
    void event(int code, ByteBuffer event);

    /** The conversation is over; nothing more comes. Also told to those who join afterwards. */
    void lost(String why);
  }

  /** How long a server may take to answer before it counts as gone. */
  static final long PATIENCE_MILLIS = 2_000;

  /** A whole keyboard with 255 signs a key is below this; nothing else that is asked for is big. */
  private static final int LONGEST = 256 * 1024;

  /** More than a server that still answers ever leaves open. */
  private static final int MOST_UNANSWERED = 1_000;

  private static final String SILENT = "the X server does not answer";
  private static final String GONE = "the X server is gone";

  private static final int HEADER = 32;
  private static final int ERROR = 0;
  private static final int REPLY = 1;
  private static final int KEYMAP_NOTIFY = 11;
  private static final int GENERIC_EVENT = 35;
  private static final int SENT_BY_A_CLIENT = 0x80;

  private record Waiting(long sequence, boolean replies, Consumer<Reply> to) {}

  private final DisplayName display;
  private final Map<String, String> environment;
  private final ByteBuffer in = ByteBuffer.allocate(4096).order(Request.ORDER).limit(0);
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Setup> opened = new CompletableFuture<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private @Nullable SocketChannel channel;
  private @Nullable String over;
  private long sent;
  private long answered;
  private int nextId;

  private X11Connection(DisplayName display, Map<String, String> environment) {
    this.display = display;
    this.environment = environment;
  }

  /** Begins a conversation; {@link #setup} tells whether it came about. */
  static X11Connection begin(DisplayName display, Map<String, String> environment) {
    X11Connection connection = new X11Connection(display, environment);
    Thread reader = new Thread(connection::run, "respite-x11");
    reader.setDaemon(true);
    reader.start();
    return connection;
  }

  /**
   * Waits until the server has let us in; once it has, this returns at once.
   *
   * @throws X11Exception where it does not, or does not answer
   */
  Setup setup() throws X11Exception {
    return await(opened);
  }

  /** What {@link #setup} gives, if the server has let us in already. */
  @Nullable Setup ready() {
    return opened.isDone() && !opened.isCompletedExceptionally() ? opened.getNow(null) : null;
  }

  /** Whether there is still somebody to talk to, or may be soon. */
  synchronized boolean alive() {
    return over == null;
  }

  /** A number for something that this client makes. */
  synchronized int newId(Setup setup) {
    int step = Integer.lowestOneBit(setup.idMask());
    nextId += step;
    return setup.idBase() | (nextId & setup.idMask());
  }

  void join(Listener listener) {
    listeners.add(listener);
    String why;
    synchronized (this) {
      why = over;
    }
    if (why != null && listeners.remove(listener)) {
      listener.lost(why);
    }
  }

  void leave(Listener listener) {
    listeners.remove(listener);
  }

  /** Sends a request that has no reply, and does not care whether it succeeds. */
  void send(Request request) {
    write(request, false, null);
  }

  /** Sends a request that has no reply; its success is heard of as soon as anything later is. */
  void send(Request request, Consumer<Reply> to) {
    put(request, false, to);
  }

  /** Sends a request that has a reply. */
  void ask(Request request, Consumer<Reply> to) {
    put(request, true, to);
  }

  /**
   * Sends a request and waits for its reply; never on the thread that reads.
   *
   * @throws X11Exception where the server refuses it, goes or does not answer
   */
  Reply ask(Request request) throws X11Exception {
    Reply reply = askAnyway(request);
    if (reply.failed()) {
      throw new X11Exception("the X server refused a question (error " + reply.error() + ")");
    }
    return reply;
  }

  /**
   * As {@link #ask}, for questions that may be refused, such as those about a window that is gone.
   *
   * @throws X11Exception where the server goes or does not answer
   */
  Reply askAnyway(Request request) throws X11Exception {
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    ask(request, answer::complete);
    Reply reply = await(answer);
    if (reply.lost()) {
      throw new X11Exception(why());
    }
    return reply;
  }

  private <T> T await(CompletableFuture<T> answer) throws X11Exception {
    try {
      return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      end(SILENT);
      throw new X11Exception(SILENT);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof X11Exception said) {
        throw said;
      }
      throw new X11Exception(String.valueOf(failed.getCause()));
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new X11Exception("the program ends");
    }
  }

  private synchronized String why() {
    return over == null ? GONE : over;
  }

  private void put(Request request, boolean replies, Consumer<Reply> to) {
    if (!write(request, replies, to)) {
      to.accept(Reply.error(Reply.LOST));
    }
  }

  private boolean write(Request request, boolean replies, @Nullable Consumer<Reply> to) {
    String failure;
    synchronized (this) {
      if (over != null || channel == null || !opened.isDone()) {
        return false;
      }
      failure = SILENT;
      if (sent - answered < MOST_UNANSWERED) {
        try {
          writeAll(channel, request.bytes());
          sent++;
          if (to != null) {
            waiting.add(new Waiting(sent, replies, to));
          }
          return true;
        } catch (IOException gone) {
          failure = GONE;
        }
      }
    }
    end(failure);
    return false;
  }

  private static void writeAll(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Ends the conversation; those who listen hear why on the thread that reads. */
  void end(String why) {
    SocketChannel closing;
    synchronized (this) {
      if (over == null) {
        over = why;
      }
      closing = channel;
    }
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException gone) {
        // It is closed for us either way.
      }
    }
  }

  private void run() {
    try {
      Setup setup = connect();
      opened.complete(setup);
      while (true) {
        hear();
      }
    } catch (X11Exception refused) {
      opened.completeExceptionally(refused);
      end(refused.why());
    } catch (IOException gone) {
      end(GONE);
    } catch (RuntimeException unreadable) {
      end("what the X server said cannot be read (" + unreadable + ")");
    } finally {
      end(GONE);
      opened.completeExceptionally(new X11Exception(why()));
      tellAll();
    }
  }

  private void tellAll() {
    List<Waiting> left;
    synchronized (this) {
      left = new ArrayList<>(waiting);
      waiting.clear();
    }
    left.forEach(request -> request.to().accept(Reply.error(Reply.LOST)));
    for (Listener listener : List.copyOf(listeners)) {
      if (listeners.remove(listener)) {
        listener.lost(why());
      }
    }
  }

  private Setup connect() throws X11Exception, IOException {
    byte[] cookie = Authority.cookie(display, environment);
    SocketChannel made =
        display.isLocal() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    synchronized (this) {
      channel = made;
      if (over != null) {
        made.close();
      }
    }
    try {
      if (display.isLocal()) {
        made.connect(UnixDomainSocketAddress.of(display.socket()));
      } else {
        // A peer that vanished without a word would otherwise count as input for ever.
        made.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        made.setOption(StandardSocketOptions.TCP_NODELAY, true);
        made.connect(new InetSocketAddress(display.host(), display.port()));
      }
    } catch (IOException | UnresolvedAddressException nobody) {
      throw new X11Exception("no X server answers at " + place());
    }
    writeAll(made, hello(cookie));
    return welcome(cookie.length > 0);
  }

  private String place() {
    return display.host() + ":" + display.number();
  }

  private static ByteBuffer hello(byte[] cookie) {
    String name = cookie.length == 0 ? "" : Authority.COOKIE;
    ByteBuffer out = ByteBuffer.allocate(64 + cookie.length).order(Request.ORDER);
    out.put((byte) (Request.ORDER == ByteOrder.BIG_ENDIAN ? 'B' : 'l')).put((byte) 0);
    out.putShort((short) 11).putShort((short) 0);
    out.putShort((short) name.length()).putShort((short) cookie.length).putShort((short) 0);
    out.put(name.getBytes(ISO_8859_1)).position(12 + (name.length() + 3) / 4 * 4);
    out.put(cookie).position(out.position() + (4 - cookie.length % 4) % 4);
    return out.flip();
  }

  private Setup welcome(boolean withCookie) throws X11Exception, IOException {
    fill(8);
    int status = in.get(in.position());
    int length = Short.toUnsignedInt(in.getShort(in.position() + 6)) * 4;
    int reasonLength = Byte.toUnsignedInt(in.get(in.position() + 1));
    ByteBuffer whole = take(8 + length);
    if (status == 1) {
      return Setup.of(whole, display.screen());
    }
    byte[] reason = new byte[Math.min(status == 0 ? reasonLength : length, length)];
    whole.get(8, reason);
    throw new X11Exception(
        "the X server refuses: " + plain(reason),
        withCookie ? "" : "check that XAUTHORITY names the session's file");
  }

  /** Foreign words for a log: one line, no control characters, not long. */
  private static String plain(byte[] words) {
    String text = new String(words, ISO_8859_1).replaceAll("[^ -~]+", " ").strip();
    return text.isEmpty() ? "no reason given" : text.substring(0, Math.min(text.length(), 100));
  }

  /** One message of the server. */
  private void hear() throws IOException, X11Exception {
    fill(HEADER);
    int code = Byte.toUnsignedInt(in.get(in.position()));
    int kind = code & ~SENT_BY_A_CLIENT;
    boolean isLong = kind == REPLY || kind == GENERIC_EVENT;
    ByteBuffer message = take(isLong ? HEADER + extra() : HEADER);
    Waiting request = null;
    if (kind != KEYMAP_NOTIFY) {
      request = settle(Short.toUnsignedInt(message.getShort(2)), kind <= REPLY);
    }
    if (kind <= REPLY) {
      if (request != null) {
        request
            .to()
            .accept(
                kind == ERROR
                    ? Reply.error(Byte.toUnsignedInt(message.get(1)))
                    : new Reply(0, message));
      }
    } else if (code == kind) {
      // Other programs may send what looks like an event; only the server's own count.
      for (Listener listener : listeners) {
        listener.event(kind, message);
      }
    }
  }

  private int extra() throws X11Exception {
    long length = Integer.toUnsignedLong(in.getInt(in.position() + 4)) * 4;
    if (length > LONGEST) {
      throw new X11Exception("the X server answers with more than belongs to any question");
    }
    return (int) length;
  }

  /**
   * Notes how far the server is: what was sent earlier and has no reply has succeeded.
   *
   * @return the request that a reply or error belongs to, if this is one and anybody waits for it
   */
  private @Nullable Waiting settle(int low, boolean answers) {
    List<Waiting> done = new ArrayList<>(0);
    Waiting found = null;
    synchronized (this) {
      long sequence = (answered & ~0xffffL) | low;
      if (sequence < answered) {
        sequence += 0x10000;
      }
      answered = Math.min(sequence, sent);
      Waiting first = waiting.peek();
      while (first != null && first.sequence() <= answered) {
        if (first.sequence() == answered) {
          if (answers) {
            found = waiting.remove();
          } else if (!first.replies()) {
            done.add(waiting.remove());
          }
          break;
        }
        done.add(waiting.remove());
        first = waiting.peek();
      }
    }
    for (Waiting request : done) {
      request.to().accept(request.replies() ? Reply.error(Reply.LOST) : Reply.done());
    }
    return found;
  }

  /** Waits until so many bytes are there to look at. */
  private void fill(int bytes) throws IOException {
    SocketChannel from = Objects.requireNonNull(channel);
    if (in.remaining() < bytes) {
      in.compact();
      while (in.position() < bytes) {
        if (from.read(in) < 0) {
          throw new EOFException();
        }
      }
      in.flip();
    }
  }

  /** Takes so many bytes out. */
  private ByteBuffer take(int bytes) throws IOException {
    ByteBuffer whole = ByteBuffer.allocate(bytes).order(Request.ORDER);
    while (whole.hasRemaining()) {
      fill(1);
      int some = Math.min(in.remaining(), whole.remaining());
      whole.put(whole.position(), in, in.position(), some);
      whole.position(whole.position() + some);
      in.position(in.position() + some);
    }
    return whole.flip();
  }
}
