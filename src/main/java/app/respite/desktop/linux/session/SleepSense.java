package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sleep and waking as logind announces them. It waits for nobody who has not asked it to, so the
 * machine may be asleep before the word is heard; the clocks tell the same a moment later.
 */
final class SleepSense implements Sense {
  private final Bus system;
  private @Nullable Subscription signals;
  private @Nullable Subscription owner;
  private @Nullable Subscription state;
  private boolean asleep;
  private boolean wasUp;

  SleepSense(Bus system) {
    this.system = system;
  }

  @Override
  public void start(Consumer<Sensed> to) {
    signals =
        system.onSignal(
            new Match(Logind.NAME, Logind.PATH, Logind.MANAGER, "PrepareForSleep"),
            signal -> hears(signal, to));
    owner =
        system.onName(
            Logind.NAME,
            by -> {
              if (by.isEmpty() && asleep) {
                asleep = false; // it could not tell of the waking any more
                to.accept(new Sensed.Awake());
              }
            });
    state =
        system.onState(
            why -> {
              if (wasUp && !why.isEmpty()) {
                to.accept(new Sensed.Lost(why));
              }
              wasUp = why.isEmpty();
            });
  }

  private void hears(Incoming signal, Consumer<Sensed> to) {
    if (signal.body().value(0) instanceof Boolean begins) {
      asleep = begins;
      to.accept(begins ? new Sensed.FallingAsleep() : new Sensed.Awake());
    }
  }

  @Override
  public void close() {
    Cleanup.all(signals, owner, state);
  }
}
