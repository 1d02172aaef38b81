package app.respite.coach;

import app.respite.coach.port.Journal;
import app.respite.domain.day.Happening;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The coach without threads: takes what happens with the clocks' readings, writes the journal
 * first, then tells what happened. The live engine and {@code simulate} both drive this one class;
 * it must be called by one thread at a time.
 */
@SuppressWarnings("DoNotCallSuggester") // until it is built
public final class CoachCore {
  private CoachCore() {}

  /**
   * Opens the coach on a journal; what it finds open there is recovered, and told in the first
   * answer.
   */
  public static CoachCore open(
      Journal journal, Preferences preferences, ClockReading now, ZoneId zone, String boot) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Takes one input at a reading of the clocks; time up to it is caught up with first. The journal
   * has the changes when this returns.
   */
  public List<Happening> handle(ClockReading reading, Input input) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * When the coach next acts by itself; empty where nothing is to come. Also bounded by the next
   * checkpoint.
   */
  public Optional<Instant> nextDeadline() {
    throw new UnsupportedOperationException("being built");
  }

  /** The coach's time at a reading. */
  public Instant at(ClockReading reading) {
    throw new UnsupportedOperationException("being built");
  }

  /** Whether a session is open, so that checkpoints and ticks are needed. */
  public boolean sessionOpen() {
    throw new UnsupportedOperationException("being built");
  }

  /** The coach at a reading. */
  public Snapshot snapshot(ClockReading reading) {
    throw new UnsupportedOperationException("being built");
  }

  /** Keeps the open state; called at least every 15 s while a session runs, and at the end. */
  public void checkpoint(ClockReading reading) {
    throw new UnsupportedOperationException("being built");
  }

  /** The longest time between two readings that is no stall. */
  public static final Duration TICK = Duration.ofSeconds(30);
}
