package app.respite.desktop.any;

import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Idle time on systems that only answer how long there has been no input. While hands move it looks
 * again at the first moment they can have been still for long enough; while they are still, as
 * often as it takes to see them return within a quarter of that time.
 */
public final class PolledIdle implements Sense {
  /** How long there has been no input. */
  @FunctionalInterface
  public interface Counter {
    /** The time since the last input; empty where the system does not say. Returns at once. */
    Optional<Duration> idle();
  }

  /** So many looks in vain, one after another, and the sense is lost. */
  private static final int PATIENCE = 3;

  private static final Duration SHORTEST = Duration.ofMillis(50);

  private final String name;
  private final Counter counter;
  private final Semaphore wake = new Semaphore(0);
  private volatile Attention attention = Attention.RELAXED;
  private volatile boolean closed;
  private @Nullable Thread thread;

  // What follows belongs to the thread that looks.
  /** Without input for this long the hands were said to be still; null while they move. */
  private @Nullable Duration still;

  private boolean told;
  private int inVain;

  /**
   * A sense that has not begun.
   *
   * @param name what it reads, for the reason given when it is lost
   */
  public PolledIdle(String name, Counter counter) {
    this.name = name;
    this.counter = counter;
  }

  @Override
  public synchronized void start(Consumer<Sensed> to) {
    if (thread != null || closed) {
      return;
    }
    thread = new Thread(() -> run(to), "idle");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void attend(Attention attention) {
    this.attention = attention;
    wake.release();
  }

  @Override
  public void close() {
    closed = true;
    wake.release();
  }

  private void run(Consumer<Sensed> to) {
    try {
      while (!closed) {
        Optional<Duration> next = step(to);
        if (next.isEmpty()) {
          return;
        }
        if (wake.tryAcquire(next.get().toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once and tells what is new; gives the time until the next look, or empty for none. */
  Optional<Duration> step(Consumer<Sensed> to) {
    Duration enough = attention.still();
    Optional<Duration> idle = counter.idle();
    if (idle.isEmpty()) {
      if (++inVain >= PATIENCE) {
        to.accept(new Sensed.Lost(name + " does not answer any more"));
        return Optional.empty();
      }
      return Optional.of(enough);
    }
    inVain = 0;
    return Optional.of(next(idle.get(), enough, to));
  }

  private Duration next(Duration idle, Duration enough, Consumer<Sensed> to) {
    boolean returned = still != null && idle.compareTo(still) < 0;
    if (returned || (!told && idle.compareTo(enough) < 0)) {
      still = null;
      to.accept(new Sensed.Hands());
    }
    told = true;
    if (idle.compareTo(enough) >= 0) {
      if (still == null) {
        to.accept(new Sensed.Still(idle));
      }
      still = enough;
    }
    Duration wait = still == null ? enough.minus(idle) : still.dividedBy(4);
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
  }
}
