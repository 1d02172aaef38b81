package app.respite.domain.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was worked on a task on a logical day.
 *
 * @param start when the first work of the day began, by the clock of the place; null where there
 *     was none
 * @param end when the last of it ended; null likewise
 * @param work work alone
 * @param breaks breaks that are booked under the task, no part of the work
 */
public record WorkedDay(
    LocalDate day,
    UUID task,
    @Nullable OffsetDateTime start,
    @Nullable OffsetDateTime end,
    Duration work,
    Duration breaks) {
  /** A day without any work. */
  static WorkedDay none(LocalDate day, UUID task) {
    return new WorkedDay(day, task, null, null, Duration.ZERO, Duration.ZERO);
  }
}
