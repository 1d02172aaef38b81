package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Notifier;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Subscription;
import app.respite.desktop.linux.bus.Variant;
import app.respite.domain.text.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notifications by the desktop's own service. Where that is restarted, notices without a timeout
 * are shown again: they stand until they are withdrawn. Those with one are let go, for nobody knows
 * how much of it has passed.
 */
final class DesktopNotifier implements Notifier {
  private static final String PRESSED_ITSELF = "default";
  private static final int MOST_NOTICES = 32;

  /** How long a notice waits for a service that says neither who it is nor what it can. */
  private static final Duration SOON = Duration.ofSeconds(2);

  /** How often a service that ends is started again for the sake of one notice. */
  private static final int MOST_REVIVALS = 3;

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_BODY = 2000;

  /** They say that they take actions, but show no buttons for them. */
  private static final Set<String> WITHOUT_BUTTONS =
      Set.of("dunst", "mako", "fnott", "notify-osd", "wired-notify", "tiramisu");

  /** It shows a button even for a press on the notice itself. */
  private static final String XFCE = "Xfce Notify Daemon";

  /** A notice on its way or on the screen. */
  private static final class Shown {
    Notice notice;

    /** The service's number for it; 0 while it has none. */
    long number;

    /** Whether a call is under way that will give it one. */
    boolean sending;

    /** Whether the notice was changed since that call. */
    boolean changed;

    Shown(Notice notice) {
      this.notice = notice;
    }
  }

  private final Bus bus;
  private final Duration settle;
  private final String icon;
  private final Consumer<String> log;
  private final Map<String, Shown> notices = new LinkedHashMap<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private BiConsumer<String, String> pressed = (notice, button) -> {};
  private String owner = "";
  private boolean known;
  private boolean waking;
  private boolean markup;
  private boolean pressable;
  private boolean capable;
  private int revivals;
  private boolean closed;
  private volatile boolean buttons;

  /**
   * Begins at {@link #start}.
   *
   * @param settle how long a service may take to come by itself, before it is woken for no more
   *     than the question whether it shows buttons: at login the wrong one might be
   */
  DesktopNotifier(Bus bus, String icon, Duration settle, Consumer<String> log) {
    this.bus = bus;
    this.settle = settle;
    this.icon = icon;
    this.log = log;
  }

  @Override
  public synchronized void start(BiConsumer<String, String> pressed) {
    this.pressed = pressed;
    subscriptions.add(
        bus.onSignal(
            new Match(Notifications.NAME, Notifications.PATH, Notifications.NAME, ""),
            this::hears));
    subscriptions.add(bus.onName(Notifications.NAME, this::owned));
    subscriptions.add(bus.later(settle, this::settled));
  }

  @Override
  public boolean showsButtons() {
    return buttons;
  }

  @Override
  public synchronized void show(Notice notice) {
    if (closed) {
      return;
    }
    Shown shown = notices.remove(notice.id());
    if (shown == null) {
      shown = new Shown(notice);
      makeRoom();
    }
    notices.put(notice.id(), shown);
    shown.notice = notice;
    revivals = MOST_REVIVALS;
    if (known) {
      send(shown);
    } else {
      wake();
    }
  }

