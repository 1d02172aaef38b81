package app.respite.desktop.any;

import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Idle time from a system that can only be asked for it. Each answer says when the next can tell
 * something new at the earliest, and no look comes before that: hands that stay busy are looked at
 * once in the time they would have to be still.
 */
public final class IdleByLooking implements Sense {
  /** Says how long there has been no input. */
  @FunctionalInterface
  public interface Source {
    /**
     * Asks the system; may take a moment.
     *
     * @throws Gone where it can no longer tell
     */
    Duration idle() throws Gone;
  }

  /** The system can no longer tell; the message is one clause that says why. */
  public static final class Gone extends Exception {
    public Gone(String why) {
      super(why);
    }
  }

  /** So that the next look finds what it waits for, and not a moment before it. */
  private static final long MARGIN = 20;

  /** Still hands that move again are noticed within this, or up to {@link #LAZIEST} later. */
  private static final long QUICKEST = 1_000;

  private static final long LAZIEST = 5_000;

  /** Longer idle times are looked at less often, by this part of them. */
  private static final long SHARE = 8;

  private final Source source;
  private final String threadName;
  private long wanted = Attention.RELAXED.still().toMillis();
  private final Semaphore hurry = new Semaphore(0);
  private boolean still;
  private boolean closed;

  /**
   * A sense that has not begun.
   *
   * @param threadName of the thread that asks and tells
   */
  public IdleByLooking(Source source, String threadName) {
    this.source = source;
    this.threadName = threadName;
  }

  @Override
  public void start(Consumer<Sensed> to) {
    Thread thread = new Thread(() -> watch(to), threadName);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void attend(Attention attention) {
    wanted = attention.still().toMillis();
    if (!still) {
      hurry.release();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    hurry.release();
  }

  private void watch(Consumer<Sensed> to) {
    try {
      boolean first = true;
      long before = 0;
      long idle;
      do {
        idle = Math.max(0, source.idle().toMillis());
        tell(to, idle, before, first);
        before = idle;
        first = false;
      } while (waitFor(idle));
    } catch (Gone gone) {
      lost(to, String.valueOf(gone.getMessage()));
    } catch (InterruptedException ended) {
      lost(to, "the program ends");
    }
  }

  private void tell(Consumer<Sensed> to, long idle, long before, boolean first) {
    boolean moved;
    boolean stopped;
    synchronized (this) {
      if (closed) {
        return;
      }
      moved = still && idle < before;
      stopped = (moved || !still) && idle >= wanted;
      still = stopped || (still && !moved);
    }
    if (moved || (first && !stopped)) {
      to.accept(new Sensed.Hands());
    }
    if (stopped) {
      to.accept(new Sensed.Still(Duration.ofMillis(idle)));
    }
  }

  private synchronized void lost(Consumer<Sensed> to, String why) {
    if (!closed) {
      closed = true;
      to.accept(new Sensed.Lost(why));
    }
  }

  /** Waits until the next look; false where there is to be none. */
  private boolean waitFor(long idle) throws InterruptedException {
    if (hurry.tryAcquire(pause(idle), TimeUnit.MILLISECONDS)) {
      hurry.drainPermits();
    }
    return !isClosed();
  }

  private synchronized long pause(long idle) {
    return closed ? 0 : pause(still, idle, wanted);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** How long nothing new can be seen, in milliseconds; at least one. */
  static long pause(boolean still, long idle, long wanted) {
    return still
        ? Math.clamp(idle / SHARE, QUICKEST, LAZIEST)
        : Math.max(wanted - idle, 0) + MARGIN;
  }
}
