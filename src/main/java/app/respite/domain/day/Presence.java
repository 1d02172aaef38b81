package app.respite.domain.day;

import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 */
record Presence(
    @Nullable Instant handsOff,
    @Nullable Instant locked,
    @Nullable Instant gap,
    boolean declared,
    boolean said,
    boolean known,
    List<PresenceState.Absence> absences) {

  static final Presence HERE = new Presence(null, null, null, false, false, true, List.of());

  Presence {
    absences = List.copyOf(absences);
  }

  Presence withHandsOff(@Nullable Instant since) {
    return new Presence(since, locked, gap, declared, said, known, absences);
  }

  Presence withLocked(@Nullable Instant since) {
    return new Presence(handsOff, since, gap, declared, said, known, absences);
  }

  Presence withGap(@Nullable Instant since) {
    return new Presence(
        handsOff, locked, since, false, false, known, since == null ? List.of() : absences);
  }

  Presence declaredNow(boolean saidToo) {
    return new Presence(handsOff, locked, gap, true, said || saidToo, known, absences);
  }

  Presence withKnown(boolean usable) {
    return new Presence(handsOff, locked, gap, declared, said, usable, absences);
  }

  /**
   * Adds an absence; one that overlaps or touches another becomes one with it, under the cause of
   * the earlier.
   */
  Presence withAbsence(GapCause cause, Interval interval) {
    List<PresenceState.Absence> merged = new ArrayList<>();
    PresenceState.Absence added = new PresenceState.Absence(cause, interval);
    for (PresenceState.Absence other : absences) {
      if (other.interval().end().isBefore(added.interval().start())
          || added.interval().end().isBefore(other.interval().start())) {
        merged.add(other);
      } else {
        PresenceState.Absence first =
            added.interval().start().isBefore(other.interval().start()) ? added : other;
        added =
            new PresenceState.Absence(
                first.cause(),
                new Interval(
                    Interval.earlier(added.interval().start(), other.interval().start()),
                    Interval.later(added.interval().end(), other.interval().end())));
      }
    }
    merged.add(added);
    merged.sort((a, b) -> a.interval().start().compareTo(b.interval().start()));
    return new Presence(handsOff, locked, gap, declared, said, known, merged);
  }

  /** Whether nobody has been there for at least a time. */
  boolean absentFor(Duration time, Instant now) {
    return gap != null && Duration.between(gap, now).compareTo(time) >= 0;
  }
}
