package app.respite.domain.day.limits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was offered and said of {@link UncountedTime}.
 *
 * @param offered when counting it was offered last, or null
 * @param spent whether this stretch has had its offer, or wants none
 * @param reminded when a rest was last spoken of because of it, or null
 * @param said what was said of the stretch that goes on, or null
 */
public record OfferState(
    @Nullable Instant offered, boolean spent, @Nullable Instant reminded, @Nullable String said) {
  /** Nothing was said. */
  public static final OfferState NONE = new OfferState(null, false, null, null);
}
