package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Idle time as Mutter counts it, told by watches that wait in the compositor: one for silence of
 * the wanted length, which stays and fires each time, and once that has fired one for the next
 * input, which fires once. All that is below happens on the bus's thread.
 */
final class MutterIdle implements Sense {
  static final String NAME = "org.gnome.Mutter.IdleMonitor";
  static final String PATH = "/org/gnome/Mutter/IdleMonitor/Core";
  static final Call GET_IDLE_TIME = call("GetIdletime", Body.NONE);

  /** A watch may fire this much before the counter says so, in milliseconds. */
  private static final long ROUNDING = 250;

  private static final long NONE = -1;

  private final Bus bus;
  private volatile boolean closed;
  private long wanted = Attention.RELAXED.still().toMillis();
  private @Nullable Consumer<Sensed> to;
  private List<Subscription> subscriptions = List.of();
  private @Nullable String owner;
  private @Nullable Boolean still;
  private long bar;
  private long idleWatch = NONE;
  private long inputWatch = NONE;
  private int arming;

  MutterIdle(Bus bus) {
    this.bus = bus;
  }

  private static Call call(String member, Body body) {
    return Call.of(NAME, PATH, NAME, member, body);
  }

  @Override
  public void start(Consumer<Sensed> listener) {
    bus.run(
        () -> {
          to = listener;
          subscriptions =
              List.of(
                  bus.onSignal(new Match(NAME, PATH, NAME, "WatchFired"), this::fired),
                  bus.onName(NAME, this::owned));
        });
  }

  @Override
  public void attend(Attention attention) {
    bus.run(
        () -> {
          wanted = attention.still().toMillis();
          if (owner != null) {
            watchIdle();
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    bus.run(
        () -> {
          subscriptions.forEach(Subscription::close);
          arming++;
          remove(idleWatch);
          remove(inputWatch);
        });
  }

  private void owned(String name) {
    if (name.isEmpty()) {
      lost("Mutter is gone");
    } else if (owner != null && !owner.equals(name)) {
      lost("Mutter was started anew");
    } else if (owner == null) {
      owner = name;
      watchIdle();
    }
  }

  /** Lets a watch wait for the wanted silence, and looks whether it is there already. */
  private void watchIdle() {
    int mine = ++arming;
    remove(idleWatch);
    idleWatch = NONE;
    bus.call(
        call("AddIdleWatch", Body.of("t", wanted)),
        reply -> {
          long watch = watch(reply);
          if (mine != arming) {
            remove(watch);
          } else {
            idleWatch = watch;
          }
        });
    look(0);
  }

  private void watchInput() {
    bus.call(
        call("AddUserActiveWatch", Body.NONE),
        reply -> {
          inputWatch = watch(reply);
          if (closed) {
            remove(inputWatch);
          } else {
            // There may have been input before the watch was there.
            look(0);
          }
        });
  }

  private long watch(Reply reply) {
    if (reply instanceof Reply.Failed(String error, _)) {
      lost("Mutter does not watch: " + error);
    }
    return reply.body().number(0, NONE);
  }

  private void remove(long watch) {
    if (watch != NONE) {
      bus.call(call("RemoveWatch", Body.of("u", watch)), reply -> {});
    }
  }

  private void fired(Incoming signal) {
    long watch = signal.body().number(0, NONE);
    if (watch == NONE) {
      return;
    }
    if (watch == inputWatch) {
      inputWatch = NONE;
      moved();
    } else if (watch == idleWatch) {
      look(ROUNDING);
    }
  }

  /** Reads the counter, and believes it to be up to {@code more} milliseconds ahead of itself. */
  private void look(long more) {
    bus.call(
        GET_IDLE_TIME,
        reply -> {
          long idle = reply.body().number(0, NONE);
          if (idle == NONE) {
            lost("Mutter does not answer");
          } else {
            settle(idle, more);
          }
        });
  }

  private void settle(long idle, long more) {
    if (Boolean.TRUE.equals(still)) {
      if (idle + ROUNDING < bar) {
        moved();
      }
    } else if (idle + more >= wanted) {
      still = true;
      bar = wanted;
      tell(new Sensed.Still(Duration.ofMillis(Math.max(idle, wanted))));
      if (inputWatch == NONE) {
        watchInput();
      }
    } else if (still == null) {
      moved();
    }
  }

  private void moved() {
    still = false;
    tell(new Sensed.Hands());
  }

  private void lost(String why) {
    if (!closed) {
      tell(new Sensed.Lost(why));
      close();
    }
  }

  private void tell(Sensed news) {
    if (!closed && to != null) {
      to.accept(news);
    }
  }
}
