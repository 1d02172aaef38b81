package app.respite.domain.day;

import app.respite.domain.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input that nothing counts: with no session, in a pause, or when a break is over.
 *
 * @param since when the stretch that goes on began; null while none does
 * @param before the stretches before it since the last rest, in order
 * @param offered when counting it was offered last, or null
 * @param spent whether this stretch has had its offer, or wants none
 * @param reminded when a rest was last spoken of because of it, or null
 * @param said what was said of the stretch that goes on, or null
 */
record Uncounted(
    @Nullable Instant since,
    List<Interval> before,
    @Nullable Instant offered,
    boolean spent,
    @Nullable Instant reminded,
    @Nullable String said) {
  public Uncounted {
    before = List.copyOf(before);
  }

  /** All its stretches up to now. */
  List<Interval> seen(Instant now) {
    if (since == null || !since.isBefore(now)) {
      return before;
    }
    List<Interval> all = new ArrayList<>(before);
    all.add(new Interval(since, now));
    return all;
  }

  Uncounted begun(@Nullable Instant at, boolean withoutOffer) {
    return new Uncounted(at, before, offered, withoutOffer, reminded, null);
  }

  Uncounted with(List<Interval> stretches) {
    return new Uncounted(since, stretches, offered, spent, reminded, said);
  }

  Uncounted offering(Instant at, String sentence) {
    return new Uncounted(since, before, at, true, reminded, Notices.and(said, sentence));
  }

  Uncounted reminding(Instant at, String sentence) {
    return new Uncounted(since, before, offered, spent, at, Notices.and(said, sentence));
  }
}
