package app.respite.domain.day;

import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session is in the middle of. All state is timestamps; nothing counts. */
sealed interface Phase {
  /** No session. */
  record Off() implements Phase {}

  /**
   * A sprint, or flow.
   *
   * @param planned its length; null in flow
   * @param own whether the length was given for this sprint alone, so that settings do not change
   *     it
   * @param paused pauses so far, the running one left out
   * @param endsAt a given end, where the settings were lowered below what had passed (B9)
   * @param inSet its number in the set, from 1
   */
  record Sprint(
      UUID id,
      Instant start,
      @Nullable Duration planned,
      boolean own,
      Duration paused,
      @Nullable Instant endsAt,
      int inSet,
      int items)
      implements Phase {
    /** The same with all its pauses so far. */
    Sprint withPaused(Duration inAll) {
      return new Sprint(id, start, planned, own, inAll, endsAt, inSet, items);
    }

    /** The same from another instant on. */
    Sprint withStart(Instant other) {
      return new Sprint(id, other, planned, own, paused, endsAt, inSet, items);
    }

    /** The same with another length, which is then what ends it. */
    Sprint withPlanned(Duration length) {
      return new Sprint(id, start, length, own, paused, null, inSet, items);
    }

    /** The same with a given end. */
    Sprint withEndsAt(Instant given) {
      return new Sprint(id, start, planned, own, paused, given, inSet, items);
    }

    /** The same with another count of items. */
    Sprint withItems(int counted) {
      return new Sprint(id, start, planned, own, paused, endsAt, inSet, counted);
    }

    /** When it ends if nothing pauses it; null in flow. */
    @Nullable Instant end() {
      if (endsAt != null) {
        return endsAt;
      }
      return planned == null ? null : start.plus(planned).plus(paused);
    }
  }

  /** The sprint is over, nothing else has begun; work counts on. */
  record Overrun() implements Phase {}

  /** A break is over; nothing counts until the user starts. */
  record Ready() implements Phase {}

  /**
   * A break.
   *
   * @param held time in which sustained input held its countdown
   * @param inputSince since when there is input in it, or null
   * @param alone whether it began without a session, which therefore ends with it
   */
  record OnBreak(
      BreakKind kind,
      Route route,
      Instant start,
      Duration length,
      Duration held,
      @Nullable Instant inputSince,
      boolean alone)
      implements Phase {
    OnBreak withInput(@Nullable Instant since, Duration heldInAll) {
      return new OnBreak(kind, route, start, length, heldInAll, since, alone);
    }

    OnBreak withLength(Duration longer) {
      return new OnBreak(kind, route, start, longer, held, inputSince, alone);
    }

    /** When its length is over. */
    Instant over() {
      return start.plus(length).plus(held);
    }
  }
}