  @Override
  public synchronized void withdraw(String id) {
    Shown shown = notices.remove(id);
    if (shown != null && shown.number != 0) {
      takeAway(shown.number);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (String id : List.copyOf(notices.keySet())) {
      withdraw(id);
    }
    subscriptions.forEach(Subscription::close);
  }

  /** Notices that a service never says are gone must not pile up. */
  private void makeRoom() {
    Iterator<Shown> eldest = notices.values().iterator();
    if (notices.size() >= MOST_NOTICES && eldest.hasNext()) {
      eldest.next();
      eldest.remove();
    }
  }

  private synchronized void settled() {
    if (owner.isEmpty() && !closed) {
      wake();
    }
  }

  /** Services that start when they are needed do so now; then {@link #knows} shows what waits. */
  private void wake() {
    if (!waking) {
      waking = true;
      bus.call(Notifications.server(), this::woken);
    }
  }

  private synchronized void woken(Reply reply) {
    waking = false;
    if (reply instanceof Reply.Failed(String error, String why) && owner.isEmpty()) {
      buttons = false;
      int before = notices.size();
      notices.values().removeIf(shown -> !shown.notice.timeout().isZero());
      if (notices.size() != before) {
        log.accept("a notification could not be shown: " + clipped(why, LONGEST_TITLE));
      }
    }
  }

  private void send(Shown shown) {
    if (shown.sending) {
      shown.changed = true;
      return;
    }
    shown.sending = true;
    shown.changed = false;
    bus.call(notify(shown.notice, shown.number), reply -> sent(shown, reply));
  }

  private synchronized void sent(Shown shown, Reply reply) {
    shown.sending = false;
    boolean wanted = notices.get(shown.notice.id()) == shown;
    long number = reply.body().number(0, 0);
    if (number == 0) {
      failed(shown, reply);
      return;
    }
    shown.number = number;
    buttons = capable;
    if (!wanted) {
      takeAway(number);
    } else if (shown.changed) {
      send(shown);
    }
  }

  private void failed(Shown shown, Reply reply) {
    log.accept(
        "a notification could not be shown: "
            + (reply instanceof Reply.Failed(String error, String why)
                ? clipped(why, LONGEST_TITLE)
                : "its service answers nonsense"));
    buttons = false;
    shown.number = 0;
    if (!shown.notice.timeout().isZero()) {
      notices.remove(shown.notice.id(), shown);
    }
  }

  private void takeAway(long number) {
    bus.call(Notifications.call("CloseNotification", Body.of("u", number)), reply -> {});
  }

  /** Another service: it knows nothing of what the last one showed. */
  private synchronized void owned(String by) {
    owner = by;
    known = false;
    // What had been shown goes with the service that showed it.
    notices.values().removeIf(shown -> shown.number != 0 && !shown.notice.timeout().isZero());
    notices.values().forEach(shown -> shown.number = 0);
    if (closed) {
      return;
    }
    if (by.isEmpty()) {
      left();
      return;
    }
    bus.call(
        Notifications.server(),
        SOON,
        who ->
            bus.call(
                Notifications.call("GetCapabilities", Body.NONE),
                SOON,
                can -> knows(by, who.body().text(0, ""), can.body().list(0))));
  }

  /** A service that starts when it is needed keeps its buttons meanwhile. */
  private void left() {
    if (!notices.isEmpty() && revivals > 0) {
      revivals--;
      wake();
      return;
    }
    bus.call(
        Call.toBus("ListActivatableNames", Body.NONE),
        names -> {
          synchronized (this) {
            if (owner.isEmpty() && !names.body().list(0).contains(Notifications.NAME)) {
              buttons = false;
            }
          }
        });
  }

  private synchronized void knows(String by, String name, List<?> can) {
    if (closed || !by.equals(owner)) {
      return;
    }
    known = true;
    pressable = !name.equals(XFCE);
    markup = can.contains("body-markup");
    capable = can.contains("actions") && !WITHOUT_BUTTONS.contains(name);
    buttons = capable;
    for (Shown shown : notices.values()) {
      if (shown.number == 0) {
        send(shown);
      }
    }
  }

  private void hears(Incoming signal) {
    long number = signal.body().number(0, 0);
    switch (signal.member()) {
      case "ActionInvoked" -> press(number, signal.body().text(1, ""));
      case "NotificationClosed" -> gone(number);
      default -> {} // about something else
    }
  }

  private synchronized @Nullable Shown find(long number) {
    for (Shown shown : notices.values()) {
      if (number != 0 && shown.number == number) {
        return shown;
      }
    }
    return null;
  }

  private void press(long number, String button) {
    String id;
    synchronized (this) {
      Shown shown = find(number);
      if (shown == null || closed || !offers(shown.notice, button)) {
        return;
      }
      id = shown.notice.id();
      notices.remove(id); // pressed once is pressed
      takeAway(number);
    }
    pressed.accept(id, button);
  }

  private static boolean offers(Notice notice, String button) {
    if (button.equals(PRESSED_ITSELF)) {
      return true;
    }
    for (Button one : notice.buttons()) {
      if (one.id().equals(button)) {
        return true;
      }
    }
    return false;
  }

  private synchronized void gone(long number) {
    Shown shown = find(number);
    if (shown != null) {
      if (shown.changed) {
        shown.number = 0; // what is on its way is shown anew
      } else {
        notices.remove(shown.notice.id());
      }
    }
  }

  private Call notify(Notice notice, long replaces) {
    List<String> actions = new ArrayList<>();
    if (pressable) {
      actions.add(PRESSED_ITSELF);
      actions.add(clipped(notice.title(), LONGEST_TITLE));
    }
    for (Button button : notice.buttons()) {
      actions.add(button.id());
      actions.add(clipped(button.label(), LONGEST_TITLE));
    }
    Map<String, Variant> hints = new LinkedHashMap<>();
    hints.put("urgency", new Variant("y", notice.urgency() == Urgency.QUIET ? 0 : 1));
    hints.put("desktop-entry", Variant.of("respite"));
    hints.put("category", Variant.of("x-respite.prompt"));
    if (notice.urgency() != Urgency.NORMAL) {
      hints.put("suppress-sound", Variant.of(true));
    }
    if (!notice.timeout().isZero()) {
      hints.put("transient", Variant.of(true)); // too late is of no use in a list of missed ones
    }
    String body = clipped(notice.body(), LONGEST_BODY);
    return Notifications.call(
        "Notify",
        Body.of(
            "susssasa{sv}i",
            "Respite",
            replaces,
            icon,
            clipped(notice.title(), LONGEST_TITLE),
            markup ? escaped(body) : body,
            actions,
            hints,
            (int) Math.min(notice.timeout().toMillis(), Integer.MAX_VALUE)));
  }

  /** A text as a service that reads markup shows it unchanged. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** A text that no service chokes on: not endless, and nothing harmful in it. */
  private static String clipped(String text, int most) {
    String plain = PlainText.lines(text);
    return plain.codePointCount(0, plain.length()) <= most
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, most)) + '\u2026';
  }
}
