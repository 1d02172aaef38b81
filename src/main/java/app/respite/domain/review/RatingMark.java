package app.respite.domain.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tiredness the person told.
 *
 * @param at when it was told; the sprint's end where that is not known
 * @param fatigue 0 to 10
 * @param sprint the sprint it was told after, or null
 */
public record RatingMark(Instant at, int fatigue, @Nullable UUID sprint) {}
