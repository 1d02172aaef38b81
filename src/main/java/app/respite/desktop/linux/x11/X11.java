package app.respite.desktop.linux.x11;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.Choice;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The candidates that speak X11. They share one connection, which is opened by the first that needs
 * it and again by the next look after it was lost.
 */
public final class X11 implements AutoCloseable {
  private static final String XWAYLAND =
      "the X server is a guest of Wayland and sees only some of the input";

  private final Map<String, String> environment;
  private final Consumer<String> log;
  private @Nullable X11Connection connection;
  private @Nullable X11Connection followed;
  private @Nullable Consumer<X11Connection> follower;
  private boolean closed;

  /**
   * The session that the environment speaks of; nothing is touched yet.
   *
   * @param environment {@code DISPLAY}, {@code XAUTHORITY}, {@code HOME}, {@code XDG_SESSION_TYPE}
   *     and {@code WAYLAND_DISPLAY} count
   * @param log takes a line for what a user may want to know later
   */
  public X11(Map<String, String> environment, Consumer<String> log) {
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  /** Whether the environment is that of a Wayland session. */
  public static boolean isWayland(Map<String, String> environment) {
    String type = environment.getOrDefault("XDG_SESSION_TYPE", "").toLowerCase(Locale.ROOT);
    return type.equals("wayland")
        || (!type.equals("x11") && !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty());
  }

  /** Idle time by the server's alarms: nothing looks, the server tells. */
  public Candidate<Sense> idleCounter() {
    return way("X11 idle counter", XWAYLAND, IdleCounter::on);
  }

  /** Idle time by looking, for servers without such alarms. */
  public Candidate<Sense> idleLook() {
    return way("X11 screen saver extension", XWAYLAND, IdleLook::on);
  }

  /** A full-screen window in front. */
  public Candidate<Sense> fullScreen() {
    return way("X11 full screen", "Wayland tells no program what is in front", FullScreen::on);
  }

  /** Giving the keyboard back. */
  public Candidate<FocusKeeper> focus() {
    return way(
        "X11 active window",
        "on Wayland no program may move the keyboard",
        connection -> new Answer.Works<>(new Focus(this), ""));
  }

  /** Keys that work everywhere. */
  public Candidate<Shortcuts> shortcuts() {
    return way(
        "X11 key grab",
        "on Wayland no program may take keys for itself",
        connection -> new Answer.Works<>(new KeyGrab(this, log), ""));
  }

  /**
   * The connection, opened if need be; waits no longer than two seconds.
   *
   * @throws X11Exception where there is none
   */
  X11Connection open() throws X11Exception {
    X11Connection opening = begin();
    opening.setup();
    Consumer<X11Connection> toTell = null;
    synchronized (this) {
      if (followed != opening) {
        followed = opening;
        toTell = follower;
      }
    }
    if (toTell != null) {
      toTell.accept(opening);
    }
    return opening;
  }

  /** Tells of the connection that is open, if one is, and of each that is opened later. */
  void follow(Consumer<X11Connection> listener) {
    X11Connection open;
    synchronized (this) {
      follower = listener;
      open = connection;
    }
    if (open != null && open.alive() && open.ready() != null) {
      listener.accept(open);
    }
  }

  synchronized void unfollow(Consumer<X11Connection> listener) {
    if (listener.equals(follower)) {
      follower = null;
    }
  }

  /**
   * The connection, still being opened perhaps.
   *
   * @throws X11Exception where there cannot be one
   */
  synchronized X11Connection begin() throws X11Exception {
    if (closed) {
      throw new X11Exception("the program ends");
    }
    if (connection == null || !connection.alive()) {
      String display = environment.getOrDefault("DISPLAY", "");
      if (display.isEmpty()) {
        throw new X11Exception("no X11 display (DISPLAY is not set)");
      }
      connection = X11Connection.begin(DisplayName.of(display), environment);
    }
    return connection;
  }

  @Override
  public void close() {
    X11Connection closing;
    synchronized (this) {
      closed = true;
      closing = connection;
    }
    if (closing != null) {
      closing.end("the program ends");
    }
  }

  /** How a candidate is made once there is a connection. */
  @FunctionalInterface
  private interface Maker<T> {
    Answer<T> make(X11Connection connection) throws X11Exception;
  }

  private <T> Candidate<T> way(String name, String onWayland, Maker<T> maker) {
    return new Choice<>(name, Tried.REAL, () -> look(onWayland, maker));
  }

  private <T> Answer<T> look(String onWayland, Maker<T> maker) {
    if (isWayland(environment)) {
      return new Answer.Missing<>(onWayland, "");
    }
    try {
      X11Connection open = open();
      // An environment may say nothing of Wayland, as after a login from afar; the server does.
      return Extension.find(open, "XWAYLAND").present()
          ? new Answer.Missing<>(onWayland, "")
          : maker.make(open);
    } catch (X11Exception missing) {
      return new Answer.Missing<>(missing.why(), missing.remedy());
    }
  }
}
