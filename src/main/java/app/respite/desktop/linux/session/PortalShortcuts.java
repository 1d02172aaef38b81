package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Shortcuts;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Subscription;
import app.respite.desktop.linux.bus.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Global shortcuts by the desktop portal. The user has the last word on the keys, in a window of
 * the desktop's; a portal that is restarted is asked again.
 *
 * <p>The portal answers a request twice: at once with a handle, and with a signal from that handle
 * when it, or the user, has decided. The handle ends with a token that we choose, so the signals
 * are heard before anything is asked.
 */
final class PortalShortcuts implements Shortcuts {
  private static final String REQUEST = "org.freedesktop.portal.Request";
  private static final String SESSION = "org.freedesktop.portal.Session";
  private static final String TOKEN = "respite";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Bus bus;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private List<Shortcut> wanted = List.of();
  private Consumer<String> pressed = id -> {};
  private Consumer<String> refused = id -> {};
  private String owner = "";
  private String session = "";
  private String awaited = "";
  private boolean binding;
  private boolean closed;
  private long tokens;

  PortalShortcuts(Bus bus) {
    this.bus = bus;
  }

  @Override
  public synchronized void start(
      List<Shortcut> shortcuts, Consumer<String> pressed, Consumer<String> refused) {
    this.wanted = List.copyOf(shortcuts);
    this.pressed = pressed;
    this.refused = refused;
    if (subscriptions.isEmpty()) {
      subscriptions.add(
          bus.onSignal(new Match(Portal.NAME, "", REQUEST, "Response"), this::decided));
      subscriptions.add(
          bus.onSignal(
              new Match(Portal.NAME, Portal.PATH, Portal.SHORTCUTS, "Activated"), this::activated));
      subscriptions.add(bus.onName(Portal.NAME, this::owned));
    } else if (!owner.isEmpty()) {
      create();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    endSession();
    subscriptions.forEach(Subscription::close);
  }

  private synchronized void owned(String by) {
    boolean first = owner.isEmpty() && session.isEmpty() && awaited.isEmpty();
    owner = by;
    session = "";
    awaited = "";
    if (!by.isEmpty()) {
      create();
    } else if (first) {
      wake();
    }
  }

  /** A portal that starts when it is needed starts now; its name then says so. */
  private void wake() {
    bus.call(
        Portal.version(Portal.SHORTCUTS),
        reply -> {
          if (reply instanceof Reply.Failed) {
            refuseAll();
          }
        });
  }

  /** A session holds one list for its life, so another list needs another session. */
  private void create() {
    endSession();
    if (closed || wanted.isEmpty()) {
      return;
    }
    String token = nextToken();
    binding = false;
    request(
        token,
        Call.of(
            Portal.NAME,
            Portal.PATH,
            Portal.SHORTCUTS,
            "CreateSession",
            Body.of(
                "a{sv}",
                Map.of(
                    "handle_token", Variant.of(token),
                    "session_handle_token", Variant.of(token)))));
  }

  private void bind() {
    String token = nextToken();
    binding = true;
    List<List<Object>> list = new ArrayList<>();
    for (Shortcut shortcut : wanted) {
      list.add(
          List.of(
              shortcut.id(),
              Map.of(
                  "description", Variant.of(shortcut.label()),
                  "preferred_trigger", Variant.of(trigger(shortcut.keys())))));
    }
    request(
        token,
        Call.of(
            Portal.NAME,
            Portal.PATH,
            Portal.SHORTCUTS,
            "BindShortcuts",
            Body.of(
                "oa(sa{sv})sa{sv}", session, list, "", Map.of("handle_token", Variant.of(token)))));
  }

  private String nextToken() {
    tokens++;
    awaited = TOKEN + tokens;
    return awaited;
  }

  private void request(String token, Call call) {
    bus.call(
        call,
        PATIENCE,
        reply -> {
          if (reply instanceof Reply.Failed && isAwaited(token)) {
            refuseAll();
          }
        });
  }

  private synchronized boolean isAwaited(String token) {
    return awaited.equals(token) && !closed;
  }

  private void decided(Incoming signal) {
    List<String> missing;
    Consumer<String> to;
    synchronized (this) {
      if (closed || awaited.isEmpty() || !signal.path().endsWith("/" + awaited)) {
        return;
      }
      awaited = "";
      boolean granted = signal.body().number(0, -1) == 0;
      Map<?, ?> results = signal.body().map(1);
      if (granted && !binding) {
        if (results.get("session_handle") instanceof String handle && ObjectPath.isOne(handle)) {
          session = handle;
          bind();
          return;
        }
        granted = false;
      }
      missing = granted ? missing(results.get("shortcuts")) : missing(null);
      to = refused;
    }
    missing.forEach(to);
  }

  private List<String> missing(@Nullable Object bound) {
    Set<Object> there = new HashSet<>();
    if (bound instanceof List<?> list) {
      for (Object one : list) {
        if (one instanceof List<?> pair && !pair.isEmpty()) {
          there.add(pair.getFirst());
        }
      }
    }
    List<String> missing = new ArrayList<>();
    for (Shortcut shortcut : wanted) {
      if (!there.contains(shortcut.id())) {
        missing.add(shortcut.id());
      }
    }
    return missing;
  }

  private void refuseAll() {
    List<String> all;
    Consumer<String> to;
    synchronized (this) {
      if (closed) {
        return;
      }
      awaited = "";
      all = missing(null);
      to = refused;
    }
    all.forEach(to);
  }

  private void activated(Incoming signal) {
    String id = signal.body().text(1, "");
    Consumer<String> to;
    synchronized (this) {
      if (closed || session.isEmpty() || !signal.body().text(0, "").equals(session)) {
        return;
      }
      boolean ours = false;
      for (Shortcut shortcut : wanted) {
        ours |= shortcut.id().equals(id);
      }
      if (!ours) {
        return;
      }
      to = pressed;
    }
    to.accept(id);
  }

  private void endSession() {
    if (!session.isEmpty()) {
      bus.call(Call.of(Portal.NAME, session, SESSION, "Close", Body.NONE), reply -> {});
      session = "";
    }
  }

  /** Keys as the portal writes them: {@code Ctrl+Alt+T} is {@code CTRL+ALT+t}. */
  static String trigger(String keys) {
    StringBuilder trigger = new StringBuilder();
    for (String key : keys.split("\\+")) {
      if (!trigger.isEmpty()) {
        trigger.append('+');
      }
      String upper = key.toUpperCase(Locale.ROOT);
      trigger.append(
          switch (upper) {
            case "SUPER" -> "LOGO";
            case "CTRL", "ALT", "SHIFT" -> upper;
            default -> key.length() == 1 ? key.toLowerCase(Locale.ROOT) : upper;
          });
    }
    return trigger.toString();
  }
}
