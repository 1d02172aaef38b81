package app.respite.domain.day.presence;

import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  PresenceState withHandsOff(@Nullable Instant since) {
    return new PresenceState(since, locked, gap, declared, said, known, absences, closed, question);
  }

  PresenceState withLocked(@Nullable Instant since) {
    return new PresenceState(
        handsOff, since, gap, declared, said, known, absences, closed, question);
  }

  /** The same with another gap, of which nothing is said yet. */
  PresenceState withGap(@Nullable Instant since) {
    return new PresenceState(
        handsOff,
        locked,
        since,
        false,
        false,
        known,
        since == null ? List.of() : absences,
        closed,
        question);
  }

  PresenceState declaredNow(boolean saidToo) {
    return new PresenceState(
        handsOff, locked, gap, true, said || saidToo, known, absences, closed, question);
  }

  PresenceState withKnown(boolean usable) {
    return new PresenceState(
        handsOff, locked, gap, declared, said, usable, absences, closed, question);
  }

  PresenceState withClosed(@Nullable UUID session) {
    return new PresenceState(
        handsOff, locked, gap, declared, said, known, absences, session, question);
  }

  PresenceState withQuestion(@Nullable IdleQuestion asked) {
    return new PresenceState(handsOff, locked, gap, declared, said, known, absences, closed, asked);
  }

  /**
   * Adds an absence; one that overlaps or touches another becomes one with it, under the cause of
   * the earlier.
   */
  PresenceState withAbsence(GapCause cause, Interval interval) {
    List<Absence> merged = new ArrayList<>();
    Absence added = new Absence(cause, interval);
    for (Absence other : absences) {
      if (other.interval().end().isBefore(added.interval().start())
          || added.interval().end().isBefore(other.interval().start())) {
        merged.add(other);
      } else {
        Absence first = added.interval().start().isBefore(other.interval().start()) ? added : other;
        added =
            new Absence(
                first.cause(),
                new Interval(
                    Interval.earlier(added.interval().start(), other.interval().start()),
                    Interval.later(added.interval().end(), other.interval().end())));
      }
    }
    merged.add(added);
    merged.sort((a, b) -> a.interval().start().compareTo(b.interval().start()));
    return new PresenceState(
        handsOff, locked, gap, declared, said, known, merged, closed, question);
  }

  /** Whether nobody has been there for at least a time. */
  boolean absentFor(Duration time, Instant now) {
    return gap != null && Duration.between(gap, now).compareTo(time) >= 0;
  }
}
