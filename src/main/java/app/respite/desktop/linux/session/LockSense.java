package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the screen is locked, by whoever says so. None alone is enough: some desktops tell logind
 * and no screensaver, some the other way round, and nothing shows beforehand which. Nobody says
 * "locked" for another, so one yes is a yes.
 *
 * <p>logind's signal "Lock" only asks for a lock. It is believed for a moment, in which whoever
 * locks says so itself; a lock that nobody knows of would otherwise never end.
 */
final class LockSense implements Sense {
  private static final String HINT = "logind";
  private static final String REQUEST = "logind's request";

  private final Bus session;
  private final Bus system;
  private final Map<String, String> environment;
  private final Duration believed;

  private final List<Runnable> ends = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> locked = new HashSet<>();
  private @Nullable Consumer<Sensed> to;
  private @Nullable Boolean told;
  private long requests;
  private boolean closed;
  private long searches;
  private @Nullable FollowedFlag hint;
  private @Nullable Subscription requested;

  /**
   * Begins at {@link #start}.
   *
   * @param believed how long logind's request alone counts as a lock
   */
  LockSense(Bus session, Bus system, Map<String, String> environment, Duration believed) {
    this.session = session;
    this.system = system;
    this.environment = Map.copyOf(environment);
    this.believed = believed;
  }

  @Override
  public synchronized void start(Consumer<Sensed> to) {
    this.to = to;
    open.add(HINT);
    Saver.ALL.forEach(saver -> open.add(saver.name()));
    for (Saver saver : Saver.ALL) {
      FollowedFlag active =
          new FollowedFlag(
              session, saver.plan(), is -> says(saver.name(), Boolean.TRUE.equals(is)));
      ends.add(active::close);
    }
    Subscription owner = system.onName(Logind.NAME, this::logind);
    ends.add(owner::close);
  }

  @Override
  public synchronized void close() {
    closed = true;
    ends.forEach(Runnable::run);
    forget();
  }

  private synchronized void logind(String owner) {
    forget();
    if (owner.isEmpty()) {
      says(HINT, false);
      return;
    }
    long search = searches;
    Logind.session(system, environment, path -> found(search, path));
  }

  private synchronized void found(long search, String path) {
    if (search != searches || closed) {
      return; // logind was restarted meanwhile
    }
    if (path.isEmpty()) {
      says(HINT, false);
      return;
    }
    hint =
        new FollowedFlag(
            system,
            FollowedFlag.Plan.property(Logind.NAME, path, Logind.SESSION, Logind.LOCKED),
            this::hinted);
    requested = system.onSignal(new Match(Logind.NAME, path, Logind.SESSION, ""), this::hears);
  }

  private synchronized void forget() {
    searches++;
    if (hint != null) {
      hint.close();
      hint = null;
    }
    if (requested != null) {
      requested.close();
      requested = null;
    }
  }

  private synchronized void hinted(@Nullable Boolean is) {
    says(HINT, Boolean.TRUE.equals(is));
    if (Boolean.TRUE.equals(is)) {
      says(REQUEST, false); // it was followed: from here on the hint tells
    }
  }

  private void hears(Incoming signal) {
    switch (signal.member()) {
      case "Lock" -> {
        long request = asked();
        says(REQUEST, true);
        var _ = system.later(believed, () -> unbelieved(request));
      }
      case "Unlock" -> says(REQUEST, false);
      default -> {} // about something else
    }
  }

  private synchronized long asked() {
    return ++requests;
  }

  private synchronized void unbelieved(long request) {
    if (request == requests) {
      says(REQUEST, false);
    }
  }

  private synchronized void says(String who, boolean isLocked) {
    open.remove(who);
    if (isLocked) {
      locked.add(who);
    } else {
      locked.remove(who);
    }
    boolean now = !locked.isEmpty();
    boolean sure = now || told != null || open.isEmpty();
    if (to != null && !closed && sure && (told == null || told != now)) {
      told = now;
      to.accept(new Sensed.Locked(now));
    }
  }
}
