package app.respite.desktop.linux.x11;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Idle time by the server's own counter of it, a part of the SYNC extension. One alarm waits on the
 * server, for the counter to reach the wanted length or, once it has, to fall back; in between this
 * costs nothing, however much is typed. An alarm tells only that the counter may have passed: it is
 * then read, since the value that comes along may be old.
 */
final class IdleCounter implements Sense, X11Connection.Listener {
  private static final int INITIALIZE = 0;
  private static final int LIST_COUNTERS = 1;
  private static final int QUERY_COUNTER = 5;
  private static final int CREATE_ALARM = 8;
  private static final int CHANGE_ALARM = 9;
  private static final int DESTROY_ALARM = 11;
  private static final int ALARM_EVENT = 1;

  private static final int COUNTER = 1;
  private static final int KIND = 1 << 1;
  private static final int VALUE = 1 << 2;
  private static final int TEST = 1 << 3;
  private static final int STEP = 1 << 4;
  private static final int EVENTS = 1 << 5;

  private static final int REACHES = 2;
  private static final int FALLS_TO = 3;

  private static final String NAME = "IDLETIME";

  private final X11Connection connection;
  private final Extension sync;
  private final int counter;
  private final int alarm;
  private @Nullable Consumer<Sensed> to;
  private long wanted = Attention.RELAXED.still().toMillis();
  private boolean armed;
  private @Nullable Boolean told;
  private long bar;
  private boolean closed;

  private IdleCounter(X11Connection connection, Extension sync, int counter, int alarm) {
    this.connection = connection;
    this.sync = sync;
    this.counter = counter;
    this.alarm = alarm;
  }

  /**
   * Looks for the counter.
   *
   * @throws X11Exception where the server does not answer
   */
  static Answer<Sense> on(X11Connection connection) throws X11Exception {
    Extension sync = Extension.find(connection, "SYNC");
    if (!sync.present()) {
      return new Answer.Missing<>("the X server has no SYNC extension", "");
    }
    connection.ask(sync.request(INITIALIZE).u8(3).u8(1).u16(0));
    int counter = counter(connection.ask(sync.request(LIST_COUNTERS)).data());
    if (counter == 0) {
      return new Answer.Missing<>("the X server does not count idle time", "");
    }
    int alarm = connection.newId(connection.setup());
    return new Answer.Works<>(new IdleCounter(connection, sync, counter, alarm), "");
  }

  /** The counter's number in the server's list of counters, or 0. */
  private static int counter(ByteBuffer list) {
    int at = 32;
    for (int left = list.getInt(8); left > 0 && at + 14 <= list.limit(); left--) {
      int length = Short.toUnsignedInt(list.getShort(at + 12));
      byte[] name = new byte[Math.min(length, list.limit() - at - 14)];
      list.get(at + 14, name);
      if (new String(name, ISO_8859_1).equals(NAME)) {
        return list.getInt(at);
      }
      at += (14 + length + 3) / 4 * 4;
    }
    return 0;
  }

  @Override
  public void start(Consumer<Sensed> listener) {
    synchronized (this) {
      to = listener;
    }
    connection.join(this);
    read();
  }

  @Override
  public void attend(Attention attention) {
    synchronized (this) {
      wanted = attention.still().toMillis();
      if (to == null || Boolean.TRUE.equals(told)) {
        return;
      }
    }
    read();
  }

  @Override
  public void event(int code, ByteBuffer event) {
    if (code == sync.firstEvent() + ALARM_EVENT && event.getInt(4) == alarm) {
      read();
    }
  }

  private void read() {
    connection.ask(sync.request(QUERY_COUNTER).u32(counter), this::counted);
  }

  private void counted(Reply reply) {
    if (!reply.failed()) {
      settle((long) reply.data().getInt(8) << 32 | reply.unsigned(12));
    }
  }

  /** Tells what is new, and lets the alarm wait for what comes next. */
  private void settle(long idle) {
    Sensed news = null;
    Consumer<Sensed> listener;
    synchronized (this) {
      listener = to;
      if (closed || listener == null) {
        return;
      }
      boolean still = Boolean.TRUE.equals(told);
      if (still ? idle >= bar : idle >= wanted) {
        if (!still) {
          bar = wanted;
          told = true;
          news = new Sensed.Still(Duration.ofMillis(idle));
        }
        arm(FALLS_TO, bar - 1);
      } else {
        if (told == null || told) {
          told = false;
          news = new Sensed.Hands();
        }
        arm(REACHES, wanted);
      }
    }
    if (news != null) {
      listener.accept(news);
    }
  }

  /** Such an alarm goes off at once if it is so already, and then no more until armed anew. */
  private void arm(int test, long value) {
    if (armed) {
      connection.send(sync.request(CHANGE_ALARM).u32(alarm).u32(VALUE | TEST).i64(value).u32(test));
      return;
    }
    armed = true;
    connection.send(
        sync.request(CREATE_ALARM)
            .u32(alarm)
            .u32(COUNTER | KIND | VALUE | TEST | STEP | EVENTS)
            .u32(counter)
            .u32(0)
            .i64(value)
            .u32(test)
            .i64(0)
            .u32(1));
  }

  @Override
  public void lost(String why) {
    Consumer<Sensed> listener;
    synchronized (this) {
      listener = closed ? null : to;
      closed = true;
    }
    if (listener != null) {
      listener.accept(new Sensed.Lost(why));
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (armed) {
        connection.send(sync.request(DESTROY_ALARM).u32(alarm));
      }
    }
    connection.leave(this);
  }
}
