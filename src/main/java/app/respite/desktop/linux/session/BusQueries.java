package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Reply;
import java.time.Duration;

/** Looks at who is on a bus, each within a second; they start nobody. */
final class BusQueries {
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private BusQueries() {}

  /** Why there is no bus; empty where there is one. */
  static String missing(Bus bus) {
    return bus.missing(PATIENCE);
  }

  /** Whether somebody has the name now. */
  static boolean isOwned(Bus bus, String name) {
    return ask(bus, "NameHasOwner", Body.of("s", name)).body().flag(0, false);
  }

  /** Whether somebody has the name, or starts when it is called. */
  static boolean isThere(Bus bus, String name) {
    return isOwned(bus, name)
        || ask(bus, "ListActivatableNames", Body.NONE).body().list(0).contains(name);
  }

  private static Reply ask(Bus bus, String member, Body body) {
    return bus.ask(Call.toBus(member, body), PATIENCE);
  }
}
