package app.respite.domain.day.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session is in the middle of. All state is timestamps; nothing counts. */
public sealed interface Phase {
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
    public @Nullable Instant end() {
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

  /** A break runs. */
  record OnBreak() implements Phase {}
}
