package app.respite.domain.day;

import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there. A gap begins when input stops, the screen is locked or the machine
 * sleeps, and ends when nothing of that holds any more.
 *
 * @param handsOff the last input, while there is none; null while there is
 * @param locked since when the screen is locked, or null
 * @param gap start of the gap that is open, or null
 * @param declared whether the gap has lasted long enough to count
 * @param said whether {@code idle-began} was told of this gap
 * @param known whether anything tells of input at all; without it presence is taken as given (B19)
 * @param absences sleeps, locks and stalls inside the open gap, in order, not overlapping
 * @param closed the last session, while the gap in which it was closed is still open; or null
 * @param question the idle stretch that is asked about, or null
 */
public record PresenceState(
    @Nullable Instant handsOff,
    @Nullable Instant locked,
    @Nullable Instant gap,
    boolean declared,
    boolean said,
    boolean known,
    List<Absence> absences,
    @Nullable UUID closed,
    @Nullable IdleQuestion question) {
  /** Somebody is there. */
  public static final PresenceState HERE =
      new PresenceState(null, null, null, false, false, true, List.of(), null, null);

  public PresenceState {
    absences = List.copyOf(absences);
  }

  /** A stretch in which the coach could not see the user. */
  public record Absence(GapCause cause, Interval interval) {}

  /** The idle stretch that is asked about, and the session it lies in. */
  public record IdleQuestion(Instant since, Instant until, UUID session) {}
}
