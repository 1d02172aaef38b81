package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.any.Child;
import app.respite.desktop.any.Errands;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The desktop's do-not-disturb. Each notification service keeps it in its own way, so the way is
 * chosen anew whenever another service begins to show notifications.
 */
final class QuietSense implements Sense {
  private static final String DCONF = "ca.desrt.dconf";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Bus bus;
  private final Map<String, String> environment;
  private final Errands errands;
  private final List<Runnable> ends = new ArrayList<>();
  private @Nullable Consumer<Sensed> to;
  private @Nullable Subscription owner;
  private @Nullable Boolean told;
  private @Nullable Runnable look;
  private long turn;
  private boolean closed;

  QuietSense(Bus bus, Map<String, String> environment, Consumer<String> log) {
    this.bus = bus;
    this.environment = Map.copyOf(environment);
    this.errands = new Errands("do not disturb", log);
  }

  @Override
  public synchronized void start(Consumer<Sensed> to) {
    this.to = to;
    owner = bus.onName(Notifications.NAME, this::owned);
  }

  @Override
  public synchronized void look() {
    if (look != null) {
      look.run();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    Cleanup.all(owner);
    forget();
    errands.close();
  }

  private synchronized void forget() {
    turn++;
    look = null;
    ends.forEach(Runnable::run);
    ends.clear();
  }

  private synchronized void owned(String by) {
    forget();
    if (closed) {
      return;
    }
    if (by.isEmpty()) {
      says(turn, false);
      return;
    }
    long now = turn;
    bus.call(
        Notifications.server(),
        server ->
            bus.call(inhibited(), inhibited -> choose(now, server.body().text(0, ""), inhibited)));
  }

  private synchronized void choose(long when, String server, Reply inhibited) {
    if (when != turn) {
      return;
    }
    Quiet.Known known = FollowedFlag.flag(inhibited) != null ? Quiet.INHIBITED : Quiet.of(server);
    if (known == null) {
      says(when, false);
      return;
    }
    switch (known.way()) {
      case Quiet.OnBus way -> follow(when, way);
      case Quiet.Setting setting -> watch(when, setting);
    }
  }

  private void follow(long when, Quiet.OnBus way) {
    FollowedFlag followed =
        new FollowedFlag(bus, way.plan(), is -> says(when, Boolean.TRUE.equals(is)));
    ends.add(followed::close);
    look = way.keepsChanges() ? followed::refresh : null;
  }

  private void watch(long when, Quiet.Setting setting) {
    Subscription changes =
        bus.onSignal(
            new Match(DCONF, "", DCONF + ".Writer", "Notify"),
            signal -> {
              if (concerns(signal, setting)) {
                read(when, setting);
              }
            });
    ends.add(changes::close);
    read(when, setting);
  }

  /** Asks for the property that services share. */
  static Call inhibited() {
    return Call.property(Notifications.NAME, Notifications.PATH, Notifications.NAME, "Inhibited");
  }

  private void read(long when, Quiet.Setting setting) {
    errands.execute(
        () -> {
          String value = setting(environment, setting);
          says(when, value.equals(String.valueOf(setting.onMeansQuiet())));
        });
  }

  /** {@code true} or {@code false}, or empty where there is no such setting. */
  static String setting(Map<String, String> environment, Quiet.Setting setting) {
    String text =
        Child.run(
                environment, PATIENCE, List.of("gsettings", "get", setting.schema(), setting.key()))
            .text();
    return text.equals("true") || text.equals("false") ? text : "";
  }

  /** A change names our key or, together with others, a place above it. */
  private static boolean concerns(Incoming signal, Quiet.Setting setting) {
    String prefix = signal.body().text(0, "");
    return setting.place().startsWith(prefix) || prefix.startsWith(setting.place());
  }

  private synchronized void says(long when, boolean quiet) {
    if (when == turn && !closed && to != null && (told == null || told != quiet)) {
      told = quiet;
      to.accept(new Sensed.DoNotDisturb(quiet));
    }
  }
}
