package app.respite.domain.day.session;

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
 */
public record UncountedTime(@Nullable Instant since, List<Interval> before) {
  public UncountedTime {
    before = List.copyOf(before);
  }

  /** A first stretch begins at an instant. */
  public static UncountedTime from(Instant since) {
    return new UncountedTime(since, List.of());
  }

  /** All its stretches up to an instant. */
  public List<Interval> until(Instant now) {
    if (since == null || !since.isBefore(now)) {
      return before;
    }
    List<Interval> all = new ArrayList<>(before);
    all.add(new Interval(since, now));
    return all;
  }
}
