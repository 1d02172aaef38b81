package app.respite.domain.day.breaks;

import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The break that runs, and the one that comes.
 *
 * @param running the break that runs; null while none does
 * @param pending the break that is due, or null
 * @param warned the break that was announced ahead, or null
 * @param skipsInARow breaks skipped since the last one taken
 * @param restSkippedAt when a rest was skipped last, or null
 * @param gate the skip that waits for its second press, or null
 */
public record BreaksState(
    @Nullable RunningBreak running,
    @Nullable PendingBreak pending,
    @Nullable Warning warned,
    int skipsInARow,
    @Nullable Instant restSkippedAt,
    @Nullable Gate gate) {
  /** None, and none skipped. */
  public static final BreaksState NONE = new BreaksState(null, null, null, 0, null, null);

  /** A break announced ahead. */
  public record Warning(BreakKind kind, Instant due) {}

  /** A skip that asked for a second press. */
  public record Gate(String verb, Instant at) {}
}
