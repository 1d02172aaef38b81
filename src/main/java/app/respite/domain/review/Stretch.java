package app.respite.domain.review;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one day in one bucket, for timelines and sums.
 *
 * @param task the task it is booked under; null where none was ever chosen in its session
 * @param sprint the sprint it lies in, or null
 * @param cause see the span's
 */
public record Stretch(
    LocalDate day,
    SpanState state,
    @Nullable UUID task,
    @Nullable UUID sprint,
    @Nullable String cause,
    Interval interval) {}
