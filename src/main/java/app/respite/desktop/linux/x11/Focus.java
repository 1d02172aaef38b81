package app.respite.desktop.linux.x11;

import app.respite.coach.port.desktop.FocusKeeper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives the keyboard back by asking the window manager as a panel would. A window that opens may
 * take the keyboard a moment after it is seen, later than the request to give it back: so for about
 * a second it is asked again as often as a face of Respite has it. Where the user has gone
 * elsewhere meanwhile, nothing is done.
 */
final class Focus implements FocusKeeper {
  /** Between one look and the next, in milliseconds. */
  private static final int[] PAUSES = {100, 100, 200, 300, 400};

  private static final int FROM_A_PANEL = 2;

  /**
   * Where the keyboard is.
   *
   * @param managed whether a window manager says so, or where there is none the server itself
   */
  private record Place(int window, boolean managed) {}

  private static final Place NOWHERE = new Place(0, false);

  private final X11 x11;
  private Place kept = NOWHERE;
  private CountDownLatch turn = new CountDownLatch(1);

  Focus(X11 x11) {
    this.x11 = x11;
  }

  @Override
  public void remember() {
    CountDownLatch mine = turn();
    try {
      X11Connection connection = x11.begin();
      Setup setup = connection.ready();
      if (setup != null) {
        connection.ask(
            Request.atom("_NET_ACTIVE_WINDOW"),
            atom ->
                connection.ask(
                    active(setup.root(), atom.atom()),
                    active -> {
                      if (active.units() > 0) {
                        keep(mine, new Place(active.unit(0), true));
                      } else {
                        connection.ask(Request.inputFocus(), focus -> keep(mine, focused(focus)));
                      }
                    }));
      }
    } catch (X11Exception none) {
      // Without a server there is no window that could have the keyboard.
    }
  }

  /** A new thing to keep; what went on about the last ends. */
  private synchronized CountDownLatch turn() {
    kept = NOWHERE;
    turn.countDown();
    turn = new CountDownLatch(1);
    return turn;
  }

  private synchronized void keep(CountDownLatch mine, Place place) {
    if (mine.getCount() > 0) {
      kept = place;
    }
  }

  @Override
  public synchronized void giveBack() {
    Place place = kept;
    CountDownLatch mine = turn;
    if (Window.isOne(place.window())) {
      Thread thread = new Thread(() -> giveBack(place, mine), "respite-x11-focus");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void giveBack(Place place, CountDownLatch mine) {
    try {
      X11Connection connection = x11.open();
      int root = connection.setup().root();
      int activeAtom = connection.ask(Request.atom("_NET_ACTIVE_WINDOW")).atom();
      int processAtom = connection.ask(Request.atom("_NET_WM_PID")).atom();
      for (int pause : PAUSES) {
        Place now = where(connection, root, activeAtom);
        if (!now.equals(place)) {
          if (!now.managed()) {
            connection.send(Request.focus(place.window()));
          } else if (mayTakeFrom(connection, now.window(), processAtom)) {
            connection.send(Request.tellManager(root, place.window(), activeAtom, FROM_A_PANEL));
          } else {
            return;
          }
        }
        if (mine.await(pause, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (X11Exception gone) {
      // So is the window.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Place where(X11Connection connection, int root, int activeAtom)
      throws X11Exception {
    Reply active = connection.ask(active(root, activeAtom));
    return active.units() > 0
        ? new Place(active.unit(0), true)
        : focused(connection.ask(Request.inputFocus()));
  }

  private static Place focused(Reply focus) {
    return focus.failed() ? NOWHERE : new Place(focus.data().getInt(8), false);
  }

  private static Request active(int root, int atom) {
    return Request.property(root, atom, Request.ANY_TYPE, 1);
  }

  /** From nobody, and from a face of Respite. */
  private static boolean mayTakeFrom(X11Connection connection, int window, int processAtom)
      throws X11Exception {
    return !Window.isOne(window)
        || Window.isOursByClass(connection.askAnyway(Window.whose(window)))
        || Window.isOursByProcess(connection.askAnyway(Window.process(window, processAtom)));
  }

  @Override
  public void close() {
    turn();
  }
}
