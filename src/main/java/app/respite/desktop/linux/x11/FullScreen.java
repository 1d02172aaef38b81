package app.respite.desktop.linux.x11;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the window in front is in full screen, as window managers write it down: which window is
 * active is a property of the root, its state is one of its own. Both are read when the server says
 * that they changed, and a window that is gone by then is in no full screen. What a later event
 * makes old is dropped unread.
 */
final class FullScreen implements Sense, X11Connection.Listener {
  private static final int DESTROY_NOTIFY = 17;
  private static final int PROPERTY_NOTIFY = 28;
  private static final int MOST_STATES = 64;

  private final X11Connection connection;
  private final int root;
  private final int activeAtom;
  private final int stateAtom;
  private final int fullAtom;
  private final int processAtom;
  private @Nullable Consumer<Sensed> to;
  private int active;
  private int look;
  private @Nullable Boolean told;
  private boolean closed;

  private FullScreen(X11Connection connection) throws X11Exception {
    this.connection = connection;
    root = connection.setup().root();
    activeAtom = connection.ask(Request.atom("_NET_ACTIVE_WINDOW")).atom();
    stateAtom = connection.ask(Request.atom("_NET_WM_STATE")).atom();
    fullAtom = connection.ask(Request.atom("_NET_WM_STATE_FULLSCREEN")).atom();
    processAtom = connection.ask(Request.atom("_NET_WM_PID")).atom();
  }

  /**
   * Works with any server; the note says where no window manager is there to tell.
   *
   * @throws X11Exception where the server does not answer
   */
  static Answer<Sense> on(X11Connection connection) throws X11Exception {
    FullScreen sense = new FullScreen(connection);
    Reply active = connection.ask(sense.activeWindow());
    return new Answer.Works<>(
        sense, active.units() == 0 ? "no window manager tells which window is in front" : "");
  }

  private Request activeWindow() {
    return Request.property(root, activeAtom, Request.ANY_TYPE, 1);
  }

  @Override
  public void start(Consumer<Sensed> listener) {
    synchronized (this) {
      to = listener;
    }
    connection.join(this);
    connection.send(Request.watch(root, Request.PROPERTY_CHANGES));
    lookAtRoot();
  }

  @Override
  public void event(int code, ByteBuffer event) {
    int window = event.getInt(4);
    if (code == DESTROY_NOTIFY) {
      gone(event.getInt(8));
    } else if (code == PROPERTY_NOTIFY) {
      int property = event.getInt(8);
      if (window == root && property == activeAtom) {
        lookAtRoot();
      } else if (property == stateAtom && isActive(window)) {
        lookAtState();
      }
    }
  }

  /** Not every window manager takes back its word on a window that is no more. */
  private void gone(int window) {
    synchronized (this) {
      if (window != active) {
        return;
      }
      active = 0;
    }
    lookAtState();
  }

  private synchronized boolean isActive(int window) {
    return window == active;
  }

  private void lookAtRoot() {
    connection.ask(activeWindow(), this::found);
  }

  private void found(Reply reply) {
    if (reply.lost()) {
      return;
    }
    int window = reply.units() == 0 ? 0 : reply.unit(0);
    synchronized (this) {
      if (closed) {
        return;
      }
      if (window != active) {
        watch(active, 0);
        active = window;
        watch(active, Request.PROPERTY_CHANGES | Request.STRUCTURE_CHANGES);
      }
    }
    lookAtState();
  }

  private void watch(int window, int changes) {
    if (Window.isOne(window) && window != root) {
      connection.send(Request.watch(window, changes));
    }
  }

  private void lookAtState() {
    int window;
    int mine;
    synchronized (this) {
      window = active;
      mine = ++look;
    }
    if (!Window.isOne(window)) {
      tell(mine, false);
      return;
    }
    connection.ask(
        Request.property(window, stateAtom, Request.ANY_TYPE, MOST_STATES),
        state -> {
          if (state.lost()) {
            return;
          }
          if (state.failed()) {
            gone(window);
          } else if (!isFull(state)) {
            tell(mine, false);
          } else {
            lookWhose(mine, window);
          }
        });
  }

  private boolean isFull(Reply state) {
    for (int i = 0; i < state.units(); i++) {
      if (state.unit(i) == fullAtom) {
        return true;
      }
    }
    return false;
  }

  /** The break view is in full screen itself, and no reason to hold a break back. */
  private void lookWhose(int mine, int window) {
    connection.ask(
        Window.whose(window),
        whose -> {
          if (Window.isOursByClass(whose)) {
            tell(mine, false);
          } else {
            connection.ask(
                Window.process(window, processAtom),
                process -> tell(mine, !Window.isOursByProcess(process)));
          }
        });
  }

  private void tell(int mine, boolean on) {
    Consumer<Sensed> listener;
    synchronized (this) {
      if (closed || mine != look || (told != null && told == on)) {
        return;
      }
      told = on;
      listener = to;
    }
    if (listener != null) {
      listener.accept(new Sensed.FullScreen(on));
    }
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
      watch(active, 0);
      if (to != null) {
        connection.send(Request.watch(root, 0));
      }
    }
    connection.leave(this);
  }
}
