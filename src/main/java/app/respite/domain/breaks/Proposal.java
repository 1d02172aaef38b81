package app.respite.domain.breaks;

import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;

/**
 * A break that a rule would have.
 *
 * @param due when, if work goes on
 * @param reason one plain clause a user understands
 */
public record Proposal(BreakKind kind, Instant due, Duration length, String reason) {
  /** The same, due at another instant. */
  public Proposal dueAt(Instant other) {
    return new Proposal(kind, other, length, reason);
  }
}
