package app.respite.desktop.linux.x11;

import app.respite.coach.port.desktop.Shortcuts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keys taken on the root window, whatever state the lock keys are in. Keys are grabbed anew when
 * the keyboard's layout changes, for the signs may have moved, and when the server was away. A key
 * that is held down counts once.
 */
final class KeyGrab implements Shortcuts, X11Connection.Listener {
  private static final int KEY_PRESS = 2;
  private static final int KEY_RELEASE = 3;
  private static final int MAPPING_NOTIFY = 34;
  private static final int POINTER_MAPPING = 2;
  private static final int MODIFIER_BITS = 0xff;

  /** A held key repeats as a release and a press at the same instant; a hand is not as quick. */
  private static final int REPEAT_MILLIS = 1;

  private record Grab(String id, int modifiers, int key) {}

  private final X11 x11;
  private final Consumer<String> log;
  private final Consumer<X11Connection> whenOpened = this::opened;
  private final Set<String> saidRefused = new LinkedHashSet<>();
  private List<Shortcut> wanted = List.of();
  private List<Grab> grabs = List.of();
  private Consumer<String> pressed = id -> {};
  private Consumer<String> refused = id -> {};
  private @Nullable X11Connection connection;
  private int locks;
  private int releasedKey;
  private int releasedAt;
  private boolean mapping;
  private boolean mappingOld;
  private boolean closed;

  KeyGrab(X11 x11, Consumer<String> log) {
    this.x11 = x11;
    this.log = log;
  }

  @Override
  public void start(List<Shortcut> shortcuts, Consumer<String> toPress, Consumer<String> toRefuse) {
    synchronized (this) {
      if (closed) {
        return;
      }
      wanted = List.copyOf(shortcuts);
      pressed = toPress;
      refused = toRefuse;
      saidRefused.clear();
    }
    x11.follow(whenOpened);
  }

  /** There is a connection: the one there was, or another. */
  private void opened(X11Connection open) {
    boolean other;
    synchronized (this) {
      if (closed) {
        return;
      }
      other = connection != open;
      connection = open;
    }
    if (other) {
      open.join(this);
    }
    readKeyboard(open);
  }

  private void readKeyboard(X11Connection from) {
    Setup setup = from.ready();
    synchronized (this) {
      if (closed || setup == null) {
        return;
      }
      if (mapping) {
        mappingOld = true;
        return;
      }
      mapping = true;
    }
    from.ask(
        Request.modifierMapping(),
        modifiers ->
            from.ask(
                Request.keyboardMapping(setup.firstKey(), setup.lastKey() - setup.firstKey() + 1),
                signs -> keyboardRead(from, setup, signs, modifiers)));
  }

  private void keyboardRead(X11Connection from, Setup setup, Reply signs, Reply modifiers) {
    boolean again;
    synchronized (this) {
      mapping = false;
      again = mappingOld;
      mappingOld = false;
    }
    if (signs.failed() || modifiers.failed()) {
      return;
    }
    if (again) {
      readKeyboard(from);
      return;
    }
    grab(from, setup.root(), Keyboard.of(setup.firstKey(), signs, modifiers));
  }

  private void grab(X11Connection from, int root, Keyboard keyboard) {
    List<Grab> grabbing = new ArrayList<>();
    Set<String> failed = new LinkedHashSet<>();
    synchronized (this) {
      if (closed) {
        return;
      }
      release(from, root);
      locks = Keyboard.CAPS_LOCK | keyboard.numLock();
      for (Shortcut shortcut : wanted) {
        Optional<Grab> grab =
            Keys.of(shortcut.keys()).flatMap(keys -> grab(shortcut.id(), keys, keyboard));
        grab.ifPresentOrElse(grabbing::add, () -> failed.add(shortcut.id()));
      }
      grabs = List.copyOf(grabbing);
      for (Grab grab : grabbing) {
        for (int lock : lockStates()) {
          from.send(
              Request.grabKey(root, grab.modifiers() | lock, grab.key()),
              reply -> {
                if (reply.failed()) {
                  failed.add(grab.id());
                }
              });
        }
      }
    }
    from.ask(Request.inputFocus(), fence -> grabbed(from, root, fence, failed));
  }

