package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Subscription;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A yes or no that a service on a bus knows: read when the service appears, then by its signals.
 * Told on the bus's thread; null where it is not known, because the service is gone or answers
 * something else.
 */
final class FollowedFlag implements AutoCloseable {
  private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

  /**
   * What is followed.
   *
   * @param name who knows it
   * @param read asks for it
   * @param answered what the answer says; null for nothing
   * @param changes the signals that tell of it
   * @param changed what such a signal says
   * @param wake whether the service is started in order to ask it, and its end changes nothing
   */
  record Plan(
      String name,
      Call read,
      Function<Reply, @Nullable Boolean> answered,
      Match changes,
      Function<Incoming, News> changed,
      boolean wake) {
    /** A property of an object. */
    static Plan property(String name, String path, String interfaceName, String property) {
      return new Plan(
          name,
          Call.property(name, path, interfaceName, property),
          FollowedFlag::flag,
          new Match(name, path, PROPERTIES, "PropertiesChanged"),
          signal -> propertyNews(signal, interfaceName, property),
          false);
    }
  }

  private final Bus bus;
  private final Plan plan;
  private final Consumer<@Nullable Boolean> to;
  private final Subscription signals;
  private final Subscription owner;
  private final AtomicLong news = new AtomicLong();
  private boolean asked;
  private volatile boolean closed;

  /** Begins. */
  FollowedFlag(Bus bus, Plan plan, Consumer<@Nullable Boolean> to) {
    this.bus = bus;
    this.plan = plan;
    this.to = to;
    signals = bus.onSignal(plan.changes(), this::hears);
    owner = bus.onName(plan.name(), this::owned);
  }

  /** Reads it anew; for services that keep a change to themselves. */
  void refresh() {
    read();
  }

  @Override
  public void close() {
    closed = true;
    signals.close();
    owner.close();
  }

  /** The flag that an answer consists of; null where it is none. */
  static @Nullable Boolean flag(Reply reply) {
    return reply.body().value(0) instanceof Boolean flag ? flag : null;
  }

  private void owned(String by) {
    if (!by.isEmpty() || (plan.wake() && !asked)) {
      read();
    } else if (!plan.wake()) {
      news.incrementAndGet();
      tell(null);
    }
  }

  private void read() {
    asked = true;
    long before = news.get();
    bus.call(
        plan.read(),
        reply -> {
          Boolean found = plan.answered().apply(reply);
          // Whoever signals but does not answer is believed.
          if (found != null || news.get() == before) {
            tell(found);
          }
        });
  }

  private void hears(Incoming signal) {
    News heard = plan.changed().apply(signal);
    if (heard == News.ANEW) {
      read();
    } else if (heard != News.OTHER) {
      news.incrementAndGet();
      tell(heard == News.YES);
    }
  }

  private void tell(@Nullable Boolean value) {
    if (!closed) {
      to.accept(value);
    }
  }

  private static News propertyNews(Incoming signal, String interfaceName, String property) {
    if (!signal.body().text(0, "").equals(interfaceName)) {
      return News.OTHER;
    }
    if (signal.body().map(1).containsKey(property)) {
      return News.ofValue(signal.body().map(1).get(property));
    }
    List<?> invalidated = signal.body().list(2);
    return invalidated.contains(property) ? News.ANEW : News.OTHER;
  }
}
