package app.respite.desktop.linux.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Idle time as a compositor tells it by {@code ext-idle-notify-v1}. The protocol tells of silence
 * of a length that was asked for, counted from the question: when the wanted length changes, hands
 * that are still already are told of that much later, and with that length.
 */
final class WaylandIdle implements Sense {
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final int DISPLAY = 1;
  private static final int REGISTRY = 2;
  private static final int FOUND_ALL = 3;
  private static final int SEAT = 4;
  private static final int NOTIFIER = 5;
  private static final String SEAT_KIND = "wl_seat";
  private static final String NOTIFIER_KIND = "ext_idle_notifier_v1";

  private final Path socket;
  private final BlockingQueue<Integer> version = new ArrayBlockingQueue<>(1);
  private final ByteBuffer in = ByteBuffer.allocate(4096).order(ORDER).limit(0);
  private volatile @Nullable SocketChannel channel;
  private volatile @Nullable Consumer<Sensed> to;
  private volatile boolean closed;
  private long wanted = Attention.RELAXED.still().toMillis();
  private int seatName;
  private int notifierName;
  private int notifierVersion;
  private int watch = NOTIFIER;
  private long watched;
  private boolean bound;
  private boolean still;

  private WaylandIdle(Path socket) {
    this.socket = socket;
  }

  static Answer<Sense> look(Map<String, String> environment) {
    String display = environment.getOrDefault("WAYLAND_DISPLAY", "");
    if (display.isEmpty()) {
      return new Answer.Missing<>("no Wayland session (WAYLAND_DISPLAY is not set)", "");
    }
    Path socket;
    try {
      socket = Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/")).resolve(display);
    } catch (InvalidPathException odd) {
      return new Answer.Missing<>("WAYLAND_DISPLAY names no socket", "");
    }
    Integer version = -1;
    try (WaylandIdle looking = new WaylandIdle(socket)) {
      looking.run();
      version = looking.version.poll(1, TimeUnit.SECONDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    return switch (version == null ? -1 : version) {
      case -1 -> new Answer.Missing<>("no compositor answers at " + display, "");
      case 0 -> new Answer.Missing<>("the compositor does not tell programs of idle time", "");
      case 1 -> new Answer.Works<>(new WaylandIdle(socket), "a playing film counts as input");
      default -> new Answer.Works<>(new WaylandIdle(socket), "");
    };
  }

  private void run() {
    Thread thread = new Thread(this::talk, "respite-wayland");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void start(Consumer<Sensed> listener) {
    to = listener;
    run();
  }

  @Override
  public synchronized void attend(Attention attention) {
    wanted = attention.still().toMillis();
    if (bound && !still) {
      watch();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      SocketChannel closing = channel;
      if (closing != null) {
        closing.close();
      }
    } catch (IOException gone) {
      // So is what it was for.
    }
  }

  private void talk() {
    try (SocketChannel open = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel = open;
      open.connect(UnixDomainSocketAddress.of(socket));
      send(DISPLAY, 1, message -> message.putInt(REGISTRY));
      send(DISPLAY, 0, message -> message.putInt(FOUND_ALL));
      while (!closed) {
        hear(open);
      }
    } catch (IOException | RuntimeException gone) {
      var _ = version.offer(-1);
      tell(new Sensed.Lost("the compositor is gone"));
    }
  }

  private void hear(SocketChannel from) throws IOException {
    int object = read(from, 8).getInt();
    int head = in.getInt();
    ByteBuffer body = read(from, (head >>> 16) - 8);
    int end = body.position() + (head >>> 16) - 8;
    int event = head & 0xffff;
    if (object == REGISTRY && event == 0) {
      offered(body.getInt(), text(body), body.getInt());
    } else if (object == FOUND_ALL) {
      foundAll();
    } else if (object == DISPLAY && event == 0) {
      throw new IOException("refused");
    } else if (object == watch && watch != NOTIFIER) {
      told(event == 0);
    }
    in.position(end);
  }

  /** Waits until so many bytes are there. */
  private ByteBuffer read(SocketChannel from, int bytes) throws IOException {
    while (in.remaining() < bytes) {
      int left = in.compact().position();
      if (bytes > in.capacity() || from.read(in) < 0) {
        throw new EOFException("after " + left);
      }
      in.flip();
    }
    return in;
  }

  private static String text(ByteBuffer body) {
    byte[] bytes = new byte[body.getInt()];
    body.get(bytes).position(body.position() + (4 - bytes.length % 4) % 4);
    return new String(bytes, 0, bytes.length - 1, ISO_8859_1);
  }

  private void offered(int name, String what, int newest) {
    if (what.equals(SEAT_KIND)) {
      seatName = name;
    } else if (what.equals(NOTIFIER_KIND)) {
      notifierName = name;
      notifierVersion = Math.min(newest, 2);
    }
  }

  private synchronized void foundAll() throws IOException {
    var _ = version.offer(seatName == 0 ? 0 : notifierVersion);
    if (to != null) {
      bind(seatName, SEAT_KIND, 1, SEAT);
      bind(notifierName, NOTIFIER_KIND, notifierVersion, NOTIFIER);
      tell(new Sensed.Hands());
      bound = true;
      watch();
    }
  }

  private void bind(int name, String what, int kindVersion, int id) {
    byte[] text = Arrays.copyOf(what.getBytes(ISO_8859_1), (what.length() / 4 + 1) * 4);
    send(
        REGISTRY,
        0,
        message ->
            message
                .putInt(name)
                .putInt(what.length() + 1)
                .put(text)
                .putInt(kindVersion)
                .putInt(id));
  }

  /** Asks anew; version 2 can leave aside what keeps the screen on. */
  private void watch() {
    if (watch != NOTIFIER) {
      send(watch, 0, message -> {});
    }
    watch++;
    watched = wanted;
    send(
        NOTIFIER,
        notifierVersion,
        message -> message.putInt(watch).putInt((int) wanted).putInt(SEAT));
  }

  private void told(boolean isStill) {
    synchronized (this) {
      still = isStill;
      if (!isStill && watched != wanted) {
        watch();
      }
    }
    tell(isStill ? new Sensed.Still(Duration.ofMillis(watched)) : new Sensed.Hands());
  }

  private void tell(Sensed news) {
    if (to != null && !closed) {
      to.accept(news);
    }
  }

  private void send(int object, int request, Consumer<ByteBuffer> arguments) {
    ByteBuffer out = ByteBuffer.allocate(128).order(ORDER).putInt(object).putInt(0);
    arguments.accept(out);
    out.putInt(4, out.position() << 16 | request).flip();
    try {
      while (out.hasRemaining() && channel != null) {
        channel.write(out);
      }
    } catch (IOException gone) {
      // The thread that reads hears of it too, and tells.
    }
  }
}
