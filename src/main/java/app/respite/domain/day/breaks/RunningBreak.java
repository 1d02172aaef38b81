package app.respite.domain.day.breaks;

import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Route;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A break that runs.
 *
 * @param held time in which sustained input held its countdown
 * @param inputSince since when there is input in it, or null
 * @param alone whether it began without a session, which therefore ends with it
 */
public record RunningBreak(
    BreakKind kind,
    Route route,
    Instant start,
    Duration length,
    Duration held,
    @Nullable Instant inputSince,
    boolean alone) {
  /** The same with input since then, or none, and with time in which input held it. */
  RunningBreak withInput(@Nullable Instant since, Duration heldInAll) {
    return new RunningBreak(kind, route, start, length, heldInAll, since, alone);
  }

  /** The same for another length. */
  RunningBreak withLength(Duration other) {
    return new RunningBreak(kind, route, start, other, held, inputSince, alone);
  }

  /** When its length is over. */
  public Instant over() {
    return start.plus(length).plus(held);
  }
}