  private static Optional<Grab> grab(String id, Keys keys, Keyboard keyboard) {
    int key = keyboard.key(keys.sign());
    int alt = keys.alt() ? keyboard.alt() : 0;
    int superKey = keys.superKey() ? keyboard.superKey() : 0;
    if (key == 0 || (keys.alt() && alt == 0) || (keys.superKey() && superKey == 0)) {
      return Optional.empty();
    }
    int modifiers =
        (keys.ctrl() ? Keyboard.CTRL : 0) | (keys.shift() ? Keyboard.SHIFT : 0) | alt | superKey;
    return Optional.of(new Grab(id, modifiers, key));
  }

  /** Each way in which the lock keys can stand. */
  private Set<Integer> lockStates() {
    return Set.copyOf(List.of(0, Keyboard.CAPS_LOCK, locks & ~Keyboard.CAPS_LOCK, locks));
  }

  private void release(X11Connection from, int root) {
    for (Grab grab : grabs) {
      for (int lock : lockStates()) {
        from.send(Request.ungrabKey(root, grab.modifiers() | lock, grab.key()));
      }
    }
    grabs = List.of();
  }

  /** All grabs have been answered. A key of which only a part could be had is let go. */
  private void grabbed(X11Connection from, int root, Reply fence, Set<String> failed) {
    if (fence.lost()) {
      return;
    }
    List<String> news = new ArrayList<>();
    Consumer<String> listener;
    synchronized (this) {
      if (closed) {
        return;
      }
      listener = refused;
      List<Grab> kept = new ArrayList<>();
      List<Grab> dropped = new ArrayList<>();
      for (Grab grab : grabs) {
        (failed.contains(grab.id()) ? dropped : kept).add(grab);
      }
      grabs = dropped;
      release(from, root);
      grabs = List.copyOf(kept);
      for (String id : failed) {
        if (saidRefused.add(id)) {
          news.add(id);
        }
      }
      saidRefused.retainAll(failed);
    }
    news.forEach(listener);
  }

  @Override
  public void event(int code, ByteBuffer event) {
    switch (code) {
      case KEY_PRESS -> press(event);
      case KEY_RELEASE -> {
        releasedKey = event.get(1);
        releasedAt = event.getInt(4);
      }
      case MAPPING_NOTIFY -> {
        X11Connection open = connection();
        if (event.get(4) != POINTER_MAPPING && open != null) {
          readKeyboard(open);
        }
      }
      default -> {}
    }
  }

  private synchronized @Nullable X11Connection connection() {
    return connection;
  }

  private void press(ByteBuffer event) {
    if (event.get(1) == releasedKey && Math.abs(event.getInt(4) - releasedAt) <= REPEAT_MILLIS) {
      return;
    }
    int key = Byte.toUnsignedInt(event.get(1));
    Consumer<String> listener = null;
    String id = "";
    synchronized (this) {
      int modifiers = event.getShort(28) & MODIFIER_BITS & ~locks;
      for (Grab grab : grabs) {
        if (grab.key() == key && grab.modifiers() == modifiers) {
          id = grab.id();
          listener = pressed;
        }
      }
    }
    if (listener != null) {
      listener.accept(id);
    }
  }

  @Override
  public void lost(String why) {
    synchronized (this) {
      if (closed) {
        return;
      }
      connection = null;
      grabs = List.of();
      mapping = false;
      mappingOld = false;
    }
    log.accept("The shortcuts rest: " + why);
  }

  @Override
  public void close() {
    X11Connection open;
    synchronized (this) {
      closed = true;
      open = connection;
      Setup setup = open == null ? null : open.ready();
      if (open != null && setup != null) {
        release(open, setup.root());
      }
    }
    x11.unfollow(whenOpened);
    if (open != null) {
      open.leave(this);
    }
  }
}
