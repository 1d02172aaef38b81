package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.JournalException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for one's turn with the journal. Whoever holds it is starting, ending or at a piece of work
 * that comes to an end, and is waited for as long as its process lives, be the machine ever so
 * busy. Only a holder that nobody knows is not waited for long.
 */
final class HolderWait {
  private static final Duration MOST_FOR_A_STRANGER = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 30;

  private final SystemClock clock;
  private Duration known;

  HolderWait(SystemClock clock) {
    this.clock = clock;
    known = clock.read().monotonic();
  }

  /**
   * Waits until the holder ends, or for a moment, after which it is worth another look.
   *
   * @throws JournalException {@code held} itself, where it is of another kind or waiting is no use
   */
  void await(JournalException held) {
    if (held.kind() != JournalException.Kind.HELD) {
      throw held;
    }
    boolean alive =
        ProcessHandle.of(held.holder())
            .filter(process -> !process.equals(ProcessHandle.current()))
            .filter(ProcessHandle::isAlive)
            .map(process -> ended(process.onExit()))
            .isPresent();
    if (alive) {
      known = clock.read().monotonic();
    } else if (clock.real(clock.read().monotonic().minus(known)).compareTo(MOST_FOR_A_STRANGER)
        > 0) {
      throw held;
    } else {
      pause();
    }
  }

  /** Waits a moment, or less where something ends before. */
  static boolean ended(Future<?> end) {
    try {
      end.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    } catch (InterruptedException asked) {
      throw interrupted(asked);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException asked) {
      throw interrupted(asked);
    }
  }

  private static CoachException interrupted(InterruptedException asked) {
    Thread.currentThread().interrupt();
    return new CoachException(Kind.NO, "interrupted", asked);
  }
}
