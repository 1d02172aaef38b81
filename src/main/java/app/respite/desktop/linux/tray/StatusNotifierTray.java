package app.respite.desktop.linux.tray;

import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.desktop.any.RingPixels.Panel;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The icon in whatever panel there is: it offers itself to the list that panels read, again
 * whenever that list is a new one, for as long as it takes.
 */
final class StatusNotifierTray implements Tray {
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int TRIES = 10;

  /** The list that panels read, by one of its two names. */
  private final class Watcher {
    final String name;
    @Nullable String owner;

    Watcher(String name) {
      this.name = name;
    }

    void owned(String by) {
      owner = by;
      look();
    }

    Call call(String member, Body body) {
      return Call.of(name, "/StatusNotifierWatcher", name, member, body);
    }
  }

  private final Bus bus;
  private final Panel panel;
  private final String noPanel;
  private final String ownName;
  private volatile Consumer<String> log = line -> {};
  private volatile boolean closed;

  // All below is touched by the bus's thread alone.
  private final Watcher first = new Watcher("org.kde.StatusNotifierWatcher");
  private final Watcher second = new Watcher("org.freedesktop.StatusNotifierWatcher");
  private final List<Subscription> subscriptions = new ArrayList<>();
  private @Nullable Listener listener;
  private @Nullable ItemObject item;
  private @Nullable MenuObject menu;
  private @Nullable TrayView shown;
  private @Nullable String told;
  private String busMissing = "";
  private String offeredTo = "";
  private int tries;

  /**
   * Takes part in nothing yet.
   *
   * @param noPanel one clause that says why there is no panel
   */
  StatusNotifierTray(Bus bus, Panel panel, String noPanel) {
    this.bus = bus;
    this.panel = panel;
    this.noPanel = noPanel;
    ownName = "org.kde.StatusNotifierItem-%d-1".formatted(ProcessHandle.current().pid());
  }

  @Override
  public void log(Consumer<String> to) {
    log = to;
  }

  @Override
  public void start(TrayView view, Listener to) {
    bus.run(
        () -> {
          if (listener != null || closed) {
            return;
          }
          listener = to;
          shown = view;
          ItemObject icon = new ItemObject(bus, to, panel, view);
          MenuObject below = new MenuObject(bus, to);
          below.show(view.menu());
          item = icon;
          menu = below;
          subscriptions.add(bus.serve(ItemObject.PATH, icon));
          subscriptions.add(bus.serve(MenuObject.PATH, below));
          subscriptions.add(
              bus.onState(
                  missing -> {
                    busMissing = missing;
                    look();
                  }));
          for (Watcher watcher : List.of(first, second)) {
            subscriptions.add(bus.onName(watcher.name, watcher::owned));
            subscriptions.add(
                bus.onSignal(
                    new Match(watcher.name, "", watcher.name, ""),
                    signal -> {
                      if (signal.member().startsWith("StatusNotifierHost") && watcher == chosen()) {
                        askForPanel(watcher);
                      }
                    }));
          }
        });
  }

  @Override
  public void show(TrayView view) {
    bus.run(
        () -> {
          if (item != null && menu != null && !closed && !view.equals(shown)) {
            boolean sameMenu = shown != null && view.menu().equals(shown.menu());
            shown = view;
            item.show(view);
            if (!sameMenu) {
              menu.show(view.menu());
            }
          }
        });
  }

  /** Who is asked to show us; null where nobody is there to ask. */
  private @Nullable Watcher chosen() {
    for (Watcher watcher : List.of(first, second)) {
      if (watcher.owner != null && !watcher.owner.isEmpty()) {
        return watcher;
      }
    }
    return null;
  }

  /** Looks whom to offer the icon to, after something has changed. */
  private void look() {
    if (!busMissing.isEmpty()) {
      offeredTo = "";
      tell(busMissing);
      return;
    }
    Watcher watcher = chosen();
    if (watcher != null && !offeredTo.equals(watcher.owner)) {
      offeredTo = String.valueOf(watcher.owner);
      tries = 0;
      offer(watcher);
    } else if (watcher == null && first.owner != null && second.owner != null) {
      offeredTo = "";
      tell(noPanel);
    }
  }

  /** The name comes first on the wire, so the list finds it when it hears of us. */
  private void offer(Watcher watcher) {
    String to = offeredTo;
    bus.call(Call.toBus("RequestName", Body.of("su", ownName, 4)), reply -> {});
    bus.call(
        watcher.call("RegisterStatusNotifierItem", Body.of("s", ownName)),
        reply -> {
          if (!to.equals(offeredTo) || closed) {
            return;
          }
          if (reply instanceof Reply.Failed(var error, var why)) {
            log.accept("tray: " + watcher.name + " does not take the icon: " + why);
            tell("the panel does not take the icon, " + (why.isEmpty() ? error : why));
            if (tries++ < TRIES) {
              subscriptions.add(
                  bus.later(
                      AGAIN,
                      () -> {
                        if (to.equals(offeredTo)) {
                          offer(watcher);
                        }
                      }));
            }
          } else {
            askForPanel(watcher);
          }
        });
  }

  /** A list may be kept without any panel that shows it. */
  private void askForPanel(Watcher watcher) {
    String to = offeredTo;
    bus.call(
        Call.property(
            watcher.name, "/StatusNotifierWatcher", watcher.name, "IsStatusNotifierHostRegistered"),
        reply -> {
          if (to.equals(offeredTo) && !closed) {
            tell(reply.body().flag(0, true) ? "" : noPanel);
          }
        });
  }

  private void tell(String why) {
    if (!why.equals(told) && listener != null && !closed) {
      told = why;
      listener.onShow(why.isEmpty(), why);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    bus.run(
        () -> {
          subscriptions.forEach(Subscription::close);
          subscriptions.clear();
          if (!offeredTo.isEmpty()) { // panels watch the name
            bus.call(Call.toBus("ReleaseName", Body.of("s", ownName)), reply -> {});
          }
        });
    closed = true;
  }
}
