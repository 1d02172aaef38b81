package app.respite.domain.day.breaks;

import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A break that fell due and is not answered yet. There is never more than one: a longer break
 * covers a shorter one.
 *
 * @param since when it fell due first
 * @param stage where it stands
 * @param from since when it stands there
 * @param until when a postponed one is due again; null otherwise
 * @param postponed how often it was put off
 * @param owed what putting it off added to its length
 * @param announced whether the user has heard of it
 * @param told whether {@code break-due} was told since it fell due or came back from being put off;
 *     a hold that comes later takes the prompt away, and brings it back in silence (B68)
 */
public record PendingBreak(
    UUID id,
    BreakKind kind,
    Duration length,
    String reason,
    Instant since,
    Stage stage,
    Instant from,
    @Nullable Instant until,
    int postponed,
    Duration owed,
    boolean announced,
    boolean told) {

  /** Where a pending break stands. */
  public enum Stage {
    /** Prompted. */
    DUE,
    /** Put off until a moment. */
    POSTPONED,
    /** Held back until the holds end. */
    HELD,
    /** It fell due while nobody was there. */
    AWAITING_RETURN
  }

  PendingBreak at(Stage next, Instant now) {
    boolean heard = announced || next != Stage.AWAITING_RETURN;
    return new PendingBreak(
        id, kind, length, reason, since, next, now, null, postponed, owed, heard, told);
  }

  PendingBreak putOff(Instant now, Instant again, Duration more) {
    return new PendingBreak(
        id,
        kind,
        length,
        reason,
        since,
        Stage.POSTPONED,
        now,
        again,
        postponed + 1,
        owed.plus(more),
        true,
        false);
  }

  /** The same for a reason that is true by now. */
  PendingBreak because(String now) {
    return new PendingBreak(
        id, kind, length, now, since, stage, from, until, postponed, owed, announced, told);
  }

  PendingBreak heard() {
    return new PendingBreak(
        id, kind, length, reason, since, stage, from, until, postponed, owed, true, told);
  }

  PendingBreak toldNow() {
    return new PendingBreak(
        id, kind, length, reason, since, stage, from, until, postponed, owed, announced, true);
  }

  /** Its length with what is owed. */
  public Duration wholeLength() {
    return length.plus(owed);
  }
}
